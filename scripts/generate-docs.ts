import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { rulesDocument } from "../shared/validation/rules-document.ts";

// Writes docs/rules.md from the table of rules. With --check it writes nothing and ends with 1 when the file is out of date.

const path = resolve(import.meta.dirname, "..", "docs", "rules.md");
const wanted = rulesDocument();

if (!process.argv.includes("--check")) {
  writeFileSync(path, wanted);
  console.log("Wrote docs/rules.md.");
} else if (readOrEmpty(path) === wanted) {
  console.log("docs/rules.md is up to date.");
} else {
  console.error("docs/rules.md is out of date. Run: node scripts/generate-docs.ts");
  process.exitCode = 1;
}

/** A file that is not there is out of date, like one with another content. */
function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  }
}
