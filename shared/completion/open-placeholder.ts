import type { Span } from "../json/types.ts";

/** What stands between the braces of a placeholder; `isClosed` where its closing braces are there. */
export type OpenPlaceholder = Span & { readonly isClosed: boolean };

const NAME = /[^{}"\s]*/uy;

/** The placeholder that an offset of a string is in: between `{{` and what ends it. `from` is where the string starts. */
export function openPlaceholder(text: string, from: number, offset: number): OpenPlaceholder | null {
  const opening = text.lastIndexOf("{{", offset - 2);
  if (opening < from || /[{}]/u.test(text.slice(opening + 2, offset))) return null;
  NAME.lastIndex = offset;
  const rest = NAME.exec(text)?.[0] ?? "";
  const end = offset + rest.length;
  return { start: opening + 2, end, isClosed: text.startsWith("}}", end) };
}
