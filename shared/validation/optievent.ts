import type { CatalogEvent } from "../domain/catalog.ts";
import { quoteJson } from "../json/value.ts";
import type { JsonNode, JsonNumber } from "../json/types.ts";
import { asNumber } from "./convert.ts";
import type { Envelope, Field } from "./envelope.ts";
import { checkEventApi, reportUnknownEvent } from "./event.ts";
import { findEventById, findEventByKey } from "./event-lookup.ts";
import { checkNameStyle } from "./name-style.ts";
import { wholeNumber } from "./numbers.ts";
import { openingOf, type Scope } from "./scope.ts";
import { described, named, quoted } from "./words.ts";

/** `tenant`: a positive whole number, and the number of the tenant that was chosen. */
export function checkTenant(scope: Scope, envelope: Envelope): void {
  const field = envelope.field("tenant");
  if (field === undefined || field.value.kind === "null") {
    const message = "`tenant` is missing. It is the number that Optimove gave your instance, such as 999.";
    scope.add("tenant.missing", ["tenant"], field?.value ?? openingOf(envelope.root), message);
    return;
  }
  if (scope.isUnresolved(field.value)) return;
  const tenant = readTenant(scope, field);
  if (tenant === null || scope.tenantNumber === null || tenant === scope.tenantNumber) return;
  const message = `The body says tenant ${tenant}, the chosen tenant has the number ${scope.tenantNumber}.`;
  scope.add("tenant.mismatch", [field.name], field.value, message);
}

function readTenant(scope: Scope, field: Field): number | null {
  const { name, value } = field;
  const number = asTenantNumber(value);
  if (value.kind === "number" && number !== null && /^\d+$/.test(value.text)) return number;
  const hint = value.kind === "string" && number !== null ? ", without quotes" : "";
  const message = `${named(name)} is ${described(value)}. It must be a positive whole number${hint}, such as 999.`;
  scope.add("tenant.not-integer", [name], value, message, {
    fix: number === null ? undefined : scope.replace(`Write as the number ${number}`, value, String(number)),
  });
  return number;
}

function asTenantNumber(value: JsonNode): number | null {
  const node: JsonNumber | null = value.kind === "number" ? value : (asNumber(value)?.node ?? null);
  const number = node === null ? null : wholeNumber(node.text);
  return number !== null && number > 0 ? number : null;
}

/** `event`: the key of a configured event. Answers that event, also when its key is wrong only by case. */
export function checkEvent(scope: Scope, envelope: Envelope): CatalogEvent | null {
  const field = envelope.field("event");
  if (field === undefined || isEmpty(field.value)) {
    const message = "`event` is missing. It is the key of the event, such as `newsletter_signup`.";
    scope.add("event.missing", ["event"], field?.value ?? openingOf(envelope.root), message);
    return null;
  }
  if (scope.isUnresolved(field.value)) return null;
  const event =
    field.value.kind === "string" ? findByKey(scope, field, field.value.value) : readNoString(scope, field);
  if (event !== null) checkEventApi(scope, event, [field.name], field.value);
  return event;
}

function isEmpty(node: JsonNode): boolean {
  return node.kind === "null" || (node.kind === "string" && node.value.trim() === "");
}

function findByKey(scope: Scope, field: Field, key: string): CatalogEvent | null {
  const match = scope.catalog === null ? null : findEventByKey(scope.catalog, key);
  if (match?.kind === "case") {
    const message = `Event names are case-sensitive; the catalog has ${named(match.item.key)}, not ${named(key)}.`;
    scope.add("name.case", [field.name], field.value, message, {
      fix: scope.replace(`Write as ${match.item.key}`, field.value, quoteJson(match.item.key)),
    });
    return match.item;
  }
  checkNameStyle(scope, key, [field.name], field.value);
  if (match === null) return null;
  if (match.kind === "exact") return match.item;
  const hint = match.kind === "similar" ? ` Did you mean ${named(match.item.key)}?` : "";
  reportUnknownEvent(scope, `The event ${named(key)}`, [field.name], field.value, hint);
  return null;
}

/** The event's number of the other API, or something else that is no key. */
function readNoString(scope: Scope, field: Field): CatalogEvent | null {
  const { name, value } = field;
  const id = value.kind === "number" ? wholeNumber(value.text) : null;
  const event = id === null || scope.catalog === null ? undefined : findEventById(scope.catalog, id);
  const hint = event === undefined ? "" : ` The number belongs to ${named(event.key)}.`;
  const message = `${named(name)} is ${described(value)}. It must be a string, the key of the event.${hint}`;
  scope.add("event.not-string", [name], value, message, {
    fix:
      event === undefined
        ? undefined
        : scope.replace(`Write as ${quoted(event.key)}`, value, quoteJson(event.key)),
  });
  return event ?? null;
}
