import type { Api } from "../../../shared/domain/tenant.ts";
import { CONTEXT_FIELD, customerField, TIMESTAMP_FIELD, VISITOR_FIELD } from "../../../shared/form/fields.ts";
import { fromPointer } from "../../../shared/json/path.ts";

/** The form's name of a field, unique in it: `identity`, `timestamp`, or a parameter's `parameter:NAME`. */
export type FieldId = "identity" | "timestamp" | `parameter:${string}`;

export function parameterField(name: string): FieldId {
  return `parameter:${name}`;
}

/** The field that shows what a finding's path points at; null where the form has none. */
export function fieldOfPath(path: string, api: Api): FieldId | null {
  const [first, second] = fromPointer(path).map(String);
  if (first === customerField(api)) return "identity";
  if (first === VISITOR_FIELD && api === "optievent") return "identity";
  if (first === TIMESTAMP_FIELD && api === "optievent") return "timestamp";
  if (first === CONTEXT_FIELD && second !== undefined) return parameterField(second);
  return null;
}

/** Where a field's value is typed or chosen, the likeliest first: what is wrong, a text, a switch, a button. */
const CONTROLS = [
  "[aria-invalid=true]:is(input, textarea):not([readonly])",
  "input:not([readonly]), textarea:not([readonly])",
  "[role=radio][tabindex='0'], [role=radio]",
  "button",
];

/**
 * Puts the keyboard where the field's value is typed or chosen, and brings it into view. Answers whether there is such a field
 * that takes the keyboard.
 */
export function focusField(form: HTMLElement, field: string): boolean {
  const row = fieldRows(form).find((candidate) => candidate.dataset["field"] === field);
  const value = row?.querySelector("[data-control]");
  row?.scrollIntoView({ block: "nearest" });
  const controls = CONTROLS.flatMap((selector) => value?.querySelector<HTMLElement>(selector) ?? []);
  controls[0]?.focus();
  if (controls[0] instanceof HTMLTextAreaElement) toEnd(controls[0]);
  return controls[0] !== undefined && document.activeElement === controls[0];
}

/** A field of several lines that was not written in yet goes on where its text ends. */
function toEnd(field: HTMLTextAreaElement): void {
  const { selectionStart, selectionEnd, value } = field;
  if (selectionStart === 0 && selectionEnd === 0) field.setSelectionRange(value.length, value.length);
}

/** The names of the fields that a form shows, from top to bottom. */
export function shownFields(form: HTMLElement): readonly string[] {
  return fieldRows(form).flatMap((row) => row.dataset["field"] ?? []);
}

function fieldRows(form: HTMLElement): readonly HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>("[data-field]")];
}
