import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exchangeSummarySchema, type ExchangeSummary } from "../../../shared/domain/exchange.ts";
import type { HistoryPage } from "../../../shared/domain/history.ts";
import {
  firstRows,
  withAnnotation,
  withHeld,
  withNewer,
  withOlder,
  withReadAgain,
  type HistoryRows,
} from "./history-rows.ts";

const LIMIT = 5;

function row(sequence: number): ExchangeSummary {
  return exchangeSummarySchema.parse({
    id: `exchange-${sequence}`,
    sequence,
    sentAt: "2026-11-22T11:41:52.004Z",
    outcome: "accepted",
    api: "optievent",
    tenantName: null,
    tenantKind: null,
    event: null,
    identity: null,
    status: 200,
    totalMs: 1,
    message: "",
    reference: null,
    negative: false,
  });
}

/** The page that a history of the sequences 1 to `count` answers. */
function page(
  count: number,
  { cursor = null, newerThan = 0 }: { cursor?: string | null; newerThan?: number } = {},
): HistoryPage {
  const from = cursor === null ? count : Number(cursor) - 1;
  const length = Math.max(0, Math.min(LIMIT, from - newerThan));
  const rows = Array.from({ length }, (_, index) => row(from - index));
  const last = rows.at(-1)?.sequence ?? 0;
  return { rows, total: count, next: last > newerThan + 1 ? String(last) : null, newest: count };
}

function sequences(list: HistoryRows): number[] {
  return list.rows.map((one) => one.sequence);
}

function older(list: HistoryRows, count: number): HistoryRows {
  return list.next === null ? list : withOlder(list, list.next, page(count, { cursor: list.next }));
}

describe("the rows of the history list", () => {
  it("start with the newest page and go on where it ends", () => {
    const list = firstRows(page(7));
    expect(sequences(list)).toEqual([7, 6, 5, 4, 3]);
    expect(sequences(older(list, 7))).toEqual([7, 6, 5, 4, 3, 2, 1]);
    expect(older(list, 7).next).toBeNull();
  });

  it("take an older page once, even if it comes twice", () => {
    const list = firstRows(page(20));
    const once = withOlder(list, "16", page(20, { cursor: "16" }));
    expect(withOlder(once, "16", page(20, { cursor: "16" }))).toBe(once);
  });

  it("take what is new in front and keep what was loaded", () => {
    const list = older(firstRows(page(20)), 20);
    const newer = withNewer(list, 20, page(22, { newerThan: 20 }));
    expect(newer && sequences(newer)).toEqual([22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11]);
    expect(newer).toMatchObject({ newest: 22, held: 0 });
  });

  it("say how many are held back, until those are taken in", () => {
    const list = withHeld(firstRows(page(20)), 20, 3);
    expect(list.held).toBe(3);
    expect(sequences(list)).toEqual([20, 19, 18, 17, 16]);
    expect(withNewer(list, 20, page(23, { newerThan: 20 }))?.held).toBe(0);
  });

  it("have to start again rather than hide a gap", () => {
    expect(withNewer(firstRows(page(20)), 20, page(40, { newerThan: 20 }))).toBeNull();
  });

  it("start again when they have become many", () => {
    const rows = Array.from({ length: 1001 }, (_, index) => row(1001 - index));
    const list = { ...firstRows(page(1001)), rows, next: null };
    expect(withNewer(list, 1001, page(1002, { newerThan: 1001 }))).toBeNull();
  });

  it("show what was put beside one of them", () => {
    const list = withAnnotation(firstRows(page(2)), "exchange-2", {
      note: "Look",
      tags: ["a"],
      pinned: true,
      changedAt: null,
    });
    expect(list.rows[0]).toMatchObject({ hasNote: true, tags: ["a"], pinned: true });
    expect(list.rows[1]).toMatchObject({ hasNote: false, pinned: false });
  });

  it("stay as long as they were where some of them are gone, and are no others' where the list is another one", () => {
    const list = older(firstRows(page(30)), 30);
    const again = { rows: list.rows.slice(1), next: list.next };
    expect(withReadAgain({ ...list, held: 3 }, list, again)).toEqual({ ...list, ...again, held: 3 });
    expect(withReadAgain(firstRows(page(31)), list, again)).toBeNull();
  });

  it("never have a gap or a double, whatever happens in whatever order", () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant("sent"), count: fc.integer({ min: 0, max: 12 }) }),
      fc.record({ kind: fc.constant("older"), count: fc.constant(0) }),
      fc.record({ kind: fc.constant("newest"), count: fc.constant(0) }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.array(step), (start, steps) => {
        let count = start;
        let list = firstRows(page(count));
        for (const { kind, count: sent } of steps) {
          count += sent;
          if (kind === "older") list = older(list, count);
          if (kind === "newest") {
            list =
              withNewer(list, list.newest, page(count, { newerThan: list.newest })) ?? firstRows(page(count));
          }
        }
        const [first = 0] = sequences(list);
        expect(sequences(list)).toEqual(sequences(list).map((_, index) => first - index));
        expect(list.next === null).toBe((sequences(list).at(-1) ?? 1) === 1);
      }),
    );
  });
});
