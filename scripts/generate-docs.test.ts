import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { RULES_BY_SUBJECT } from "../shared/validation/rules.ts";
import { rulesDocument } from "../shared/validation/rules-document.ts";

const file = resolve(import.meta.dirname, "..", "docs", "rules.md");

test("docs/rules.md is what the table of rules generates (node scripts/generate-docs.ts)", () => {
  expect(readFileSync(file, "utf8")).toBe(rulesDocument());
});

test("every rule is listed with its code", () => {
  const text = rulesDocument();
  for (const rules of Object.values(RULES_BY_SUBJECT)) {
    for (const [name, { code }] of Object.entries(rules)) {
      const line = text.split("\n").find((line) => line.startsWith(`| \`${name}\` `));
      expect(line?.split("|")[2]?.trim()).toBe(code === null ? "" : String(code));
    }
  }
});
