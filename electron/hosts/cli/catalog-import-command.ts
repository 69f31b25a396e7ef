import { basename } from "node:path";
import { z } from "zod";
import { describeComparison } from "../../../shared/catalog/describe-comparison.ts";
import { previewLines } from "../../../shared/catalog-import/preview-lines.ts";
import { choosingAll, mergeImport, type MergedImport } from "../../../shared/catalog-import/merge.ts";
import { choicesOf, planImport } from "../../../shared/catalog-import/plan.ts";
import type { CatalogImport } from "../../../shared/catalog-import/types.ts";
import type { StoredCatalog } from "../../../shared/domain/catalog.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { freeName } from "../../../shared/text/free-name.ts";
import { acquireWorkspaceLock } from "../../core/workspace/workspace-lock.ts";
import type { Workspace } from "../../core/workspace/workspace.ts";
import {
  catalogSourceOptions,
  hasErrors,
  printedReading,
  readCatalogSource,
  sayWhatWasRead,
} from "./catalog-source.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { commonOptions } from "./options.ts";
import { storedCatalog } from "./stored-catalog.ts";
import { printable, printJson, say, type Terminal } from "./terminal.ts";
import { accessWorkspace, type WorkspaceAccess } from "./workspace-access.ts";

export const catalogImportOptionsSchema = z.object({
  ...commonOptions,
  ...catalogSourceOptions,
  file: z.string(),
  into: z.string().min(1, "--into must name a catalog.").optional(),
  merge: z.boolean().optional(),
  replace: z.boolean().optional(),
  dryRun: z.boolean().optional(),
});
export type CatalogImportOptions = z.infer<typeof catalogImportOptionsSchema>;

/**
 * Imports a file as a new catalog, or into one of the workspace: with `--merge` what the file has, with `--replace` so that
 * nothing else is left. Ends with 1 where something of the file could not be taken over. Codes, besides those of its parts:
 * `usage.invalid-option`, `workspace.in-use`.
 */
export async function catalogImportCommand(
  terminal: Terminal,
  options: CatalogImportOptions,
): Promise<Result<ExitCode>> {
  if (options.merge === true && options.replace === true) {
    return failure("usage.invalid-option", "Give --merge or --replace, not both.");
  }
  const access = accessWorkspace(terminal, options);
  if (options.dryRun === true) return importInto(terminal, options, access);
  // A running console has its catalogs in memory and would not see the change.
  const lock = acquireWorkspaceLock({ path: access.path, host: "cli" });
  if (!lock.ok) return lock;
  try {
    return await importInto(terminal, options, access);
  } finally {
    lock.value.release();
  }
}

async function importInto(
  terminal: Terminal,
  options: CatalogImportOptions,
  access: WorkspaceAccess,
): Promise<Result<ExitCode>> {
  const current = await currentCatalog(access, options.into);
  if (!current.ok) return current;
  const isDecided = options.merge === true || options.replace === true || options.dryRun === true;
  if (current.value !== null && !isDecided) {
    const name = current.value.catalog.name;
    return failure(
      "usage.invalid-option",
      `"${name}" is there already. Say --merge to add to it, --replace to leave nothing else, or look first with --dry-run.`,
    );
  }
  const read = await readCatalogSource(terminal, options.file, options, current.value?.catalog ?? null);
  if (!read.ok) return read;
  sayWhatWasRead(terminal, read.value);
  const merged = merge(current.value, read.value, options);
  const saved = options.dryRun === true ? success(null) : save(access, current.value, merged, options);
  if (!saved.ok) return saved;
  report(terminal, options, read.value, merged, saved.value);
  return success(hasErrors(read.value) ? EXIT.findings : EXIT.done);
}

/** null where a new catalog is to be made. */
async function currentCatalog(
  access: WorkspaceAccess,
  into: string | undefined,
): Promise<Result<StoredCatalog | null>> {
  const stored = await storedCatalog(access, into ?? "");
  if (!stored.ok && stored.error.code !== "catalog.not-found") return stored;
  return success(stored.ok && into !== undefined ? stored.value : null);
}

function merge(
  current: StoredCatalog | null,
  read: CatalogImport,
  { into, name, replace }: CatalogImportOptions,
): MergedImport {
  const old = current?.catalog ?? null;
  const choices =
    replace === true ? choosingAll(old, read.catalog, true) : choicesOf(planImport(old, read), false);
  const merged = mergeImport(old, read, choices);
  const called = current?.catalog.name ?? into ?? name;
  return called === undefined ? merged : { ...merged, catalog: { ...merged.catalog, name: called } };
}

type Saved = {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly isChanged: boolean;
};

function save(
  access: WorkspaceAccess,
  current: StoredCatalog | null,
  { catalog }: MergedImport,
  { file }: CatalogImportOptions,
): Result<Saved> {
  const workspace = access.open();
  if (!workspace.ok) return workspace;
  const { catalogs } = workspace.value;
  if (current !== null && JSON.stringify(current.catalog) === JSON.stringify(catalog)) {
    return success({ id: current.id, name: catalog.name, version: current.version, isChanged: false });
  }
  const name = current === null ? freeCatalogName(workspace.value, catalog.name) : catalog.name;
  const id = current?.id ?? catalogs.freeId(name);
  const detail = file === "-" ? null : basename(file).slice(0, 300);
  const saved = catalogs.save(id, { ...catalog, name }, { kind: "import", detail });
  return saved.ok ? success({ id, name, version: saved.value.version, isChanged: true }) : saved;
}

function freeCatalogName({ catalogs }: Workspace, name: string): string {
  return freeName(name, new Set(catalogs.list().map(({ catalog }) => catalog.name)));
}

function report(
  terminal: Terminal,
  options: CatalogImportOptions,
  read: CatalogImport,
  { comparison }: MergedImport,
  saved: Saved | null,
): void {
  const changes = describeComparison(comparison).map(({ kind, eventKey, parameter, text }) => {
    return { kind, event: eventKey, parameter, text };
  });
  if (options.json === true) {
    printJson(terminal, { ok: !hasErrors(read), catalog: saved, changes, ...printedReading(read) });
    return;
  }
  const isDry = saved === null;
  for (const { text } of isDry ? previewLines(comparison, read.guesses) : changes) {
    terminal.stdout.write(`${printable(text)}\n`);
  }
  if (isDry && changes.length === 0) say(terminal, "Nothing is different, and nothing was imported.");
  else if (isDry) say(terminal, "This is what would change. Nothing was imported, because of --dry-run.");
  else if (!saved.isChanged) say(terminal, `"${saved.name}" is as it was, version ${saved.version}.`);
  else say(terminal, `Imported as "${saved.name}", version ${saved.version}.`);
}
