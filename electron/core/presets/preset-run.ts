import type { Exchange } from "../../../shared/domain/exchange.ts";
import type { Preset, PresetRun, PresetRunRow } from "../../../shared/domain/preset.ts";
import { isAsExpected } from "../../../shared/presets/as-expected.ts";
import type { AppError, Result } from "../../../shared/result/result.ts";

/** A run as it stands. Each change makes a new value, so that what was answered before stays as it was. */
export function newRun(
  id: string,
  presets: readonly Preset[],
  perSecond: number | null,
  startedAt: string,
): PresetRun {
  const [first] = presets;
  if (first === undefined) throw new Error("A run has at least one preset.");
  const { tenantId, api } = first;
  const rows = presets.map(({ id: presetId, name, group, negative, expected }): PresetRunRow => ({
    preset: { id: presetId, name, group, negative, expected },
    state: "waiting",
    result: null,
    problem: null,
  }));
  return { id, tenantId, api, startedAt, finishedAt: null, perSecond, isCancelled: false, rows };
}

export function withRow(run: PresetRun, index: number, change: Partial<PresetRunRow>): PresetRun {
  return { ...run, rows: run.rows.map((row, at) => (at === index ? { ...row, ...change } : row)) };
}

/** The run at its end: what was not sent stays so. */
export function finished(run: PresetRun, finishedAt: string): PresetRun {
  const rows = run.rows.map((row) =>
    row.state === "waiting" || row.state === "running" ? { ...row, state: "stopped" as const } : row,
  );
  return { ...run, finishedAt, rows };
}

/** The latest row of each preset. One that a run did not get to keeps what it had before. */
export function withResults(rows: readonly PresetRunRow[], run: PresetRun | null): PresetRunRow[] {
  const latest = new Map(rows.map((row) => [row.preset.id, row]));
  for (const row of run?.rows ?? []) {
    if (row.state !== "stopped" || !latest.has(row.preset.id)) latest.set(row.preset.id, row);
  }
  return [...latest.values()];
}

/** What a send came to, for its row. */
export function rowOf(preset: Preset, sent: Result<Exchange>): Partial<PresetRunRow> {
  if (!sent.ok) return { state: "failed", problem: sent.error.message };
  const { id, outcome, response, timings, message, findings } = sent.value;
  return {
    state: "done",
    result: {
      exchangeId: id,
      outcome,
      status: response?.status ?? null,
      totalMs: timings.total,
      message,
      rules: [...new Set(findings.map(({ rule }) => rule))],
      isAsExpected: isAsExpected(preset.expected, sent.value),
    },
  };
}

/** Failures that every preset after this one would meet too, or that must not be gone on after. */
export function endsRun({ code }: AppError): boolean {
  return (
    code.startsWith("guard.") ||
    code.startsWith("vault.") ||
    code.startsWith("tenant.") ||
    code.startsWith("secret.") ||
    code === "send.closed" ||
    code === "history.not-recorded"
  );
}
