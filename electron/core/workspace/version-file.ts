import { closeSync, openSync, readFileSync, readSync, rmSync } from "node:fs";
import { basename, dirname } from "node:path";
import { constants, gunzipSync, gzipSync } from "node:zlib";
import type { Catalog } from "../../../shared/domain/catalog.ts";
import type { VersionAbout } from "../../../shared/domain/catalog-version.ts";
import { writePrivateFile } from "./private-file.ts";
import type { StoreSealer } from "./sealed-stores.ts";
import { syncFolderOf } from "./sync-folder.ts";

// One version of a catalog as a file of two lines: what is said of it, and the catalog, compressed. Encrypted, each line is an
// envelope of its own, bound to catalog, version and line, so that the list opens the first lines alone.

type Line = "about" | "catalog";

const FAST = { level: constants.Z_BEST_SPEED };

/** Writes `<stem>.sealed` where there is an open vault, else `<stem>.clear`. Throws where it cannot be written and read back. */
export function writeVersionFile(
  sealer: StoreSealer,
  stem: string,
  about: VersionAbout,
  catalog: Catalog,
): void {
  writeLines(sealer, stem, Buffer.from(JSON.stringify(about)), gzipSync(JSON.stringify(catalog), FAST));
}

/** Replaces `<stem>.clear` by `<stem>.sealed`. One that is not as it was written is left as it is. */
export function sealVersionFile(sealer: StoreSealer, path: string): void {
  const text = readFileSync(path, "utf8");
  const end = text.indexOf("\n");
  const content = Buffer.from(text.slice(end + 1), "base64");
  if (end === -1 || content.toString("base64") !== text.slice(end + 1)) return;
  writeLines(sealer, stemOf(path), Buffer.from(text.slice(0, end)), content);
  rmSync(path);
}

function writeLines(sealer: StoreSealer, stem: string, about: Buffer, content: Buffer): void {
  const first = sealer.seal(recordId(stem, "about"), about);
  const second = sealer.seal(recordId(stem, "catalog"), content);
  const isSealed = first !== null && second !== null;
  const text = isSealed ? `${first}\n${second}` : `${about.toString("utf8")}\n${content.toString("base64")}`;
  const path = `${stem}.${isSealed ? "sealed" : "clear"}`;
  writePrivateFile(path, text);
  syncFolderOf(path);
}

/** What is said of the version, as JSON; null where it cannot be had. */
export function readAboutText(sealer: StoreSealer, path: string): string | null {
  const line = firstLine(path);
  if (line === null || path.endsWith(".clear")) return line;
  return sealer.unseal(recordId(stemOf(path), "about"), line)?.toString("utf8") ?? null;
}

/** The catalog as JSON; null where it cannot be had. */
export function readContent(sealer: StoreSealer, path: string): string | null {
  const text = readFileSync(path, "utf8");
  const line = text.slice(text.indexOf("\n") + 1);
  const compressed = path.endsWith(".clear")
    ? Buffer.from(line, "base64")
    : sealer.unseal(recordId(stemOf(path), "catalog"), line);
  if (compressed === null) return null;
  try {
    return gunzipSync(compressed).toString("utf8");
  } catch {
    // What is not compressed is damaged; the caller says so.
    return null;
  }
}

const CHUNK_BYTES = 4096;
/** Longer than what is ever said of a version. */
const MOST_BYTES = 64 * 1024;

function firstLine(path: string): string | null {
  const file = openSync(path, "r");
  try {
    let bytes = Buffer.alloc(0);
    while (bytes.length < MOST_BYTES) {
      const chunk = Buffer.alloc(CHUNK_BYTES);
      const count = readSync(file, chunk);
      bytes = Buffer.concat([bytes, chunk.subarray(0, count)]);
      const end = bytes.indexOf("\n");
      if (end !== -1) return bytes.subarray(0, end).toString("utf8");
      if (count === 0) return null;
    }
    return null;
  } finally {
    closeSync(file);
  }
}

function stemOf(path: string): string {
  return path.replace(/\.(?:clear|sealed)$/, "");
}

/** Of the folder's name, which is the catalog's, and the file's, which is the number. */
function recordId(stem: string, line: Line): string {
  return `catalog-version/${basename(dirname(stem))}/${basename(stem)}/${line}`;
}
