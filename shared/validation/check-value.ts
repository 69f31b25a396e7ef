import type { Parameter } from "../domain/catalog.ts";
import type { Finding } from "../domain/finding.ts";
import { DEFAULT_RULE_PROFILE, type RuleProfile } from "../domain/tenant.ts";
import { parseJson } from "../json/parse.ts";
import { quoteJson } from "../json/value.ts";
import { createMemberFixes } from "./member-fixes.ts";
import { checkParameterValue } from "./parameter-value.ts";
import { createScope } from "./scope.ts";

const ANY_TIME = new Date(0);

/**
 * What a value, as JSON text, breaks of what a catalog says of a parameter, as in the body of an event. A text that is no
 * JSON value breaks nothing.
 */
export function checkValue(
  parameter: Parameter,
  valueText: string,
  profile: RuleProfile = DEFAULT_RULE_PROFILE,
): readonly Finding[] {
  const text = `{${quoteJson(parameter.name)}:${valueText}}`;
  const parsed = parseJson(text);
  const member = parsed.ok && parsed.root.kind === "object" ? parsed.root.members[0] : undefined;
  if (!parsed.ok || parsed.root.kind !== "object" || member === undefined) return [];
  const scope = createScope({
    text,
    api: "optievent",
    catalog: null,
    connection: null,
    tenantNumber: null,
    profile,
    now: ANY_TIME,
  });
  const { name } = parameter;
  const fixes = createMemberFixes(scope, parsed.root);
  checkParameterValue(scope, { name, member, fixes, path: [name], parameter });
  return scope.findings;
}

/** Whether a value, as JSON text, is one that may be sent for the parameter: it breaks no rule that is an error. */
export function isValidValue(parameter: Parameter, valueText: string, profile?: RuleProfile): boolean {
  return checkValue(parameter, valueText, profile).every(({ severity }) => severity !== "error");
}
