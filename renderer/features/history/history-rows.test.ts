import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HistoryPage } from "../../../shared/contract/calls.ts";
import type { ExchangeSummary } from "../../../shared/domain/exchange.ts";
import {
  firstRows,
  heldBack,
  oldestSequence,
  withHeard,
  withNewest,
  withOlder,
  type HistoryRows,
} from "./history-rows.ts";

const LIMIT = 5;

function row(sequence: number): ExchangeSummary {
  return {
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
    pinned: false,
    tags: [],
    hasNote: false,
    isImported: false,
    expected: null,
    runId: null,
  };
}

/** The page that a history of the sequences 1 to `count` answers. */
function page(count: number, before: number | null): HistoryPage {
  const from = Math.min(count, (before ?? Infinity) - 1);
  const length = Math.max(0, Math.min(LIMIT, from));
  const rows = Array.from({ length }, (_, index) => row(from - index));
  return { rows, total: count, next: null, newest: count };
}

function sequences(list: HistoryRows): number[] {
  return list.rows.map((one) => one.sequence);
}

describe("the rows of the history list", () => {
  it("start with the newest page", () => {
    const list = firstRows(page(7, null));
    expect(sequences(list)).toEqual([7, 6, 5, 4, 3]);
    expect(list).toMatchObject({ total: 7, hasOlder: true });
  });

  it("know when there is nothing older", () => {
    expect(firstRows(page(5, null)).hasOlder).toBe(false);
    const list = withOlder(firstRows(page(7, null)), page(7, 3), LIMIT);
    expect(sequences(list)).toEqual([7, 6, 5, 4, 3, 2, 1]);
    expect(list.hasOlder).toBe(false);
  });

  it("take an older page once, even if it comes twice", () => {
    const once = withOlder(firstRows(page(20, null)), page(20, 16), LIMIT);
    expect(sequences(withOlder(once, page(20, 16), LIMIT))).toEqual(sequences(once));
  });

  it("take what is new in front and keep what was loaded", () => {
    const list = withOlder(firstRows(page(20, null)), page(20, 16), LIMIT);
    const newer = withNewest(list, page(22, null));
    expect(sequences(newer)).toEqual([22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11]);
    expect(newer).toMatchObject({ total: 22, hasOlder: true });
  });

  it("say how many are held back, until those are taken in", () => {
    const list = withHeard(firstRows(page(20, null)), 23);
    expect(heldBack(list)).toBe(3);
    expect(heldBack(withOlder(list, page(24, 16), LIMIT))).toBe(4);
    expect(sequences(list)).toEqual([20, 19, 18, 17, 16]);
    expect(heldBack(withNewest(list, page(24, null)))).toBe(0);
  });

  it("start again rather than hide a gap", () => {
    const list = firstRows(page(20, null));
    expect(sequences(withNewest(list, page(40, null)))).toEqual([40, 39, 38, 37, 36]);
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
        let list = firstRows(page(count, null));
        for (const { kind, count: sent } of steps) {
          count += sent;
          if (kind === "older" && list.hasOlder)
            list = withOlder(list, page(count, oldestSequence(list)), LIMIT);
          if (kind === "newest") list = withNewest(list, page(count, null));
        }
        const [first = 0] = sequences(list);
        expect(sequences(list)).toEqual(sequences(list).map((_, index) => first - index));
        expect(list.hasOlder).toBe((sequences(list).at(-1) ?? 1) > 1);
      }),
    );
  });
});
