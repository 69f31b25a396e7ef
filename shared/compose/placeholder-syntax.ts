import { parseJson } from "../json/parse.ts";

/** A part of a string as written in the draft: text to keep, or a placeholder with what stands between its braces. */
export type Segment =
  | { readonly kind: "literal"; readonly raw: string }
  | { readonly kind: "placeholder"; readonly raw: string; readonly expression: string };

/** Looked for in the text as written: `\u007b{name}}` is no placeholder, which is how to send such a text. */
const PLACEHOLDER = /\{\{([^{}]*)\}\}/g;

/**
 * A reference to a secret, as it stands in composed text until the main process fills it in: `{{secret:token}}`. Group 1
 * is the name.
 */
export const SECRET_REFERENCE = /\{\{secret:([A-Za-z0-9_.-]+)\}\}/g;

/** Whether text as written may hold a placeholder. */
export function mayHavePlaceholders(raw: string): boolean {
  return raw.includes("{{");
}

/** Splits the inside of a JSON string, as written and without its quotes. */
export function splitPlaceholders(raw: string): readonly Segment[] {
  const segments: Segment[] = [];
  let copiedTo = 0;
  for (const { 0: whole, 1: inside = "", index } of raw.matchAll(PLACEHOLDER)) {
    if (index > copiedTo) segments.push({ kind: "literal", raw: raw.slice(copiedTo, index) });
    segments.push({ kind: "placeholder", raw: whole, expression: decode(inside).trim() });
    copiedTo = index + whole.length;
  }
  if (copiedTo < raw.length) segments.push({ kind: "literal", raw: raw.slice(copiedTo) });
  return segments;
}

/** The text that the inside of a JSON string stands for. */
export function decode(raw: string): string {
  if (!raw.includes("\\")) return raw;
  const parsed = parseJson(`"${raw}"`);
  return parsed.ok && parsed.root.kind === "string" ? parsed.root.value : raw;
}

/** Whether what stands between two braces refers to a secret, rightly written or not. */
export function isSecretExpression(expression: string): boolean {
  return expression.startsWith("secret:");
}
