import type { CatalogEvent } from "../domain/catalog.ts";
import type { Identity } from "../domain/exchange.ts";
import type { PinnedValue } from "../domain/tenant-values.ts";
import { LOCAL_GATEWAY_ENDPOINT, type Api, type Connection } from "../domain/tenant.ts";
import { formatJson } from "../json/format.ts";
import { quoteJson } from "../json/value.ts";
import { assertNever } from "../result/result.ts";
import { exampleText } from "./example-text.ts";

/** What a new draft is made of. `event` is null when the catalog does not know `eventKey`. */
export type NewDraftInput = {
  readonly api: Api;
  readonly tenantNumber: number | null;
  readonly connection: Connection;
  readonly event: CatalogEvent | null;
  readonly eventKey: string;
  /** Values that parameters of these names have in every new draft of the tenant, required or not. */
  readonly pinned?: readonly PinnedValue[];
};

/** The customer of the vendor's printed example. */
const EXAMPLE_CUSTOMER = "johndoe@domain.com";

/**
 * The text of a new draft, two spaces a level, in the field order of the vendor's examples, with the required parameters
 * filled from the catalog's examples. The local gateway gets an example customer, so that the first event can be sent at
 * once; who is a customer of a real tenant only its owner knows, so there the field is empty.
 */
export function newDraftText(input: NewDraftInput): string {
  const customer = input.connection.endpoint === LOCAL_GATEWAY_ENDPOINT ? EXAMPLE_CUSTOMER : "";
  const context = objectText(newMembers(input));
  return draftTextOf(draftFields(input, { kind: "customer", value: customer }, context));
}

/** A member of a body: its name and its value as JSON text. */
export type DraftField = readonly [name: string, valueText: string];

/** The members as a draft, two spaces a level. */
export function draftTextOf(fields: readonly DraftField[]): string {
  return formatJson(objectText(fields));
}

/** The members as a JSON object on one line. */
export function objectText(fields: readonly DraftField[]): string {
  return `{${fields.map(([name, valueText]) => `${quoteJson(name)}:${valueText}`).join(",")}}`;
}

/** The fields of a draft's body in the order of the vendor's examples. Realtime has no place for a visitor. */
export function draftFields(input: NewDraftInput, identity: Identity, contextText: string): DraftField[] {
  const id = quoteJson(identity.value);
  switch (input.api) {
    case "optievent":
      return [
        ["tenant", String(input.tenantNumber)],
        ["event", eventNameText(input)],
        [identity.kind, id],
        ["timestamp", quoteJson("{{$now}}")],
        ["context", contextText],
      ];
    case "realtime":
      return [
        ["tid", quoteJson("{{secret:token}}")],
        ["cid", id],
        ["eid", eventNameText(input)],
        ["context", contextText],
      ];
    default:
      return assertNever(input.api);
  }
}

/** How a body names the event, as JSON text: OptiEvent's key, Realtime's number; `null` where that is not known. */
export function eventNameText(
  input: Pick<NewDraftInput, "api" | "event" | "eventKey" | "connection">,
): string {
  return input.api === "realtime" ? eventIdText(input) : quoteJson(input.event?.key ?? input.eventKey);
}

/** The catalog's id, else a key that is a number itself, else null, which validation points at. */
function eventIdText({
  event,
  eventKey,
  connection,
}: Pick<NewDraftInput, "event" | "eventKey" | "connection">): string {
  const digits = /^(?:0|[1-9][0-9]*)$/.test(eventKey) ? eventKey : null;
  const id = event?.id === undefined ? digits : String(event.id);
  if (id === null) return "null";
  return connection.eidType === "string" ? quoteJson(id) : id;
}

/** What must be there and what is pinned. Of several parameters of one name the last one counts. */
function newMembers({ event, pinned = [] }: NewDraftInput): DraftField[] {
  const values = new Map(pinned.map(({ name, valueText }) => [name, valueText] as const));
  const written = new Map(
    (event?.parameters ?? [])
      .filter(({ name, required }) => required === true || values.has(name))
      .map((parameter) => [parameter.name, parameter] as const),
  );
  return [...written].map(([name, parameter]) => [name, values.get(name) ?? exampleText(parameter)]);
}
