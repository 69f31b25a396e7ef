import { compareCatalogs, isSameCatalog } from "../../../shared/catalog/compare.ts";
import { summariseComparison } from "../../../shared/catalog/summarise-comparison.ts";
import type { CatalogLink } from "../../../shared/contract/link-calls.ts";
import type { Catalog, StoredCatalog } from "../../../shared/domain/catalog.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import type { LinkRecord } from "../workspace/catalog-links-store.ts";
import { readCatalogFile, readCatalogFileText, writeCatalogFile, type CatalogFile } from "./catalog-file.ts";
import { targetProblem } from "./link-path.ts";

type LinkState = { readonly link: CatalogLink; readonly record: LinkRecord };

/**
 * How it stands between a catalog and its file. Writes the file where the catalog was saved since and the file is as it was;
 * the record says so then. A file that somebody else changed is only looked at.
 */
export function linkState(
  record: LinkRecord,
  stored: Result<StoredCatalog>,
  workspacePath: string,
): LinkState {
  const state = (state: CatalogLink["state"], message: string, hash: string | null = null): LinkState => {
    const { catalogId, path } = record;
    return { link: { catalogId, path, state, message, hash }, record };
  };
  if (!stored.ok) return state("locked", stored.error.message);
  const seen = readLinked(record.path, workspacePath, readCatalogFileText);
  if (!seen.ok) return state("unreadable", seen.error.message);
  if (seen.value.hash === null) return state("missing", MISSING);
  if (seen.value.hash === record.hash) return written(record, stored.value, record.hash, state);
  const file = readLinkedFile(record.path, workspacePath);
  if (!file.ok) return state("unreadable", file.error.message);
  const { hash, catalog } = file.value;
  if (hash === null) return state("missing", MISSING);
  if (catalog === null) {
    return state("unreadable", "The file is empty now. Write it anew, or unlink it.", hash);
  }
  if (isSame(stored.value.catalog, catalog)) return inStep(record, stored.value, hash);
  const different = summariseComparison(compareCatalogs(stored.value.catalog, catalog));
  return state("changed", `The file was changed. ${different}`, hash);
}

const MISSING = "The file is not there any more. Write it anew, or unlink it.";

/** What stands at a linked path now. Codes: `link.path-not-allowed`, those of `readCatalogFile`. */
export function readLinkedFile(path: string, workspacePath: string): Result<CatalogFile> {
  return readLinked(path, workspacePath, readCatalogFile);
}

function readLinked<Read>(
  path: string,
  workspacePath: string,
  read: (path: string) => Result<Read>,
): Result<Read> {
  const problem = targetProblem(path, workspacePath);
  if (problem === null) return read(path);
  return failure("link.path-not-allowed", `"${path}" is left alone. ${problem}`, { path });
}

function written(
  record: LinkRecord,
  stored: StoredCatalog,
  hash: string,
  state: (state: CatalogLink["state"], message: string, hash: string | null) => LinkState,
): LinkState {
  if (stored.version === record.version) return inStep(record, stored, hash);
  const written = writeCatalogFile(record.path, stored.catalog, hash);
  return written.ok
    ? inStep(record, stored, written.value.hash)
    : state("behind", `The catalog was saved, the file was not. ${written.error.message}`, hash);
}

function inStep(record: LinkRecord, { version }: StoredCatalog, hash: string): LinkState {
  const { catalogId, path } = record;
  const isNoted = record.hash === hash && record.version === version;
  return {
    link: { catalogId, path, state: "in-step", message: "The file is as the catalog.", hash },
    record: isNoted ? record : { ...record, hash, version },
  };
}

function isSame(one: Catalog, other: Catalog): boolean {
  return isSameCatalog(compareCatalogs(one, other));
}

/**
 * The record of a new link. A file that is empty or not there is written; one with another catalog is left as it is, to be
 * looked at. What is something else is refused without a word of what it is: the window may have named any file.
 */
export function firstRecord({ id, version, catalog }: StoredCatalog, path: string): Result<LinkRecord> {
  const file = readCatalogFile(path);
  if (!file.ok) {
    return file.error.code === "catalog.invalid"
      ? failure(
          "catalog.invalid",
          `"${path}" is no catalog file. Only catalog files, empty files and new ones can be linked.`,
        )
      : file;
  }
  const { hash, catalog: found } = file.value;
  if (found !== null) {
    return success({ catalogId: id, path, hash: isSame(catalog, found) ? hash : null, version });
  }
  const written = writeCatalogFile(path, catalog, hash);
  return written.ok ? success({ catalogId: id, path, hash: written.value.hash, version }) : written;
}
