import { evaluateDynamicName, type Moment } from "./dynamic-values.ts";
import {
  isSecretExpression,
  mayHavePlaceholders,
  SECRET_REFERENCE,
  splitPlaceholders,
} from "./placeholder-syntax.ts";

/** What placeholders may refer to. Values of variables may have placeholders in them, but for references to secrets. */
export type Scope = Moment & { readonly variables: Readonly<Record<string, string>> };

/** What a placeholder stands for. `kept` is a reference to a secret, which only the main process fills in. */
export type Evaluation =
  | { readonly kind: "value"; readonly value: string }
  | { readonly kind: "kept" }
  | { readonly kind: "unresolved"; readonly reason: string };

/** How one placeholder came to be evaluated: the variables it stands in, the outermost first, and what it may still cost. */
type Trail = { readonly names: readonly string[]; readonly budget: { left: number } };

/** Variables within variables: so deep, so many placeholders, and together so many UTF-16 units. */
const MOST_DEPTH = 20;
const MOST_PLACEHOLDERS = 1_000;
const MOST_UNITS = 1_000_000;

/** Evaluates a placeholder: `raw` as written with its braces, `expression` what stands between them. Always ends. */
export function evaluatePlaceholder(raw: string, expression: string, scope: Scope): Evaluation {
  return evaluate(raw, expression, scope, { names: [], budget: { left: MOST_PLACEHOLDERS } });
}

function evaluate(raw: string, expression: string, scope: Scope, trail: Trail): Evaluation {
  const within = trail.names.at(-1);
  const unresolved = (reason: string): Evaluation => ({
    kind: "unresolved",
    reason: within === undefined ? reason : `The value of "${within}" has ${raw} in it. ${reason}`,
  });
  if (isSecretExpression(expression)) {
    return within === undefined ? evaluateSecret(raw) : unresolved("A secret is named in the draft itself.");
  }
  if (expression.startsWith("$")) {
    const result = evaluateDynamicName(expression, scope);
    return result.ok ? { kind: "value", value: result.value } : unresolved(result.error.message);
  }
  if (expression === "") return unresolved("It names nothing.");
  const value = Object.hasOwn(scope.variables, expression) ? scope.variables[expression] : undefined;
  if (value === undefined) return unresolved(`There is no variable "${expression}".`);
  return evaluateVariable(expression, value, scope, trail);
}

function evaluateVariable(name: string, value: string, scope: Scope, trail: Trail): Evaluation {
  if (!mayHavePlaceholders(value)) return { kind: "value", value };
  const problem = problemOfTrail(name, trail);
  if (problem !== null) return { kind: "unresolved", reason: problem };
  const inner: Trail = { names: [...trail.names, name], budget: trail.budget };
  let text = "";
  for (const segment of splitPlaceholders(value)) {
    if (segment.kind === "literal") {
      text += segment.raw;
      continue;
    }
    inner.budget.left -= 1;
    const evaluation = evaluate(segment.raw, segment.expression, scope, inner);
    if (evaluation.kind !== "value") return evaluation;
    text += evaluation.value;
    if (inner.budget.left < 0 || text.length > MOST_UNITS) {
      return {
        kind: "unresolved",
        reason: `The variables in the value of "${name}" become too long a text.`,
      };
    }
  }
  return { kind: "value", value: text };
}

/** Why a variable cannot be looked into within the ones before it, as a sentence. */
function problemOfTrail(name: string, { names }: Trail): string | null {
  const since = names.indexOf(name);
  if (since === names.length - 1 && since !== -1) return `The variable "${name}" has itself in its value.`;
  if (since !== -1)
    return `Variables have each other in their values: ${circle([...names.slice(since), name])}.`;
  if (names.length < MOST_DEPTH) return null;
  return `Variables have variables in their values more than ${MOST_DEPTH} deep, from "${names[0] ?? name}" on.`;
}

function circle(names: readonly string[]): string {
  return names.map((name) => `{{${name}}}`).join(", ");
}

/** One that is not written exactly so would never be filled in, and nobody would be told. */
function evaluateSecret(raw: string): Evaluation {
  if (raw.replace(SECRET_REFERENCE, "") === "") return { kind: "kept" };
  return { kind: "unresolved", reason: "A secret is written {{secret:token}}, without spaces." };
}
