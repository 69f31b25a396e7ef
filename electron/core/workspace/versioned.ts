import { createHash } from "node:crypto";
import type { z } from "zod";

/**
 * How a kind of stored document is read, in every version it ever had. `steps[0]` turns version 1 into version 2, and so
 * on; the schema is that of the newest version, which is one more than there are steps.
 */
export type VersionedDocument<Document> = {
  readonly schema: z.ZodType<Document>;
  readonly steps: readonly ((older: unknown) => unknown)[];
};

export type VersionedReading<Document> =
  | { readonly kind: "empty" }
  /** `isAsWritten` is false where something else has changed the file since, a failing disk included. */
  | { readonly kind: "read"; readonly document: Document; readonly isAsWritten: boolean }
  /** `reason` fits after "because". */
  | { readonly kind: "unreadable"; readonly reason: string };

/** What a store holds: nothing yet, a document brought up to the newest version, or something that is none of ours. */
export function readVersioned<Document>(
  definition: VersionedDocument<Document>,
  entries: Readonly<Record<string, unknown>>,
): VersionedReading<Document> {
  if (Object.keys(entries).length === 0) return { kind: "empty" };
  const version = entries["schemaVersion"];
  const newest = newestVersion(definition);
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) {
    return { kind: "unreadable", reason: "it does not say which version of the format it has" };
  }
  if (version > newest) {
    return { kind: "unreadable", reason: "a newer version of the console wrote it" };
  }
  const upgraded = upgrade(definition, version, entries["document"]);
  if (!upgraded.ok) return { kind: "unreadable", reason: upgraded.reason };
  const checksum = entries["checksum"];
  const isAsWritten = checksum === undefined || checksum === checksumOf(entries["document"]);
  return { kind: "read", document: upgraded.document, isAsWritten };
}

/** The entries to store for a document of the newest version. */
export function writeVersioned<Document>(
  definition: VersionedDocument<Document>,
  document: Document,
): Record<string, unknown> {
  return { schemaVersion: newestVersion(definition), document, checksum: checksumOf(document) };
}

/** Of the document as JSON, so that a file may be laid out anew. It is there for accidents, not for attackers. */
function checksumOf(document: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(document) ?? "")
    .digest("hex");
}

function newestVersion(definition: VersionedDocument<unknown>): number {
  return definition.steps.length + 1;
}

type Upgrade<Document> =
  | { readonly ok: true; readonly document: Document }
  | { readonly ok: false; readonly reason: string };

function upgrade<Document>(
  definition: VersionedDocument<Document>,
  version: number,
  stored: unknown,
): Upgrade<Document> {
  try {
    const newest = definition.steps.slice(version - 1).reduce((document, step) => step(document), stored);
    const parsed = definition.schema.safeParse(newest);
    if (parsed.success) return { ok: true, document: parsed.data };
    const path = parsed.error.issues[0]?.path.map(String).join(".") ?? "";
    return {
      ok: false,
      reason: path === "" ? "its content does not fit" : `its field "${path}" does not fit`,
    };
  } catch {
    return { ok: false, reason: `it could not be brought up from version ${version}` };
  }
}
