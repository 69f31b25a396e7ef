import { createHmac, createSecretKey, randomBytes } from "node:crypto";
import type { ExportPreview, Replaced } from "../../../shared/contract/export-calls.ts";
import type { RedactionProfile } from "../../../shared/domain/history-export.ts";
import { pseudonymOf } from "../../../shared/export/redaction/pseudonym.ts";
import { redactItem, type RedactionRules } from "../../../shared/export/redaction/redact-item.ts";
import type { FoundKind, Target } from "../../../shared/export/redaction/replace-values.ts";
import type { ExportItem } from "../../../shared/export/types.ts";

/** The redaction of one export: its rules with a key of its own, and what it has done so far. */
export type RedactionRun = {
  redact(item: ExportItem): ExportItem;
  /** The counts of the whole run. An item that is written to several files counts as often. */
  counts(): Pick<ExportPreview, "withSecrets" | "withheld" | "replaced">;
};

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
  const tallies = new Map<FoundKind, Tally>();
  let withSecrets = 0;
  let withheld = 0;
  return {
    redact(item) {
      let hasSecret = item.exchange.request.text.includes("{{secret:");
      const redacted = redactItem(item, rules, {
        secret: () => (hasSecret = true),
        target: (target) => tally(tallies, target),
        withheld: () => (withheld += 1),
      });
      if (hasSecret) withSecrets += 1;
      return redacted;
    },
    counts: () => ({
      withSecrets,
      withheld,
      replaced: [...tallies].map(([kind, found]) => describe(kind, found)),
    }),
  };
}

const MOST_REMEMBERED = 1_000;

function remembered(known: Map<string, string>, value: string, digest: (text: string) => string): string {
  const pseudonym = known.get(value) ?? pseudonymOf(value, digest);
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(value, pseudonym);
  return pseudonym;
}

type Tally = { readonly values: Set<string>; occurrences: number; readonly examples: Target[] };

const MOST_EXAMPLES = 3;
/** Different values are counted up to here; what is kept of each is its digest. */
const MOST_COUNTED = 200_000;

function tally(tallies: Map<FoundKind, Tally>, target: Target): void {
  const found = tallies.get(target.kind) ?? { values: new Set<string>(), occurrences: 0, examples: [] };
  tallies.set(target.kind, found);
  found.occurrences += 1;
  const value = target.value.toLowerCase();
  if (found.values.has(value) || found.values.size >= MOST_COUNTED) return;
  found.values.add(value);
  if (found.examples.length < MOST_EXAMPLES) found.examples.push(target);
}

function describe(kind: FoundKind, { values, occurrences, examples }: Tally): Replaced {
  const shown = examples.map(({ value, replacement }) => ({
    from: shorten(value),
    to: replacement.slice(0, 60),
  }));
  return { kind, values: values.size, occurrences, examples: shown };
}

/** As much as it takes to recognise a value that one knows. */
function shorten(value: string): string {
  const characters = Array.from(value);
  if (characters.length < 6) return `${characters[0] ?? ""}\u2026`;
  return `${characters.slice(0, 2).join("")}\u2026${characters.slice(-2).join("")}`;
}
