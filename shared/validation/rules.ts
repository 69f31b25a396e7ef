import { contextRules } from "./rules/context.ts";
import { documentRules } from "./rules/document.ts";
import { envelopeRules } from "./rules/envelope.ts";
import type { Rule } from "./rules/rule.ts";

/**
 * The one table of validation rules: a rule's name, vendor code, severity, summary and source are written here and
 * nowhere else. The names are stable; docs/rules.md is generated from the table.
 */
export const RULES = { ...documentRules, ...envelopeRules, ...contextRules } satisfies Record<string, Rule>;

/** The name of a rule, as findings carry it. */
export type RuleName = keyof typeof RULES;

/** Looks a rule up by the name that a finding carries; undefined for a rule of another part of the console. */
export function ruleOf(name: string): Rule | undefined {
  return isRuleName(name) ? RULES[name] : undefined;
}

function isRuleName(name: string): name is RuleName {
  return Object.hasOwn(RULES, name);
}
