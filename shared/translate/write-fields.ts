import { layoutOf } from "../json/layout.ts";
import type { JsonObject } from "../json/types.ts";
import { quoteJson } from "../json/value.ts";
import type { TargetField } from "./target-fields.ts";

/** An object with these members, laid out as the draft is, whose values keep every character. */
export function writeFields(text: string, root: JsonObject, fields: readonly TargetField[]): string {
  const { lineEnd, indentUnit, colon } = layoutOf(text, root);
  const members = fields.map(([name, written]) => `${quoteJson(name)}${colon}${written}`);
  if (lineEnd === null) return `{${members.join(colon.endsWith(" ") ? ", " : ",")}}`;
  const indented = members.map((member) => `${indentUnit}${member}`);
  return `{${lineEnd}${indented.join(`,${lineEnd}`)}${lineEnd}}`;
}
