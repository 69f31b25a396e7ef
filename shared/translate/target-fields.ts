import type { CatalogEvent } from "../domain/catalog.ts";
import { quoteJson } from "../json/value.ts";
import { findEventById, findEventByKey } from "../validation/event-lookup.ts";
import type { DraftField, DraftFields } from "./draft-fields.ts";
import type { TranslateInput } from "./translate-input.ts";

/** A member to write: its name, and its value as JSON text. */
export type TargetField = readonly [name: string, written: string];

const TOKEN = quoteJson("{{secret:token}}");
const DIGITS = /^(?:0|[1-9][0-9]*)$/;

/** The fields of Realtime, in the order of the vendor's example. */
export function toRealtime(input: TranslateInput, draft: DraftFields): readonly TargetField[] {
  const customer = draft.take("customer");
  const visitor = draft.take("visitor");
  const timestamp = draft.take("timestamp");
  const tenant = draft.take("tenant");
  if (visitor !== null) {
    const identity = customer === null ? " Without a customer the event has no identity there." : "";
    draft.drop(visitor, `The documents of Realtime know no visitor.${identity}`);
  }
  if (timestamp !== null) {
    draft.drop(timestamp, "Realtime has no timestamp: the time of the event is the time of receipt.");
  }
  if (tenant !== null && tenant.written !== String(input.tenantNumber)) {
    draft.drop(tenant, "Realtime has no tenant number: the token says whose event it is.");
  }
  return [
    ["tid", TOKEN],
    ...carried("cid", customer),
    ...eventId(input, draft),
    ...carried("context", draft.take("context")),
  ];
}

/** The fields of OptiEvent, in the order of the vendor's example. */
export function toOptiEvent(input: TranslateInput, draft: DraftFields): readonly TargetField[] {
  const token = draft.take("tid");
  if (token !== null && token.written !== TOKEN) {
    draft.drop(token, "OptiEvent has no token in its body: the tenant number says whose event it is.");
  }
  return [
    ["tenant", String(input.tenantNumber)],
    ...eventKey(input, draft),
    ...carried("customer", draft.take("cid")),
    // Realtime's documents have none, but the vendor's SDKs send one there.
    ...carried("visitor", draft.take("visitorId")),
    ["timestamp", quoteJson("{{$now}}")],
    ...carried("context", draft.take("context")),
  ];
}

function carried(name: string, field: DraftField | null): readonly TargetField[] {
  return field === null ? [] : [[name, field.written]];
}

/** The catalog's id of the event, or the key itself where that is a number; else null, which validation points at. */
function eventId(input: TranslateInput, draft: DraftFields): readonly TargetField[] {
  const field = draft.take("event");
  if (field === null) return [];
  const key = field.node.kind === "string" ? field.node.value : field.written;
  const event = eventOfKey(input, key);
  const digits = DIGITS.test(key) ? key : null;
  const id = event?.id === undefined ? digits : String(event.id);
  if (id === null) {
    draft.drop(
      field,
      `Realtime names an event by its number, and the catalog has none for ${quoteJson(key)}.`,
    );
    return [["eid", "null"]];
  }
  if (event !== null && event.key !== key) {
    draft.drop(
      field,
      `The number is that of ${quoteJson(event.key)}, which the draft writes ${quoteJson(key)}.`,
    );
  }
  return [["eid", input.connection.eidType === "string" ? quoteJson(id) : id]];
}

function eventOfKey({ catalog, event }: TranslateInput, key: string): CatalogEvent | null {
  const match = catalog === null ? null : findEventByKey(catalog, key);
  return match?.kind === "exact" ? match.item : event;
}

/** The catalog's key of the number, or the number itself where the catalog has none. */
function eventKey(input: TranslateInput, draft: DraftFields): readonly TargetField[] {
  const field = draft.take("eid");
  if (field === null) return [];
  const id = field.node.kind === "string" ? field.node.value : field.written;
  const event = eventOfId(input, id);
  if (event !== null) return [["event", quoteJson(event.key)]];
  const isNumber = DIGITS.test(id);
  const instead = isNumber ? " The number stands in its place." : "";
  draft.drop(
    field,
    `OptiEvent names an event by its key, and the catalog has none for ${id.slice(0, 200)}.${instead}`,
  );
  return [["event", quoteJson(isNumber ? id : "")]];
}

function eventOfId({ catalog, event }: TranslateInput, id: string): CatalogEvent | null {
  const number = DIGITS.test(id) ? Number(id) : null;
  const found = catalog === null || number === null ? undefined : findEventById(catalog, number);
  if (found !== undefined) return found;
  return event !== null && event.id === number ? event : null;
}
