import { tableLines } from "../text/markdown-table.ts";
import { CATALOG_RULES_BY_SUBJECT, type CatalogRule } from "./rules.ts";

const INTRODUCTION = `# Catalog rules

Generated from the table of rules by \`npm run docs\`; change the table, not this file.

The catalog editor and \`catalog lint\` check catalogs by these rules; the rules of payloads are in [rules.md](rules.md). Every
finding carries the name of its rule, a severity, a JSON pointer into the catalog and a sentence. The names are stable. _Fix_
says whether the finding can carry a change of the catalog that certainly mends it and makes nothing else wrong.
`;

/** The text of docs/catalog-rules.md. */
export function catalogRulesDocument(): string {
  const sections = Object.entries(CATALOG_RULES_BY_SUBJECT).map(([subject, rules]) =>
    section(subject, rules),
  );
  return [INTRODUCTION, ...sections].join("\n");
}

const HEAD = ["Rule", "Severity", "What is right", "Fix", "Source"];

function section(subject: string, rules: Readonly<Record<string, CatalogRule>>): string {
  const rows = Object.entries(rules).map(([name, { severity, summary, hasFix, source }]) => [
    `\`${name}\``,
    severity,
    summary,
    hasFix ? "yes" : "",
    source,
  ]);
  return [`## ${subject}`, "", ...tableLines([HEAD, ...rows]), ""].join("\n");
}
