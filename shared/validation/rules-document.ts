import { tableLines } from "../text/markdown-table.ts";
import { RULES_BY_SUBJECT } from "./rules.ts";
import type { Rule } from "./rules/rule.ts";

const INTRODUCTION = `# Validation rules

Generated from the table of rules by \`node scripts/generate-docs.ts\`; change the table, not this file.

Every finding carries the name of its rule, the vendor's code where there is one, a severity, a JSON pointer, a sentence
and the source of the rule. The names are stable. Findings never forbid sending. _Fix_ says whether the finding can carry
a change of the text that certainly mends it. _Profile_ names the fields of a tenant's rule profile that change the rule.
`;

/** The text of docs/rules.md. */
export function rulesDocument(): string {
  const sections = Object.entries(RULES_BY_SUBJECT).map(([subject, rules]) => section(subject, rules));
  return [INTRODUCTION, ...sections].join("\n");
}

const HEAD = ["Rule", "Code", "Severity", "What is right", "Fix", "Profile", "Source"];

function section(subject: string, rules: Readonly<Record<string, Rule>>): string {
  const rows = Object.entries(rules).map(([name, rule]) => cellsOf(name, rule));
  return [`## ${subject}`, "", ...tableLines([HEAD, ...rows]), ""].join("\n");
}

function cellsOf(name: string, rule: Rule): string[] {
  const cells = [
    `\`${name}\``,
    rule.code === null ? "" : String(rule.code),
    rule.severity,
    rule.summary,
    rule.hasFix ? "yes" : "",
    rule.profile.map((field) => `\`${field}\``).join(", "),
    rule.source,
  ];
  return cells;
}
