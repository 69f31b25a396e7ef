/** Allowed values as one line of text: with commas between, in quotes where a comma or a quote is part of one. */
export function formatValueList(values: readonly string[]): string {
  return values.map(quoteIfNeeded).join(", ");
}

/** The parts of such a line. White space around them is dropped, empty ones are left out unless they are quoted. */
export function readValueList(text: string): string[] {
  const parts: string[] = [];
  let rest = text.trimStart();
  while (rest !== "") {
    const quotedPart = /^"((?:[^"]|"")*)"\s*(?:[,;\n]|$)/u.exec(rest);
    const match = quotedPart ?? /^([^,;\n]*)(?:[,;\n]|$)/u.exec(rest);
    if (match === null) break;
    const part = match[1] ?? "";
    if (quotedPart !== null) parts.push(part.replaceAll('""', '"'));
    else if (part.trim() !== "") parts.push(part.trim());
    rest = rest.slice(match[0].length).trimStart();
  }
  return parts;
}

function quoteIfNeeded(text: string): string {
  const isPlain = text !== "" && text === text.trim() && !/[,;"\n]/u.test(text);
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}
