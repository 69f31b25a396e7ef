import type { ExportPreview, Replaced } from "../../../shared/contract/export-calls.ts";
import type { RedactionHeard } from "../../../shared/export/redaction/redact-item.ts";
import type { FoundKind, Target } from "../../../shared/export/redaction/replace-values.ts";
import type { ExportItem } from "../../../shared/export/types.ts";
import type { RedactionRun } from "./redaction-run.ts";

/** How much was replaced, and how often each kind. Takes the same memory however much it is. */
export type RedactionCounts = {
  /** Redacts the item and counts what that replaces. */
  readonly redact: (item: ExportItem) => ExportItem;
  readonly totals: () => RedactionTotals;
};

export type RedactionTotals = {
  /** Exchanges that hold a secret or the reference to one. */
  readonly withSecrets: number;
  /** Exchanges whose answer's body is left out. */
  readonly withheld: number;
  readonly occurrences: readonly (readonly [kind: FoundKind, count: number])[];
};

export function countRedaction(
  run: RedactionRun,
  onTarget: (target: Target) => void = () => {},
): RedactionCounts {
  const occurrences = new Map<FoundKind, number>();
  let withSecrets = 0;
  let withheld = 0;
  let hasSecret = false;
  const heard: RedactionHeard = {
    secret: () => (hasSecret = true),
    target: (target) => {
      occurrences.set(target.kind, (occurrences.get(target.kind) ?? 0) + 1);
      onTarget(target);
    },
    withheld: () => (withheld += 1),
  };
  return {
    redact(item) {
      hasSecret = item.exchange.request.text.includes("{{secret:");
      const redacted = run.redact(item, heard);
      if (hasSecret) withSecrets += 1;
      return redacted;
    },
    totals: () => ({ withSecrets, withheld, occurrences: [...occurrences] }),
  };
}

/** The counts of a preview, with how many different values there are and examples of them. */
export function countForPreview(run: RedactionRun) {
  const found = new Map<FoundKind, Found>();
  const { redact, totals } = countRedaction(run, (target) => note(found, target));
  return {
    redact,
    counts(): Pick<ExportPreview, "withSecrets" | "withheld" | "replaced"> {
      const { withSecrets, withheld, occurrences } = totals();
      return {
        withSecrets,
        withheld,
        replaced: occurrences.map(([kind, count]) => describe(kind, count, found)),
      };
    },
  };
}

type Found = { readonly values: Set<string>; readonly examples: Target[] };

const MOST_EXAMPLES = 3;

function note(all: Map<FoundKind, Found>, target: Target): void {
  const found = all.get(target.kind) ?? { values: new Set<string>(), examples: [] };
  all.set(target.kind, found);
  const value = target.value.toLowerCase();
  if (found.values.has(value)) return;
  found.values.add(value);
  if (found.examples.length < MOST_EXAMPLES) found.examples.push(target);
}

function describe(kind: FoundKind, occurrences: number, all: ReadonlyMap<FoundKind, Found>): Replaced {
  const { values, examples } = all.get(kind) ?? { values: new Set(), examples: [] };
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
