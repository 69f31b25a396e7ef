import { copyFileSync, existsSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import type { Clock, KeyValueStore, OpenStore } from "../ports.ts";
import type { Notices } from "../notices.ts";
import { previousPath } from "./careful-stores.ts";
import { keepAside } from "./keep-aside.ts";
import { describeSystemError } from "./system-error.ts";
import { readVersioned, writeVersioned, type VersionedDocument, type VersionedReading } from "./versioned.ts";

/** The store's file is encrypted, and not with the key at hand or not any more as it was. */
export class SealedFileError extends SyntaxError {}

/** What all stores of a workspace are opened with. */
export type StorageContext = {
  readonly path: string;
  readonly openStore: OpenStore;
  readonly notices: Notices;
  readonly clock: Clock;
};

/**
 * One document in one file. It is read once: whoever has the workspace is the only one who writes it, and the store behind
 * it would read the whole file at every access.
 */
export type StoredDocument<Document> = {
  /** null while nothing was ever stored. */
  read(): Document | null;
  /** Durable when it answers. Code: `workspace.not-saved`; what was stored before then still is. */
  save(document: Document): Result<Document>;
  /** The file could not be read at this start and was kept aside. */
  readonly wasKeptAside: boolean;
};

/**
 * Opens `<workspace>/<name>.json`. A file that is damaged or too new is kept aside, named in a notice, and the version before the
 * last change takes its place; where that is no better, the document is as if it had never been stored. Throws the system's error for a file that cannot be read at all.
 */
export function openStoredDocument<Document>(
  context: StorageContext,
  name: string,
  definition: VersionedDocument<Document>,
): StoredDocument<Document> {
  const first = openAndRead(context, name, definition);
  if (first.reading.kind === "unreadable") {
    const path = join(context.path, `${name}.json`);
    const aside = keepAside(path, context.clock.now());
    const previous = openPrevious(context, name, definition);
    context.notices.add("warning", asideMessage(name, first.reading.reason, aside, previous !== null));
    return documentIn(context.openStore(name), definition, previous, true);
  }
  if (first.reading.kind === "read" && !first.reading.isAsWritten) {
    context.notices.add("warning", changedMessage(join(context.path, `${name}.json`)));
  }
  const document = first.reading.kind === "read" ? first.reading.document : null;
  return documentIn(first.store ?? context.openStore(name), definition, document, false);
}

/** Puts the version before in the file's place, if it can be read; else it is kept aside as well. */
function openPrevious<Document>(
  context: StorageContext,
  name: string,
  definition: VersionedDocument<Document>,
): Document | null {
  const path = join(context.path, `${name}.json`);
  if (!existsSync(previousPath(path))) return null;
  const copy = `${path}.${process.pid}.tmp`;
  copyFileSync(previousPath(path), copy);
  renameSync(copy, path);
  const { reading } = openAndRead(context, name, definition);
  if (reading.kind === "read") return reading.document;
  keepAside(path, context.clock.now());
  return null;
}

type Opened<Document> = {
  readonly store: KeyValueStore | null;
  readonly reading: VersionedReading<Document>;
};

function openAndRead<Document>(
  context: StorageContext,
  name: string,
  definition: VersionedDocument<Document>,
): Opened<Document> {
  try {
    const store = context.openStore(name);
    const reading = readVersioned(definition, store.entries());
    if (reading.kind === "empty" && !isEmptyObjectOrAbsent(store.path)) {
      return { store, reading: { kind: "unreadable", reason: "it is JSON, but no object" } };
    }
    return { store, reading };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const reason =
      error instanceof SealedFileError
        ? "it was encrypted with another vault, or was changed since"
        : "it is not JSON";
    return { store: null, reading: { kind: "unreadable", reason } };
  }
}

/** The stores take a JSON array, text or number for an empty object, and would write over it. */
function isEmptyObjectOrAbsent(path: string): boolean {
  if (!existsSync(path)) return true;
  const value: unknown = JSON.parse(readFileSync(path, "utf8").replace(/^\uFEFF/, ""));
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function documentIn<Document>(
  store: KeyValueStore,
  definition: VersionedDocument<Document>,
  initial: Document | null,
  wasKeptAside: boolean,
): StoredDocument<Document> {
  let current = initial;
  return {
    wasKeptAside,
    read: () => current,
    save(document) {
      const entries = writeVersioned(definition, document);
      try {
        store.replace(entries);
      } catch (error) {
        return notSaved(store.path, describeSystemError(error));
      }
      current = document;
      return success(document);
    },
  };
}

function notSaved(path: string, reason: string): Result<never> {
  return failure(
    "workspace.not-saved",
    `"${path}" could not be saved, because ${reason}. Put that right and save again.`,
    { path },
  );
}

function changedMessage(path: string): string {
  return `"${path}" is not as the console wrote it: it was edited, or the disk is failing. It is used as it is. Look whether it is right; saving anything in it ends this message.`;
}

function asideMessage(name: string, reason: string, aside: string, hasPrevious: boolean): string {
  const instead = hasPrevious
    ? "the version before the last change is used instead"
    : "the console started without it";
  return `The file ${name}.json could not be used, because ${reason}. It is kept unchanged as "${aside}", and ${instead}. To have it back, close the console, mend the file and give it its old name.`;
}
