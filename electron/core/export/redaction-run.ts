import { createHmac, createSecretKey, randomBytes } from "node:crypto";
import type { RedactionProfile } from "../../../shared/domain/history-export.ts";
import { pseudonymOf } from "../../../shared/export/redaction/pseudonym.ts";
import {
  redactItem,
  type RedactionHeard,
  type RedactionRules,
} from "../../../shared/export/redaction/redact-item.ts";
import type { ExportItem } from "../../../shared/export/types.ts";

/** The redaction of one export, with a key of its own; `heard` hears of what is replaced in this item. */
export type RedactionRun = { redact(item: ExportItem, heard: RedactionHeard): ExportItem };

/**
 * `identities` are those of all exchanges of the export, in lower case. The key is made here and kept nowhere: afterwards nobody
 * can tell which identity a pseudonym stands for by trying some.
 */
export function startRedaction(
  profile: RedactionProfile,
  redactSecrets: (text: string) => string,
  identities: ReadonlySet<string>,
): RedactionRun {
  const key = createSecretKey(randomBytes(32));
  const pseudonyms = new Map<string, string>();
  const rules: RedactionRules = {
    profile,
    redactSecrets,
    isIdentity: (word) => identities.has(word.toLowerCase()),
    pseudonym: (value) =>
      remembered(pseudonyms, value, (text) => createHmac("sha256", key).update(text).digest("hex")),
  };
  return { redact: (item, heard) => redactItem(item, rules, heard) };
}

const MOST_REMEMBERED = 1_000;

function remembered(known: Map<string, string>, value: string, digest: (text: string) => string): string {
  const pseudonym = known.get(value) ?? pseudonymOf(value, digest);
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(value, pseudonym);
  return pseudonym;
}
