import type { Exchange } from "../../../shared/domain/exchange.ts";
import type { ReadmeInput } from "../../../shared/export/readme.ts";

export type Statistics = {
  add(exchange: Exchange): void;
  facts(): Pick<ReadmeInput, "counts" | "clockOffsetMs" | "period">;
};

/** What can be said of all exchanges of an export together. */
export function createStatistics(): Statistics {
  const counts = new Map<string, number>();
  const count = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  let offset: { least: number; most: number } | null = null;
  let period: { from: string; until: string } | null = null;
  return {
    add({ outcome, sentAt, clockOffsetMs, tenant, imported }) {
      count("exchanges");
      count(`outcome ${outcome}`);
      count(`tenant kind ${tenant?.kind ?? "none"}`);
      if (imported !== null) count("imported from elsewhere");
      period = {
        from: smaller(period?.from ?? sentAt, sentAt),
        until: larger(period?.until ?? sentAt, sentAt),
      };
      if (clockOffsetMs === null) return;
      offset = {
        least: Math.min(offset?.least ?? clockOffsetMs, clockOffsetMs),
        most: Math.max(offset?.most ?? clockOffsetMs, clockOffsetMs),
      };
    },
    facts: () => ({ counts: [...counts], clockOffsetMs: offset, period }),
  };
}

function smaller(one: string, other: string): string {
  return one < other ? one : other;
}

function larger(one: string, other: string): string {
  return one > other ? one : other;
}
