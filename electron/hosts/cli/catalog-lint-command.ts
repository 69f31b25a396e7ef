import { existsSync } from "node:fs";
import { z } from "zod";
import { applyAllFixes } from "../../../shared/catalog-lint/apply-fix.ts";
import { lintCatalog } from "../../../shared/catalog-lint/lint.ts";
import { CATALOG_RULES } from "../../../shared/catalog-lint/rules.ts";
import type { CatalogFinding } from "../../../shared/catalog-lint/types.ts";
import type { Catalog } from "../../../shared/domain/catalog.ts";
import type { Finding } from "../../../shared/domain/finding.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { readCatalogFile, writeCatalogFile } from "../../core/catalogs/catalog-file.ts";
import { acquireWorkspaceLock } from "../../core/workspace/workspace-lock.ts";
import { chooseCatalog } from "./catalog-choice.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { countFindings, formatFindings, hasError, printedFinding } from "./findings-output.ts";
import { commonOptions } from "./options.ts";
import { painterFor, printJson, say, type Terminal } from "./terminal.ts";
import { accessWorkspace } from "./workspace-access.ts";

export const catalogLintOptionsSchema = z.object({
  ...commonOptions,
  catalog: z.string(),
  fix: z.boolean().optional(),
});
export type CatalogLintOptions = z.infer<typeof catalogLintOptionsSchema>;

/** What is wrong with a catalog; with `--fix`, what is left after everything that is certain was mended. 1 where one is an error. */
export async function catalogLintCommand(
  terminal: Terminal,
  options: CatalogLintOptions,
): Promise<Result<ExitCode>> {
  const linted = existsSync(options.catalog) ? lintFile(options) : await lintStored(terminal, options);
  if (!linted.ok) return linted;
  const { findings, fixed } = linted.value;
  const printed = findings.map(asFinding);
  const ok = !hasError(printed);
  if (fixed > 0) say(terminal, `${fixed === 1 ? "1 finding was" : `${fixed} findings were`} fixed.`);
  if (options.json === true) {
    printJson(terminal, { ok, fixed, findings: findings.map(printedCatalogFinding) });
  } else {
    const paint = painterFor(terminal, terminal.stdout);
    const verdict = ok ? paint("green", "ok") : paint("red", "not ok");
    terminal.stdout.write(`${formatFindings(terminal, printed)}${verdict}: ${countFindings(printed)}\n`);
  }
  return success(ok ? EXIT.done : EXIT.findings);
}

type Linted = { readonly findings: readonly CatalogFinding[]; readonly fixed: number };

function lintFile({ catalog: path, fix }: CatalogLintOptions): Result<Linted> {
  const file = readCatalogFile(path);
  if (!file.ok) return file;
  const { catalog, hash } = file.value;
  if (catalog === null) return failure("catalog.invalid", `"${path}" is empty. A catalog file is JSON.`);
  return fix === true
    ? fixed(catalog, (mended) => writeCatalogFile(path, mended, hash))
    : success({ findings: lintCatalog(catalog), fixed: 0 });
}

/** Nothing else in the workspace is changed by the command line, so only fixing needs the workspace to itself. */
async function lintStored(terminal: Terminal, options: CatalogLintOptions): Promise<Result<Linted>> {
  const access = accessWorkspace(terminal, options);
  if (options.fix !== true) {
    const chosen = await chooseCatalog(terminal, access, options.catalog);
    if (!chosen.ok) return chosen;
    return success({ findings: chosen.value === null ? [] : lintCatalog(chosen.value.catalog), fixed: 0 });
  }
  const lock = acquireWorkspaceLock({ path: access.path, host: "cli" });
  if (!lock.ok) return lock;
  try {
    const chosen = await chooseCatalog(terminal, access, options.catalog);
    const workspace = access.open();
    if (!chosen.ok || !workspace.ok) return chosen.ok ? noCatalog(options.catalog) : chosen;
    if (chosen.value === null) return noCatalog(options.catalog);
    const { id, catalog } = chosen.value;
    return fixed(catalog, (mended) => {
      return workspace.value.catalogs.save(id, mended, { kind: "fix", detail: "catalog lint --fix" });
    });
  } finally {
    lock.value.release();
  }
}

function noCatalog(name: string): Result<never> {
  return failure("catalog.not-found", `There is no file and no catalog "${name}" in the workspace.`);
}

function fixed(catalog: Catalog, save: (mended: Catalog) => Result<unknown>): Result<Linted> {
  const mended = applyAllFixes(catalog, null);
  const findings = lintCatalog(mended);
  const count = lintCatalog(catalog).length - findings.length;
  if (mended === catalog) return success({ findings, fixed: 0 });
  const saved = save(mended);
  return saved.ok ? success({ findings, fixed: count }) : saved;
}

function printedCatalogFinding(finding: CatalogFinding): object {
  return { ...printedFinding(asFinding(finding)), fixable: finding.fix !== null };
}

function asFinding({ rule, severity, path, message }: CatalogFinding): Finding {
  return { rule, code: null, severity, path, message, source: CATALOG_RULES[rule].source };
}
