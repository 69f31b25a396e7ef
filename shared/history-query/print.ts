import type { Term } from "./types.ts";

/** The query as text, which `parseQuery` reads as these terms. Texts and values must not be empty. */
export function printQuery(terms: readonly Term[]): string {
  return terms.map(printTerm).join(" ");
}

export function printTerm(term: Term): string {
  const sign = term.negated ? "-" : "";
  if (term.kind === "text") return sign + (isPlainWord(term.text) ? term.text : quote(term.text));
  return `${sign}${term.facet}:${term.values.map(printValue).join(",")}`;
}

/** A value as it stands behind a facet's colon. */
export function printValue(value: string): string {
  return /^[^\s,"]+$/.test(value) ? value : quote(value);
}

function isPlainWord(text: string): boolean {
  return /^[^\s"-][^\s]*$/.test(text) && !/^[A-Za-z]+:/.test(text);
}

function quote(text: string): string {
  return `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}
