import type { CatalogEvent } from "../domain/catalog.ts";
import { assertNever, failure, success, type Result } from "../result/result.ts";
import { withMember } from "./document.ts";

/** The fields of an event that are written as text. */
export const EVENT_FIELDS = ["key", "id", "title", "group", "description"] as const;
export type EventField = (typeof EVENT_FIELDS)[number];

export function eventFieldText(event: CatalogEvent, field: EventField): string {
  return String(event[field] ?? "");
}

/**
 * The event with what was written into one of its fields; empty takes an optional one away.
 * Codes: `event.key-missing`, `event.id-not-integer`.
 */
export function withEventField(event: CatalogEvent, field: EventField, text: string): Result<CatalogEvent> {
  switch (field) {
    case "key":
      return text.trim() === ""
        ? failure("event.key-missing", "An event needs a key: it is what is sent as its name.")
        : success({ ...event, key: text });
    case "id":
      return withId(event, text.trim());
    case "title":
    case "group":
    case "description":
      return success(withMember(event, field, text === "" ? undefined : text));
    default:
      return assertNever(field);
  }
}

function withId(event: CatalogEvent, text: string): Result<CatalogEvent> {
  if (text === "") return success(withMember(event, "id", undefined));
  const id = Number(text);
  if (/^-?\d+$/.test(text) && Number.isSafeInteger(id)) return success({ ...event, id });
  return failure(
    "event.id-not-integer",
    "An event id is a whole number, such as 1101. Leave it empty where there is none.",
  );
}
