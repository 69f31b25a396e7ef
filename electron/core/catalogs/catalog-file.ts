import { createHash } from "node:crypto";
import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { catalogText } from "../../../shared/catalog/catalog-text.ts";
import { mergedCatalogText } from "../../../shared/catalog/merge-catalog-text.ts";
import { readCatalogText } from "../../../shared/catalog/read-catalog-text.ts";
import type { Catalog } from "../../../shared/domain/catalog.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { syncFolderOf } from "../workspace/sync-folder.ts";
import { describeSystemError, systemErrorCode } from "../workspace/system-error.ts";

/** A catalog file as it was found. `catalog` is null for an empty file, or where there is none yet. */
export type CatalogFile = {
  /** null where there is no file yet. */
  readonly text: string | null;
  /** Of the text; tells whether it is still the same. */
  readonly hash: string | null;
  readonly catalog: Catalog | null;
};

const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Reads a file of the user's as a catalog. What is no catalog file is refused, and nothing of its content is in the refusal.
 * Codes: `file.unreadable`, `file.not-a-file`, `file.too-large`, `catalog.invalid`.
 */
export function readCatalogFile(path: string): Result<CatalogFile> {
  const file = readCatalogFileText(path);
  if (!file.ok) return file;
  const { text, hash } = file.value;
  if (text === null || text.trim() === "") return success({ text, hash, catalog: null });
  const catalog = readCatalogText(text);
  if (!catalog.ok) return notACatalog(path, catalog.error.message);
  return success({ text, hash, catalog: catalog.value });
}

/**
 * The text of such a file alone, for telling by its hash that it is as it was: a catalog of megabytes takes a hundred times
 * longer to read than its hash. Codes: those above.
 */
export function readCatalogFileText(path: string): Result<Pick<CatalogFile, "text" | "hash">> {
  const bytes = readBytes(path);
  if (!bytes.ok) return bytes;
  if (bytes.value === null) return success({ text: null, hash: null });
  const text = decode(bytes.value);
  return text === null ? notACatalog(path, "It is not UTF-8 text.") : success({ text, hash: hashOf(text) });
}

/**
 * Puts a catalog in the place of a file that is as `expectedHash` says, in one step: readers see the old text or the new
 * one. The file keeps its permissions, and a link to it stays one. Answers the new hash.
 * Codes: `file.changed-meanwhile`, `file.not-written`, those of `readCatalogFile`.
 */
export function writeCatalogFile(
  path: string,
  catalog: Catalog,
  expectedHash: string | null,
): Result<{ readonly hash: string }> {
  const found = readCatalogFile(path);
  if (!found.ok) return found;
  if (found.value.hash !== expectedHash) {
    return failure(
      "file.changed-meanwhile",
      `"${path}" was changed meanwhile. Nothing was overwritten. Compare it and take over what is new in it first.`,
      { path },
    );
  }
  const before = found.value.text;
  const text =
    before === null || before.trim() === "" ? catalogText(catalog) : mergedCatalogText(before, catalog);
  if (text === before) return success({ hash: hashOf(text) });
  try {
    const target = found.value.text === null ? path : realpathSync(path);
    replaceFile(target, text, found.value.text !== null);
    return success({ hash: hashOf(text) });
  } catch (error) {
    const reason =
      systemErrorCode(error) === "ENOENT" ? "its folder is not there" : describeSystemError(error);
    return failure(
      "file.not-written",
      `"${path}" could not be written, because ${reason}. Nothing was changed.`,
      { path },
    );
  }
}

function replaceFile(target: string, text: string, isThere: boolean): void {
  const temporary = `${target}.${process.pid}.tmp`;
  const mode = isThere ? modeOf(target) : 0o644;
  const file = openSync(temporary, "wx", mode);
  try {
    try {
      const bytes = Buffer.from(text, "utf8");
      for (let written = 0; written < bytes.byteLength;) written += writeSync(file, bytes, written);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncFolderOf(target);
}

function modeOf(path: string): number {
  const file = openSync(path, "r");
  try {
    return fstatSync(file).mode & 0o777;
  } finally {
    closeSync(file);
  }
}

/** Looks at the open file, so that it cannot become another one in between. Opening a pipe would wait for whoever writes. */
function readBytes(path: string): Result<Uint8Array | null> {
  try {
    const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const found = fstatSync(file);
      if (!found.isFile()) return failure("file.not-a-file", `"${path}" is no file.`, { path });
      if (found.size > MOST_BYTES) {
        return failure("file.too-large", `"${path}" has more than 64 MiB, which no catalog has.`, { path });
      }
      return success(readFileSync(file));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (systemErrorCode(error) === "ENOENT") return success(null);
    return failure("file.unreadable", `"${path}" cannot be read, because ${describeSystemError(error)}.`, {
      path,
    });
  }
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function notACatalog(path: string, reason: string): Result<never> {
  return failure("catalog.invalid", `"${path}": ${reason}`, { path });
}

export function hashOf(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
