import type { CatalogEvent } from "../domain/catalog.ts";
import type { JsonPath, Span } from "../json/types.ts";
import type { Scope } from "./scope.ts";
import { named } from "./words.ts";

/** Reports an event that the catalog does not have. `subject` names it: "The event `x`", "The event with the number 7". */
export function reportUnknownEvent(
  scope: Scope,
  subject: string,
  path: JsonPath,
  span: Span,
  hint = "",
): void {
  const where = scope.catalog === null ? "" : ` in the catalog "${scope.catalog.name}"`;
  scope.add("event.unknown", path, span, `${subject} is not configured${where}.${hint}`);
}

/** Reports an event that the catalog has, but not for the API it is sent to. An event without `apis` is for both. */
export function checkEventApi(scope: Scope, event: CatalogEvent, path: JsonPath, span: Span): void {
  if (event.apis === undefined || event.apis.includes(scope.api)) return;
  const name = scope.api === "optievent" ? "OptiEvent" : "Realtime";
  const message = `The catalog does not have ${named(event.key)} for the ${name} API.`;
  scope.add("event.not-for-api", path, span, message);
}
