import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";
import { describeSystemError, systemErrorCode } from "../workspace/system-error.ts";

const FORMAT = "optievent-vault/1";
const ANY_FORMAT = /^optievent-vault\/([1-9]\d{0,5})$/;

/**
 * The vault as it is on disk. Wraps and records are kept as they were read, so that one which is damaged or of a kind we do
 * not know costs no other and is written back unchanged.
 */
const contentSchema = z.strictObject({
  format: z.literal(FORMAT),
  vaultId: z.uuid(),
  /** One more with each change. Time may go back; this does not. */
  generation: z.number().int().positive(),
  savedAt: z.string(),
  /** A fixed text under the data key: whatever does not open it is another key. */
  keyCheck: z.string(),
  wraps: z.array(z.unknown()),
  records: z.array(z.unknown()),
});
export type VaultContent = z.infer<typeof contentSchema>;

const fileSchema = contentSchema.extend({ checksum: z.string() });

export type VaultReading =
  | { readonly kind: "absent" }
  /** `isDamaged`: it can be read, but is not as any console wrote it. `checksum` is that of the file as it is. */
  | {
      readonly kind: "read";
      readonly content: VaultContent;
      readonly checksum: string;
      readonly isDamaged: boolean;
    }
  | { readonly kind: "newer"; readonly version: number }
  /** `reason` fits after "because". */
  | { readonly kind: "unreadable"; readonly reason: string };

/** What is under this path. Never throws. */
export function readVaultFile(path: string): VaultReading {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (systemErrorCode(error) === "ENOENT") return { kind: "absent" };
    return { kind: "unreadable", reason: describeSystemError(error) };
  }
  return parseVaultFile(text);
}

export function parseVaultFile(text: string): VaultReading {
  const value = parseJson(text);
  if (value === undefined) return { kind: "unreadable", reason: "it is not whole" };
  const version = versionOf(value);
  if (version !== null && version > 1) return { kind: "newer", version };
  const parsed = fileSchema.safeParse(value);
  if (!parsed.success) return { kind: "unreadable", reason: "parts of it are missing or changed" };
  const { checksum, ...content } = parsed.data;
  const actual = checksumOf(content);
  return { kind: "read", content, checksum: actual, isDamaged: actual !== checksum };
}

/** The text to write. Its checksum tells damage; it is no protection from somebody who changes the file on purpose. */
export function writeVaultText(content: VaultContent): string {
  return `${JSON.stringify({ ...content, checksum: checksumOf(content) }, null, 2)}\n`;
}

export function checksumOf(content: VaultContent): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}

/** The content of a vault that was never written. */
export function emptyContent(vaultId: string): VaultContent {
  return { format: FORMAT, vaultId, generation: 0, savedAt: "", keyCheck: "", wraps: [], records: [] };
}

function versionOf(value: unknown): number | null {
  const named = z.object({ format: z.string() }).safeParse(value);
  const version = named.success ? ANY_FORMAT.exec(named.data.format)?.[1] : undefined;
  return version === undefined ? null : Number(version);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
