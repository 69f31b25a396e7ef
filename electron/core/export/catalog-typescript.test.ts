import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import * as fc from "fast-check";
import { expect, it, onTestFinished } from "vitest";
import { anyCatalog } from "../../../shared/catalog/test-support/any-catalog.ts";
import { demoCatalog } from "../../../shared/demo/demo-catalog.ts";
import { HOSTILE_CATALOG } from "../../../shared/catalog-export/test-support/hostile-catalog.ts";
import { catalogTypeScript } from "../../../shared/catalog-export/typescript.ts";

const COMPILER = resolve(import.meta.dirname, "../../../node_modules/typescript/bin/tsc");

/** What the TypeScript compiler says of these files; empty where it finds nothing. */
function compile(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "optievent-types-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const paths = Object.entries(files).map(([name, text]) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  });
  try {
    execFileSync(
      process.execPath,
      [COMPILER, "--noEmit", "--strict", "--ignoreConfig", "--target", "es2022", ...paths],
      {
        encoding: "utf8",
      },
    );
    return "";
  } catch (error) {
    return error instanceof Error && "stdout" in error ? String(error.stdout) : String(error);
  }
}

it("compiles, and refuses what the catalog does not allow", () => {
  const use = (
    body: string,
  ): string => `import type { OptiEventBody, NewsletterSignupContext } from "./events";
export const context: NewsletterSignupContext = { email: "a@b.example", opt_in: true };
export const body: OptiEventBody<"newsletter_signup"> = ${body};\n`;
  const fields = `tenant: 999, event: "newsletter_signup", customer: "c", timestamp: "", context`;
  const events = catalogTypeScript(demoCatalog);
  expect(compile({ "events.ts": events, "right.ts": use(`{ ${fields} }`) })).toBe("");
  const wrong = {
    "event.ts": use(`{ ${fields}, event: "unknown" }`),
    "both.ts": use(`{ ${fields}, visitor: "v" }`),
    "type.ts": use(`{ ${fields}: { email: 1, opt_in: true } }`),
    "missing.ts": use(`{ ${fields}: { email: "a@b.example" } }`),
  };
  const said = compile({ "events.ts": events, ...wrong });
  for (const file of Object.keys(wrong)) expect(said).toContain(`${file}(3,`);
});

it("compiles whatever the names are", () => {
  const files = fc
    .sample(anyCatalog, 20)
    .map((catalog, index) => [`any${index}.ts`, catalogTypeScript(catalog)]);
  const hostile = catalogTypeScript(HOSTILE_CATALOG);
  expect(compile({ "hostile.ts": hostile, ...Object.fromEntries(files) })).toBe("");
  const check = `import * as events from "./hostile";\nexport const none: [] = [] as (keyof typeof events)[] as never;\nexport type Key = events.EventKey;\n`;
  expect(compile({ "hostile.ts": hostile, "check.ts": check })).toBe("");
  expect(hostile).not.toMatch(/^export const/m);
});
