import { placeholderRules } from "../compose/placeholder-rules.ts";
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

/** Every rule that a finding of the console can name, under the headings of docs/rules.md. */
export const RULES_BY_SUBJECT = {
  "The text as a whole": documentRules,
  "The envelope": envelopeRules,
  "Context, parameters and names": contextRules,
  Placeholders: placeholderRules,
} satisfies Record<string, Record<string, Rule>>;
