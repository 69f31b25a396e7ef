import { evaluateDynamicName, type Moment } from "./dynamic-values.ts";
import { isSecretExpression, SECRET_REFERENCE } from "./placeholder-syntax.ts";

/** What placeholders may refer to. */
export type Scope = Moment & { readonly variables: Readonly<Record<string, string>> };

/** What a placeholder stands for. `kept` is a reference to a secret, which only the main process fills in. */
export type Evaluation =
  | { readonly kind: "value"; readonly value: string }
  | { readonly kind: "kept" }
  | { readonly kind: "unresolved"; readonly reason: string };

/** Evaluates a placeholder: `raw` as written with its braces, `expression` what stands between them. */
export function evaluatePlaceholder(raw: string, expression: string, scope: Scope): Evaluation {
  if (isSecretExpression(expression)) return evaluateSecret(raw);
  if (expression.startsWith("$")) {
    const result = evaluateDynamicName(expression, scope);
    return result.ok
      ? { kind: "value", value: result.value }
      : { kind: "unresolved", reason: result.error.message };
  }
  if (expression === "") return { kind: "unresolved", reason: "It names nothing." };
  const value = Object.hasOwn(scope.variables, expression) ? scope.variables[expression] : undefined;
  if (value !== undefined) return { kind: "value", value };
  return { kind: "unresolved", reason: `There is no variable "${expression}".` };
}

/** One that is not written exactly so would never be filled in, and nobody would be told. */
function evaluateSecret(raw: string): Evaluation {
  if (raw.replace(SECRET_REFERENCE, "") === "") return { kind: "kept" };
  return { kind: "unresolved", reason: "A secret is written {{secret:token}}, without spaces." };
}
