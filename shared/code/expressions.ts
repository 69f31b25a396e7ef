import { assertNever } from "../result/result.ts";
import type { CodeHeader, CodePart, PreparedRequest } from "./code-request.ts";
import { literalPieces } from "./string-literal.ts";

/** The expressions of a language for the parts of a request. */
export type Expressions = {
  readonly text: (text: string) => string;
  readonly token: string;
  /** The token as it stands within a JSON string. */
  readonly tokenInJson: string;
  readonly signature: string;
};

/** The body as a list of expressions to be joined, in order; at least one. */
export function bodyExpressions({ body }: PreparedRequest, write: Expressions): string[] {
  const pieces = body.flatMap((part) =>
    part.kind === "text" ? literalPieces(part.text).map(write.text) : [partExpression(part, write, true)],
  );
  return pieces.length === 0 ? [write.text("")] : pieces;
}

/** A header's value, its parts joined by an operator. */
export function valueExpression({ value }: CodeHeader, write: Expressions, operator: string): string {
  if (value.length === 0) return write.text("");
  return value.map((part) => partExpression(part, write, false)).join(operator);
}

export function partExpression(part: CodePart, write: Expressions, isInJson: boolean): string {
  switch (part.kind) {
    case "text":
      return write.text(part.text);
    case "token":
      return isInJson ? write.tokenInJson : write.token;
    case "signature":
      return write.signature;
    default:
      return assertNever(part);
  }
}

/** Lines that are there only where they are needed. */
export function when(isNeeded: boolean, ...lines: readonly string[]): readonly string[] {
  return isNeeded ? lines : [];
}

/** The text of a program, which ends with a line end. */
export function program(...lines: readonly (string | readonly string[])[]): string {
  return `${lines.flat().join("\n")}\n`;
}

/** A list in brackets, each entry on a line of its own. */
export function indented(entries: readonly string[], indent: string, comma = ","): string {
  return entries.map((entry) => `${indent}${entry}${comma}`).join("\n");
}
