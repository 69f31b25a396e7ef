import type { Finding } from "../../../shared/domain/finding.ts";
import type { Api } from "../../../shared/domain/tenant.ts";
import { parseJson } from "../../../shared/json/parse.ts";
import { fieldOfPath, focusField, parameterField, type FieldId } from "./field-of-path.ts";

/**
 * A fix may take the control away that had the keyboard: its own button, a row that has another name now, a text that became a
 * switch. The keyboard then goes to the field that was fixed, so that the next key still means something.
 */
export function focusAfterFix(form: HTMLElement, finding: Finding, api: Api): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    fixedFields(finding, api).find((field) => focusField(form, field));
  });
}

/** Where what was fixed is afterwards, the likeliest first: in its field, or in the one of its new name. */
export function fixedFields({ path, fix }: Finding, api: Api): readonly FieldId[] {
  const field = fieldOfPath(path, api);
  const written = (fix?.edits ?? []).flatMap(({ text }) => {
    const parsed = parseJson(text);
    return parsed.ok && parsed.root.kind === "string" ? [parameterField(parsed.root.value)] : [];
  });
  return field === null ? written : [field, ...written];
}
