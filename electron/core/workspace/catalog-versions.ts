import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { catalogSchema, type Catalog } from "../../../shared/domain/catalog.ts";
import { versionAboutSchema, type VersionAbout } from "../../../shared/domain/catalog-version.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { removeLeftOvers } from "./careful-stores.ts";
import { fileNameOf } from "./collection.ts";
import type { StoreSealer } from "./sealed-stores.ts";
import { syncFolderOf } from "./sync-folder.ts";
import { describeSystemError } from "./system-error.ts";
import { readAboutText, readContent, sealVersionFile, writeVersionFile } from "./version-file.ts";

const FOLDER = "catalog-versions";

/**
 * Every version a catalog ever had, each in a file of its own that is written once, `catalog-versions/<id>/<number>.clear`
 * or, encrypted, `.sealed`. None is read before it is asked for, and the list reads only what stands at the head of each.
 */
export type CatalogVersions = {
  /** Durable when it answers. Code: `workspace.not-saved`. */
  write(id: string, about: VersionAbout, catalog: Catalog): Result<unknown>;
  has(id: string, version: number): boolean;
  /** The highest number that was ever given; 0 for a catalog without versions. */
  highest(id: string): number;
  /** Newest first. null for one whose file is damaged or cannot be decrypted. */
  list(id: string): { readonly version: number; readonly about: VersionAbout | null }[];
  /** Codes: `catalog.version-not-found`, `catalog.version-damaged`. */
  read(id: string, version: number): Result<{ readonly about: VersionAbout; readonly catalog: Catalog }>;
  /** Encrypts what is not, while the vault is open. Code: `workspace.not-saved`. */
  sealTheRest(): Result<null>;
  /** Deletes all versions of a catalog for good. Code: `workspace.not-saved`. */
  forget(id: string): Result<null>;
};

export function openCatalogVersions(workspacePath: string, sealer: StoreSealer): CatalogVersions {
  const root = join(workspacePath, FOLDER);
  const folderOf = (id: string): string => join(root, fileNameOf(id));
  const pathOf = (id: string, version: number): string | null => {
    const stem = join(folderOf(id), String(version));
    // Both are there where encrypting was interrupted; what is encrypted may be half of it.
    return [`${stem}.clear`, `${stem}.sealed`].find((path) => existsSync(path)) ?? null;
  };
  const readAbout = (id: string, version: number): VersionAbout | null => {
    const path = pathOf(id, version);
    const text = path === null ? null : readAboutText(sealer, path);
    const parsed = versionAboutSchema.safeParse(text === null ? null : parseOrNull(text));
    return parsed.success && parsed.data.version === version ? parsed.data : null;
  };
  return {
    write(id, about, catalog) {
      const folder = folderOf(id);
      return attempt(folder, () => {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        writeVersionFile(sealer, join(folder, String(about.version)), about, catalog);
      });
    },
    has: (id, version) => pathOf(id, version) !== null,
    highest: (id) => Math.max(0, ...numbersIn(folderOf(id))),
    list: (id) => numbersIn(folderOf(id)).map((version) => ({ version, about: readAbout(id, version) })),
    read(id, version) {
      const path = pathOf(id, version);
      if (path === null) return notFound(id, version);
      const about = readAbout(id, version);
      const content = about === null ? null : readContent(sealer, path);
      const parsed = catalogSchema.safeParse(content === null ? null : parseOrNull(content));
      if (about === null || !parsed.success) return damaged(path, version);
      return success({ about, catalog: parsed.data });
    },
    sealTheRest: () => sealFolders(root, sealer),
    forget: (id) => attempt(folderOf(id), () => rmSync(folderOf(id), { recursive: true, force: true })),
  };
}

function sealFolders(root: string, sealer: StoreSealer): Result<null> {
  if (sealer.mode() !== "sealed" || !existsSync(root)) return success(null);
  for (const name of readdirSync(root)) {
    const folder = join(root, name);
    const clear = readdirSync(folder).filter((file) => file.endsWith(".clear"));
    const sealed = attempt(folder, () => {
      removeLeftOvers(folder);
      for (const file of clear) sealVersionFile(sealer, join(folder, file));
      if (clear[0] !== undefined) syncFolderOf(join(folder, clear[0]));
    });
    if (!sealed.ok) return sealed;
  }
  return success(null);
}

/** The numbers of the versions in a folder, the highest first. */
function numbersIn(folder: string): number[] {
  if (!existsSync(folder)) return [];
  const numbers = readdirSync(folder).map((name) => /^([1-9]\d{0,9})\.(?:clear|sealed)$/.exec(name)?.[1]);
  const known = numbers.filter((number) => number !== undefined).map(Number);
  return [...new Set(known)].sort((left, right) => right - left);
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function attempt(path: string, work: () => void): Result<null> {
  try {
    work();
    return success(null);
  } catch (error) {
    return failure(
      "workspace.not-saved",
      `"${path}" could not be written, because ${describeSystemError(error)}. Put that right and save again.`,
      { path },
    );
  }
}

function notFound(id: string, version: number): Result<never> {
  return failure("catalog.version-not-found", `This catalog has no version ${version}.`, { id, version });
}

function damaged(path: string, version: number): Result<never> {
  return failure(
    "catalog.version-damaged",
    `Version ${version} cannot be read: its file is damaged, or was encrypted with another vault. It is left as it is, as "${path}".`,
    { path, version },
  );
}
