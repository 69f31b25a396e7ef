import { parse, parseExpressionAt, type Expression, type Node, type Program } from "acorn";
import type { JsonNode } from "../../json/types.ts";
import { literalOf, type OnCode } from "./literals.ts";

/** UTF-16 units. The tree of a script takes many times its length in memory. */
export const MAXIMUM_SCRIPT_LENGTH = 8 * 1024 * 1024;

export type ScriptProblem = { readonly offset: number; readonly message: string };

/** The literal objects of a script, outermost only, in order; or the first place where it is no script. */
export type ScriptReading =
  | { readonly ok: true; readonly values: readonly JsonNode[] }
  | { readonly ok: false; readonly problem: ScriptProblem };

/**
 * Reads the objects and arrays that a script writes down: `var x = {...}`, `window.x = {...}`, `export default {...}`,
 * `callback({...})`, or an object alone with unquoted keys, comments and trailing commas. The script is parsed and never
 * run; what is no literal is told to `onCode`.
 */
export function readScript(text: string, onCode: OnCode): ScriptReading {
  const isValue = /[{[]/.test(text.charAt(firstCode(text, 0)));
  const first = isValue ? readExpression(text) : readProgram(text);
  const other = first.ok ? first : isValue ? readProgram(text) : first;
  const program = first.ok ? first : other.ok ? other : first;
  if (!program.ok) return program;
  return { ok: true, values: program.values.flatMap((value) => literalOf(value, onCode) ?? []) };
}

type Parsed =
  | { readonly ok: true; readonly values: readonly Expression[] }
  | { readonly ok: false; readonly problem: ScriptProblem };

const OPTIONS = { ecmaVersion: "latest", allowHashBang: true, allowReturnOutsideFunction: true } as const;

/** The value that starts at an offset, whatever stands behind it. */
export function expressionAt(text: string, offset: number): Expression | ScriptProblem {
  try {
    return parseExpressionAt(text, offset, OPTIONS);
  } catch (error) {
    return problemOf(error, offset);
  }
}

function readExpression(text: string): Parsed {
  const value = expressionAt(text, 0);
  if (!("type" in value)) return { ok: false, problem: value };
  const stray = firstCode(text, value.end);
  if (stray === text.length) return { ok: true, values: [value] };
  return { ok: false, problem: { offset: stray, message: "More text follows the value" } };
}

/** The first offset from here on that is no white space, semicolon or comment; the length where there is none. */
function firstCode(text: string, from: number): number {
  for (let offset = from; offset < text.length;) {
    const next = skipComment(text, offset);
    if (next > offset) offset = next;
    else if (/[\s;\uFEFF]/.test(text.charAt(offset))) offset += 1;
    else return offset;
  }
  return text.length;
}

function skipComment(text: string, offset: number): number {
  if (text.startsWith("//", offset)) {
    const end = text.indexOf("\n", offset);
    return end === -1 ? text.length : end;
  }
  if (!text.startsWith("/*", offset)) return offset;
  const end = text.indexOf("*/", offset + 2);
  return end === -1 ? offset : end + 2;
}

function readProgram(text: string): Parsed {
  try {
    const sourceType = /^[ \t]*(?:export|import)\b/m.test(text) ? "module" : "script";
    return { ok: true, values: valuesOf(parse(text, { ...OPTIONS, sourceType })) };
  } catch (error) {
    return { ok: false, problem: problemOf(error, 0) };
  }
}

const TOO_DEEP = "The script is nested too deep to be read";

/** Whether the parser went into a text much further than to the place that it names. */
export function tookLong({ message }: ScriptProblem): boolean {
  return message === TOO_DEEP || message.startsWith("Unterminated comment");
}

function problemOf(error: unknown, offset: number): ScriptProblem {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof RangeError || /stack space/.test(message)) return { offset, message: TOO_DEEP };
  const place = error instanceof SyntaxError && "pos" in error ? Number(error.pos) : offset;
  return { offset: place, message: message.replace(/\s*\(\d+:\d+\)$/, "") };
}

/** What the statements of a script assign, export or pass on. Functions and what is in them are left alone. */
function valuesOf(program: Program): Expression[] {
  return program.body.flatMap((statement): Expression[] => {
    if (statement.type === "VariableDeclaration") {
      return statement.declarations.flatMap(({ init }) => (init ? assigned(init) : []));
    }
    if (statement.type === "ExpressionStatement") return assigned(statement.expression);
    if (
      statement.type === "ExportNamedDeclaration" &&
      statement.declaration?.type === "VariableDeclaration"
    ) {
      return statement.declaration.declarations.flatMap(({ init }) => (init ? assigned(init) : []));
    }
    if (statement.type === "ExportDefaultDeclaration") {
      const { declaration } = statement;
      return isExpression(declaration) ? assigned(declaration) : [];
    }
    return [];
  });
}

function isExpression(node: Node): node is Expression {
  return (
    node.type === "ObjectExpression" ||
    node.type === "ArrayExpression" ||
    node.type === "ParenthesizedExpression"
  );
}

function assigned(expression: Expression): Expression[] {
  switch (expression.type) {
    case "AssignmentExpression":
      return assigned(expression.right);
    case "SequenceExpression":
      return expression.expressions.flatMap(assigned);
    case "CallExpression":
      return expression.arguments.flatMap((argument) =>
        argument.type === "ObjectExpression" || argument.type === "ArrayExpression" ? [argument] : [],
      );
    case "LogicalExpression":
      return [...assigned(expression.left), ...assigned(expression.right)];
    case "ObjectExpression":
    case "ArrayExpression":
      return [expression];
    default:
      return [];
  }
}
