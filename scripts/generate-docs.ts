import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { generatedDocuments } from "./lib/generated-documents.ts";

// Writes the documents that are made from the code. With --check it writes nothing and ends with 1 when one is out of date.

for (const { path, text } of generatedDocuments) {
  const file = resolve(import.meta.dirname, "..", path);
  if (!process.argv.includes("--check")) {
    writeFileSync(file, text());
    console.log(`Wrote ${path}.`);
  } else if (readOrEmpty(file) === text()) {
    console.log(`${path} is up to date.`);
  } else {
    console.error(`${path} is out of date. Run: npm run docs`);
    process.exitCode = 1;
  }
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
