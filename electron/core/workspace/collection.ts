import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { isBeside, previousPath, removeLeftOvers } from "./careful-stores.ts";
import { isAside } from "./keep-aside.ts";
import { openStoredDocument, type StorageContext, type StoredDocument } from "./stored-document.ts";
import { syncFolderOf } from "./sync-folder.ts";
import { describeSystemError } from "./system-error.ts";
import type { VersionedDocument } from "./versioned.ts";

/** Documents of one kind, one file for each in one folder, so that damage or a large one concerns no other. */
export type Collection<Document> = {
  /** In no particular order. */
  list(): readonly Document[];
  get(id: string): Document | null;
  /** Adds or replaces. Code: `workspace.not-saved`. */
  save(document: Document): Result<Document>;
  /** Removing what is not there is no error. Code: `workspace.not-saved`. */
  remove(id: string): Result<Document | null>;
  /** Whether the document's file could not be read at this start and was kept aside. */
  wasKeptAside(id: string): boolean;
};

/** `left` names files, without their ending, that are neither read nor touched. */
export function openCollection<Document extends { readonly id: string }>(
  context: StorageContext,
  folder: string,
  definition: VersionedDocument<Document>,
  left: ReadonlySet<string> = new Set(),
): Collection<Document> {
  const location = join(context.path, folder);
  mkdirSync(location, { recursive: true, mode: 0o700 });
  removeLeftOvers(location);
  const files = new Map<string, StoredDocument<Document>>();
  const setAside = new Set<string>();
  for (const name of storedNames(location)) {
    if (left.has(name)) continue;
    const file = openStoredDocument(context, `${folder}/${name}`, definition);
    const document = file.read();
    if (document !== null) files.set(document.id, file);
    if (file.wasKeptAside) setAside.add(name);
  }
  return {
    list: () => [...files.values()].map((file) => file.read()).filter((document) => document !== null),
    get: (id) => files.get(id)?.read() ?? null,
    save(document) {
      const known = files.get(document.id);
      const file = known ?? openStoredDocument(context, `${folder}/${fileNameOf(document.id)}`, definition);
      const saved = file.save(document);
      if (saved.ok) files.set(document.id, file);
      return saved;
    },
    remove(id) {
      const document = files.get(id)?.read() ?? null;
      if (document === null) return success(null);
      const removed = removeFile(join(location, `${fileNameOf(id)}.json`));
      if (!removed.ok) return removed;
      files.delete(id);
      return success(document);
    },
    wasKeptAside: (id) => setAside.has(fileNameOf(id)),
  };
}

/** Ids hold whatever people type; names of files must not. A plain id is its own name, so that the folder can be read. */
export function fileNameOf(id: string): string {
  if (/^[a-z0-9][a-z0-9-]{0,63}$/.test(id)) return id;
  return `_${createHash("sha256").update(id).digest("hex").slice(0, 40)}`;
}

/** The names of a folder's documents, without their ending; none where there is no folder yet. */
export function storedNames(location: string): string[] {
  if (!existsSync(location)) return [];
  return readdirSync(location)
    .filter((name) => name.endsWith(".json") && !isAside(name) && !isBeside(name))
    .map((name) => name.slice(0, -".json".length))
    .sort();
}

function removeFile(path: string): Result<null> {
  try {
    for (const file of [path, previousPath(path)]) rmSync(file, { force: true });
    syncFolderOf(path);
    return success(null);
  } catch (error) {
    return failure(
      "workspace.not-saved",
      `"${path}" could not be removed, because ${describeSystemError(error)}.`,
      {
        path,
      },
    );
  }
}
