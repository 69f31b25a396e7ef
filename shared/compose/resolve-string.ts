import { assertNever } from "../result/result.ts";
import type { ParameterType } from "../domain/catalog.ts";
import { quoteJson } from "../json/value.ts";
import { evaluatePlaceholder, type Evaluation, type Scope } from "./evaluate.ts";
import { decode, mayHavePlaceholders, SECRET_REFERENCE, splitPlaceholders } from "./placeholder-syntax.ts";

/** A part of a string after its placeholders were evaluated. `start` counts from the string's opening quote. */
export type ResolvedPart = {
  readonly start: number;
  /** As written in the draft. */
  readonly raw: string;
  /** As it is written in the request, inside the quotes. */
  readonly written: string;
  /** null for text that is no placeholder. */
  readonly evaluation: Evaluation | null;
};

/**
 * A string of the draft with its placeholders filled in. `token` replaces the whole string, quotes included, by a number or
 * a literal; `text` keeps it a string.
 */
export type ResolvedString =
  | { readonly kind: "token"; readonly placeholder: string; readonly type: TokenType; readonly token: string }
  | {
      readonly kind: "text";
      readonly parts: readonly ResolvedPart[];
      readonly value: string;
      /** What the declared type could not take. */
      readonly misfit: { readonly value: string; readonly type: TokenType } | null;
    };

type TokenType = Exclude<ParameterType, "string">;

const JSON_NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;

/** `quoted` is the string as written in the draft, with its quotes. */
export function resolveString(quoted: string, type: ParameterType, scope: Scope): ResolvedString {
  const parts = evaluateParts(quoted.slice(1, -1), scope);
  const only = parts.length === 1 ? parts[0] : undefined;
  const value = only?.evaluation?.kind === "value" ? only.evaluation.value : null;
  if (only !== undefined && value !== null && type !== "string") {
    if (fits(value, type)) return { kind: "token", placeholder: only.raw, type, token: value };
    return { kind: "text", ...asText(parts), misfit: { value, type } };
  }
  return { kind: "text", ...asText(parts), misfit: null };
}

function evaluateParts(raw: string, scope: Scope): readonly ResolvedPart[] {
  let next = 1;
  return splitPlaceholders(raw).map((segment) => {
    const start = next;
    next += segment.raw.length;
    if (segment.kind === "literal")
      return { start, raw: segment.raw, written: segment.raw, evaluation: null };
    const evaluation = evaluatePlaceholder(segment.raw, segment.expression, scope);
    const written = evaluation.kind === "value" ? quoteJson(evaluation.value).slice(1, -1) : segment.raw;
    return { start, raw: segment.raw, written, evaluation };
  });
}

function asText(parts: readonly ResolvedPart[]): { parts: readonly ResolvedPart[]; value: string } {
  const safeParts = withoutNewSecretReferences(parts);
  return { parts: safeParts, value: decode(safeParts.map((part) => part.written).join("")) };
}

/**
 * Whether braces are left that open a placeholder, in the text or in what was filled in. Those of a placeholder that stays as it
 * is do not count, nor do braces that are escaped in the draft.
 */
export function hasUnclosed(parts: readonly ResolvedPart[]): boolean {
  const left = parts.map(({ raw, evaluation }) => {
    if (evaluation === null) return raw;
    return evaluation.kind === "value" ? evaluation.value : " ";
  });
  return mayHavePlaceholders(left.join(""));
}

/** An empty value has nothing to escape: where it would join two pieces to a reference, its placeholder is left. */
function withoutNewSecretReferences(parts: readonly ResolvedPart[]): readonly ResolvedPart[] {
  if (!makesNewSecretReference(parts)) return parts;
  const escaped = parts.map(escapeValue);
  return makesNewSecretReference(escaped) ? parts.map(leavePlaceholder) : escaped;
}

/**
 * Whether filling in has made a reference to a secret that the draft does not have: a value from a data row must not be able
 * to ask for the token.
 */
function makesNewSecretReference(parts: readonly ResolvedPart[]): boolean {
  const written = parts.map((part) => part.written).join("");
  if (!mayHavePlaceholders(written)) return false;
  const kept = parts.filter((part) => part.evaluation?.kind === "kept").length;
  return [...written.matchAll(SECRET_REFERENCE)].length > kept;
}

/** The same value, written so that nothing in it looks like anything. */
function escapeValue(part: ResolvedPart): ResolvedPart {
  if (part.evaluation?.kind !== "value") return part;
  const { value } = part.evaluation;
  let written = "";
  for (let index = 0; index < value.length; index += 1) {
    written += `\\u${value.charCodeAt(index).toString(16).padStart(4, "0")}`;
  }
  return { ...part, written };
}

function leavePlaceholder(part: ResolvedPart): ResolvedPart {
  if (part.evaluation?.kind !== "value") return part;
  const reason = "What it stands for would make a reference to a secret of the text around it.";
  return { ...part, written: part.raw, evaluation: { kind: "unresolved", reason } };
}

function fits(value: string, type: TokenType): boolean {
  switch (type) {
    case "number":
      return JSON_NUMBER.test(value);
    case "boolean":
      return value === "true" || value === "false";
    default:
      return assertNever(type);
  }
}
