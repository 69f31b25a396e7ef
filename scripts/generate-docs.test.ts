import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { generatedDocuments } from "./lib/generated-documents.ts";
import { RULES_BY_SUBJECT } from "../shared/validation/rules.ts";
import { rulesDocument } from "../shared/validation/rules-document.ts";

test.each(generatedDocuments)("$path is what the code generates (npm run docs)", ({ path, text }) => {
  expect(readFileSync(resolve(import.meta.dirname, "..", path), "utf8")).toBe(text());
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
