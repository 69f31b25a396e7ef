import type { Span } from "../json/types.ts";

/** A piece of a text that may be JSON one day. A string that is not closed ends with its line. */
export type Token = Span & {
  readonly kind: "string" | "word" | "punctuation";
  /** As written, with quotes. */
  readonly text: string;
};

const TOKEN = /"[^"\\\n\r]*(?:\\[^\n\r][^"\\\n\r]*)*"?|[{}[\]:,]|[^\s{}[\]:,"]+/gu;

/** Cuts any text into tokens. Unlike parsing it never fails: what is being typed is seldom JSON. */
export function* tokensOf(text: string): Generator<Token> {
  for (const { 0: written, index } of text.matchAll(TOKEN)) {
    yield { kind: kindOf(written), text: written, start: index, end: index + written.length };
  }
}

/** Whether a string token has its closing quote. */
export function isClosed({ text }: Token): boolean {
  if (text.length < 2 || !text.endsWith('"')) return false;
  const [backslashes = ""] = /\\*$/u.exec(text.slice(0, -1)) ?? [];
  return backslashes.length % 2 === 0;
}

function kindOf(written: string): Token["kind"] {
  if (written.startsWith('"')) return "string";
  return /^[{}[\]:,]$/u.test(written) ? "punctuation" : "word";
}
