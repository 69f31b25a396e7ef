import * as fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { GuardMethod } from "../../../shared/domain/settings.ts";
import { HOLD_MILLISECONDS } from "./challenges.ts";
import { createGuard, type Guard } from "./guard.ts";

const retail = { id: "retail", name: "Retail EU" };
const bank = { id: "bank", name: "Bank" };

let now: number;
let settings: { guardMethod: GuardMethod; guardIdleMinutes: number };
let guard: Guard;

beforeEach(() => {
  now = Date.parse("2026-11-23T08:00:00Z");
  settings = { guardMethod: "type-name", guardIdleMinutes: 10 };
  guard = createGuard({ clock: { now: () => new Date(now) }, settings: () => settings });
});

function approve(windowId: string, subject: typeof retail): void {
  const { challengeId } = guard.request(windowId, subject);
  expect(guard.approve(windowId, challengeId, subject.name).ok).toBe(true);
}

const isPermitted = (windowId: string, subject: typeof retail) => guard.permit(windowId, subject).ok;
const minutes = (count: number) => count * 60_000;

describe("the first send", () => {
  it("needs an approval, and the refusal says whose and how", () => {
    expect(guard.permit("w", retail)).toMatchObject({
      ok: false,
      error: {
        code: "guard.approval-required",
        details: { tenantId: "retail", tenantName: "Retail EU", method: "type-name" },
      },
    });
  });

  it("passes once approved, and the next ones with it", () => {
    approve("w", retail);
    expect([isPermitted("w", retail), isPermitted("w", retail)]).toEqual([true, true]);
  });
});

describe("an approval", () => {
  it("is the window's that gave it", () => {
    approve("w", retail);
    expect(isPermitted("other", retail)).toBe(false);
    expect(isPermitted("w", retail)).toBe(true);
  });

  it("is for its tenant, and trying another one ends it", () => {
    approve("w", retail);
    expect(isPermitted("w", bank)).toBe(false);
    expect(isPermitted("w", retail)).toBe(false);
  });

  it.each([
    ["the window turns to another tenant", () => guard.leave("w")],
    ["the window sends elsewhere", () => guard.passBy("w")],
    ["the tenant is changed", () => guard.forget("retail")],
    ["it was not used for the set time", () => (now += minutes(10))],
    ["the clock was put back", () => (now -= 1)],
  ])("ends when %s", (_when, end) => {
    approve("w", retail);
    end();
    expect(isPermitted("w", retail)).toBe(false);
  });

  it.each([
    ["another window turns away", () => guard.leave("other")],
    ["another tenant is changed", () => guard.forget("bank")],
  ])("stays when %s", (_when, happen) => {
    approve("w", retail);
    happen();
    expect(isPermitted("w", retail)).toBe(true);
  });

  it("lasts while it is used, and goes by the setting of the moment", () => {
    approve("w", retail);
    for (let sends = 0; sends < 5; sends += 1) {
      now += minutes(10) - 1;
      expect(isPermitted("w", retail)).toBe(true);
    }
    settings.guardIdleMinutes = 1;
    now += minutes(1);
    expect(isPermitted("w", retail)).toBe(false);
  });
});

describe("a name to type", () => {
  it.each(["", "retail eu", "Retail", "Bank", null])("is refused as %j, and can be typed again", (typed) => {
    const { challengeId } = guard.request("w", retail);
    expect(guard.approve("w", challengeId, typed)).toMatchObject({ error: { code: "guard.name-differs" } });
    expect(isPermitted("w", retail)).toBe(false);
    expect(guard.approve("w", challengeId, "Retail EU").ok).toBe(true);
  });
});

describe("holding", () => {
  beforeEach(() => {
    settings.guardMethod = "hold";
  });

  it.each([
    [0, false],
    [HOLD_MILLISECONDS - 1, false],
    [HOLD_MILLISECONDS, true],
    [-1, false],
  ])("for %i ms: %s", (held, expected) => {
    const { challengeId, holdMilliseconds } = guard.request("w", retail);
    expect(holdMilliseconds).toBe(HOLD_MILLISECONDS);
    now += held;
    expect(guard.approve("w", challengeId, null).ok).toBe(expected);
    expect(isPermitted("w", retail)).toBe(expected);
  });

  it("begins anew with each request", () => {
    const first = guard.request("w", retail);
    now += HOLD_MILLISECONDS - 1;
    const second = guard.request("w", retail);
    now += 1;
    expect(guard.approve("w", first.challengeId, null)).toMatchObject({
      error: { code: "guard.no-challenge" },
    });
    expect(guard.approve("w", second.challengeId, null)).toMatchObject({
      error: { code: "guard.held-too-short" },
    });
  });
});

describe("a challenge", () => {
  it("is good once, in its window, while the tenant is as it was", () => {
    const used = guard.request("w", retail);
    expect(guard.approve("other", used.challengeId, "Retail EU").ok).toBe(false);
    expect(guard.approve("w", used.challengeId, "Retail EU").ok).toBe(true);
    guard.leave("w");
    expect(guard.approve("w", used.challengeId, "Retail EU").ok).toBe(false);
    const changed = guard.request("w", retail);
    guard.forget("retail");
    expect(guard.approve("w", changed.challengeId, "Retail EU").ok).toBe(false);
  });
});

describe("whatever happens before", () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constantFrom("leave", "pass", "forget", "request") }),
    fc.record({ kind: fc.constant("wait"), minutes: fc.integer({ min: -5, max: 20 }) }),
    fc.record({ kind: fc.constant("approve-wrong") }),
  );

  it("nothing is permitted that nobody approved", () => {
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const fresh = createGuard({ clock: { now: () => new Date(now) }, settings: () => settings });
        let challengeId = "";
        for (const one of steps) {
          if (one.kind === "leave") fresh.leave("w");
          if (one.kind === "pass") fresh.passBy("w");
          if (one.kind === "forget") fresh.forget("retail");
          if (one.kind === "request") ({ challengeId } = fresh.request("w", retail));
          if (one.kind === "approve-wrong") fresh.approve("w", challengeId, "Retail");
          if ("minutes" in one) now += minutes(one.minutes);
          expect(fresh.permit("w", retail).ok).toBe(false);
        }
      }),
    );
  });
});
