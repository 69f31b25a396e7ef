import type { CatalogEvent } from "../domain/catalog.ts";
import { quoteJson } from "../json/value.ts";
import type { JsonNode } from "../json/types.ts";
import type { Envelope, Field } from "./envelope.ts";
import { checkEventApi, reportUnknownEvent } from "./event.ts";
import { findEventById, findEventByKey } from "./event-lookup.ts";
import { wholeNumber } from "./numbers.ts";
import { isSecretReference } from "./placeholders.ts";
import { openingOf, type Scope } from "./scope.ts";
import { described, named, quoted } from "./words.ts";

/** `tid`, the token. No message ever repeats its value. */
export function checkToken(scope: Scope, envelope: Envelope): void {
  const field = envelope.field("tid");
  const value = field?.value;
  if (field === undefined || value?.kind !== "string" || value.value.trim() === "") {
    const what = value === undefined ? "missing" : value.kind === "string" ? "blank" : "not a string";
    const message = `\`tid\` is ${what}. It is the API token and the only credential of this API; write \`{{secret:token}}\` and keep the token with the tenant.`;
    scope.add("token.missing", [field?.name ?? "tid"], value ?? openingOf(envelope.root), message);
    return;
  }
  if (isSecretReference(value.value) || scope.isUnresolved(value)) return;
  const message = `\`tid\` holds a token in clear. In a draft write \`{{secret:token}}\` instead, so that it is not kept with the text.`;
  scope.add("token.in-clear", [field.name], value, message);
}

/** `eid`: the number of a configured event. Answers that event where it can be told. */
export function checkEid(scope: Scope, envelope: Envelope): CatalogEvent | null {
  const field = envelope.field("eid");
  if (field === undefined || isEmpty(field.value)) {
    const message = "`eid` is missing. It is the number of the event; custom events start at 1101.";
    scope.add("eid.missing", ["eid"], field?.value ?? openingOf(envelope.root), message);
    return null;
  }
  if (scope.isUnresolved(field.value)) return null;
  const id = eidNumber(field.value);
  if (id === null) return readNoNumber(scope, field);
  checkEidType(scope, field, id);
  return findById(scope, field, id);
}

function isEmpty(node: JsonNode): boolean {
  return node.kind === "null" || (node.kind === "string" && node.value.trim() === "");
}

function eidNumber(value: JsonNode): number | null {
  if (value.kind === "number") return wholeNumber(value.text);
  return value.kind === "string" && /^(?:0|[1-9]\d*)$/.test(value.value) ? wholeNumber(value.value) : null;
}

/** The vendor's sources disagree on the JSON type, so the connection says which one this tenant takes. */
function checkEidType(scope: Scope, field: Field, id: number): void {
  const wanted = scope.connection?.eidType ?? "number";
  const { value } = field;
  if (value.kind === wanted) return;
  const text = eidText(scope, id);
  const message = `${named(field.name)} is ${described(value)}; ${scope.connection === null ? "the default is" : "this connection sends"} a ${wanted}, ${text}. The vendor's sources disagree on the type.`;
  scope.add("eid.mismatch", [field.name], value, message, {
    severity: "warning",
    fix: scope.replace(`Write as ${text}`, value, text),
  });
}

/** The number as JSON text in the type that the connection sends. */
function eidText(scope: Scope, id: number): string {
  return scope.connection?.eidType === "string" ? quoteJson(String(id)) : String(id);
}

function findById(scope: Scope, field: Field, id: number): CatalogEvent | null {
  if (scope.catalog === null) return null;
  const event = findEventById(scope.catalog, id);
  if (event === undefined) {
    const hint = id >= 1000 && id < 1100 ? " Numbers from 1000 to 1099 are the vendor's core events." : "";
    reportUnknownEvent(scope, `The event with the number ${id}`, [field.name], field.value, hint);
    return null;
  }
  checkEventApi(scope, event, [field.name], field.value);
  return event;
}

/** The event's key of the other API, or something else that is no number. */
function readNoNumber(scope: Scope, field: Field): CatalogEvent | null {
  const { name, value } = field;
  const match =
    value.kind === "string" && scope.catalog !== null ? findEventByKey(scope.catalog, value.value) : null;
  const event = match?.kind === "exact" || match?.kind === "case" ? match.item : null;
  const right = event?.id === undefined ? null : eidText(scope, event.id);
  const hint =
    event !== null && right !== null
      ? ` ${named(event.key)} has the number ${quoted(right).replaceAll('"', "")}.`
      : "";
  const message = `${named(name)} is ${described(value)}. It must be the whole number of the event.${hint}`;
  scope.add("eid.mismatch", [name], value, message, {
    fix: right === null ? undefined : scope.replace(`Write as ${right}`, value, right),
  });
  if (event !== null) checkEventApi(scope, event, [name], value);
  return event;
}
