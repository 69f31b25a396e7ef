import * as fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { GuardedRun } from "../../../shared/contract/guard-calls.ts";
import type { GuardMethod } from "../../../shared/domain/settings.ts";
import { createGuard, type Guard } from "./guard.ts";
import { guardRun, guardTarget } from "./guard-target.ts";
import type { RunPermit } from "./run-permits.ts";

const retail = {
  id: "retail",
  name: "Retail EU",
  kind: "production",
  productionHostsAcknowledged: false,
} as const;
const target = { tenant: retail, url: "https://retail.example/report" };
const run: GuardedRun = { eventCount: 3, perSecond: 5 };

let now: number;
let guard: Guard;

function renew(): void {
  now = Date.parse("2026-11-23T08:00:00Z");
  const settings = { guardMethod: "type-name" as GuardMethod, guardIdleMinutes: 10 };
  guard = createGuard({ clock: { now: () => new Date(now) }, settings: () => settings });
}
beforeEach(renew);

function approve(approved: GuardedRun | null = run, windowId = "w"): void {
  const { challengeId } = guard.request(windowId, retail, { run: approved });
  expect(guard.approve(windowId, challengeId, "Retail EU").ok).toBe(true);
}

function begin(begun: GuardedRun = run, windowId = "w"): RunPermit {
  const permit = guardRun(guard, windowId, target, begun);
  if (!permit.ok) throw new Error(permit.error.message);
  return permit.value;
}

const begins = (begun: GuardedRun = run, windowId = "w") => guardRun(guard, windowId, target, begun).ok;
const minutes = (count: number) => count * 60_000;

describe("a run to production", () => {
  it("needs an approval, and the refusal names tenant, number of events and rate", () => {
    expect(guardRun(guard, "w", target, run)).toMatchObject({
      error: {
        code: "guard.approval-required",
        details: { tenantId: "retail", tenantName: "Retail EU", run: { eventCount: 3, perSecond: 5 } },
      },
    });
  });

  it("sends as many events as were approved and not one more", () => {
    approve();
    const permit = begin();
    const sends = Array.from({ length: 4 }, () => guardTarget(guard, "w", target, permit).ok);
    expect(sends).toEqual([true, true, true, false]);
  });

  it("begins once", () => {
    approve();
    expect([begins(), begins()]).toEqual([true, false]);
  });

  it.each<[string, GuardedRun]>([
    ["more events", { ...run, eventCount: 4 }],
    ["another rate", { ...run, perSecond: 6 }],
    ["no rate", { ...run, perSecond: null }],
  ])("does not begin with %s than approved", (_what, other) => {
    approve();
    expect(begins(other)).toBe(false);
  });

  it.each<[string, () => unknown]>([
    ["after the window turned away", () => guard.leave("w")],
    ["after the tenant was changed", () => guard.forget("retail")],
    ["after the set time", () => (now += minutes(10))],
  ])("does not begin %s", (_when, happen) => {
    approve();
    happen();
    expect(begins()).toBe(false);
  });

  it("does not begin in another window", () => {
    approve();
    expect([begins(run, "other"), begins()]).toEqual([false, true]);
  });

  it("and single sends are approved apart", () => {
    approve();
    expect(guard.permit("w", retail).ok).toBe(false);
    begin();
    expect(guard.permit("w", retail).ok).toBe(false);
    approve(null);
    expect(begins()).toBe(false);
    expect(guard.permit("w", retail).ok).toBe(true);
  });

  it.each<[string, (permit: RunPermit) => unknown]>([
    ["it was ended", (permit) => permit.end()],
    ["the tenant was changed", () => guard.forget("retail")],
    ["it paused for longer than an approval lasts", () => (now += minutes(10))],
    ["the clock was put back", () => (now -= 1)],
  ])("sends no more once %s", (_when, happen) => {
    approve();
    const permit = begin();
    expect(permit.permit(retail).ok).toBe(true);
    happen(permit);
    expect(permit.permit(retail).ok).toBe(false);
  });

  it("goes on while its window looks at something else", () => {
    approve();
    const permit = begin();
    guard.leave("w");
    expect(permit.permit(retail).ok).toBe(true);
  });
});

describe("a run to something else", () => {
  const test = { tenant: { ...retail, kind: "test" as const }, url: "https://retail.example/report" };

  it("needs none, and ends where the tenant becomes production", () => {
    const permit = guardRun(guard, "w", test, run);
    if (!permit.ok) throw new Error(permit.error.message);
    expect(guardTarget(guard, "w", test, permit.value).ok).toBe(true);
    expect(guardTarget(guard, "w", target, permit.value).ok).toBe(false);
  });
});

it("whatever happens, no more is sent than was approved", () => {
  const step = fc.constantFrom("approve", "begin", "send", "leave", "forget", "wait", "end");
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      renew();
      let approved = 0;
      let sent = 0;
      let permit: RunPermit | null = null;
      for (const one of steps) {
        if (one === "approve") {
          approve();
          approved += run.eventCount;
        }
        if (one === "begin") {
          const begun = guardRun(guard, "w", target, run);
          if (begun.ok) permit = begun.value;
        }
        if (one === "send" && permit?.permit(retail).ok === true) sent += 1;
        if (one === "leave") guard.leave("w");
        if (one === "forget") guard.forget("retail");
        if (one === "wait") now += minutes(6);
        if (one === "end") permit?.end();
        expect(sent).toBeLessThanOrEqual(approved);
      }
    }),
  );
});
