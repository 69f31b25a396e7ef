import type { Expected } from "../../../shared/domain/exchange.ts";
import type { Finding } from "../../../shared/domain/finding.ts";
import type { Preset, PresetRun, PresetRunRow } from "../../../shared/domain/preset.ts";

export type PresetGroup = { readonly title: string | null; readonly presets: readonly Preset[] };

/** Presets under their groups, in the order they come in. */
export function groupPresets(presets: readonly Preset[]): readonly PresetGroup[] {
  const groups = new Map<string | null, Preset[]>();
  for (const preset of presets) {
    const others = groups.get(preset.group);
    if (others === undefined) groups.set(preset.group, [preset]);
    else others.push(preset);
  }
  return Array.from(groups, ([title, grouped]) => ({ title, presets: grouped }));
}

/** Keeps what has every word in its name, group, event or rule. */
export function searchPresets(presets: readonly Preset[], query: string): readonly Preset[] {
  const words = query.toLowerCase().split(/\s+/u).filter(Boolean);
  return presets.filter(({ name, group, eventKey, negative, expected }) => {
    const about = [name, group, eventKey, negative ? "negative" : "", expected.rule].join(" ").toLowerCase();
    return words.every((word) => about.includes(word));
  });
}

/** What each preset came to last, by its id. */
export function resultsOf(rows: readonly PresetRunRow[]): ReadonlyMap<string, PresetRunRow> {
  return new Map(rows.map((row) => [row.preset.id, row]));
}

export type RunCounts = {
  readonly all: number;
  /** Of which something came, or nothing could be sent. */
  readonly done: number;
  readonly asExpected: number;
  readonly unexpected: number;
  readonly failed: number;
};

export function countRun({ rows }: PresetRun): RunCounts {
  const done = rows.filter(({ state }) => state === "done");
  const asExpected = done.filter(({ result }) => result?.isAsExpected === true).length;
  const failed = rows.filter(({ state }) => state === "failed").length;
  return {
    all: rows.length,
    done: done.length + failed,
    asExpected,
    unexpected: done.length - asExpected,
    failed,
  };
}

/** What is likely expected of a draft: to be accepted, or where validation knows an error, to break that rule. */
export function likelyExpectation(findings: readonly Finding[]): { negative: boolean; expected: Expected } {
  const error = findings.find(({ severity }) => severity === "error");
  if (error === undefined) return { negative: false, expected: { outcome: "accepted", rule: null } };
  return { negative: true, expected: { outcome: "rejected", rule: error.rule } };
}

/** A name that none of the presets has. */
export function freePresetName(name: string, presets: readonly Pick<Preset, "name">[]): string {
  const taken = new Set(presets.map((preset) => preset.name));
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name} (${number})`;
  return free;
}
