import { describe, expect, it } from "vitest";
import type { Preset, PresetRun, PresetRunRow } from "../../../shared/domain/preset.ts";
import {
  countRun,
  freePresetName,
  groupPresets,
  likelyExpectation,
  resultsOf,
  searchPresets,
} from "./preset-list.ts";

function preset(name: string, changes: Partial<Preset> = {}): Preset {
  return {
    id: name,
    tenantId: "sandbox",
    api: "optievent",
    eventKey: "newsletter_signup",
    name,
    group: null,
    text: "{}",
    variables: [],
    negative: false,
    expected: { outcome: "accepted", rule: null },
    savedAt: "2026-11-23T08:00:00.000Z",
    ...changes,
  };
}

const withoutEmail = preset("Signup without email", {
  group: "Wrong",
  negative: true,
  expected: { outcome: "rejected", rule: "parameter.missing" },
});

describe("presets", () => {
  it("are listed under their groups", () => {
    const groups = groupPresets([preset("a"), preset("b"), withoutEmail]);
    expect(groups.map(({ title, presets }) => [title, presets.map(({ name }) => name)])).toEqual([
      [null, ["a", "b"]],
      ["Wrong", ["Signup without email"]],
    ]);
  });

  it.each(["email", "WRONG", "negative signup", "parameter.missing", "newsletter"])(
    "are found by %s",
    (query) => {
      expect(searchPresets([preset("other", { eventKey: "login" }), withoutEmail], query)).toEqual([
        withoutEmail,
      ]);
    },
  );

  it("get a name that is free", () => {
    expect(freePresetName("a", [preset("b")])).toBe("a");
    expect(freePresetName("a", [preset("a"), preset("a (2)")])).toBe("a (3)");
  });

  it("are expected to break the rule that validation knows to be broken", () => {
    const finding = { code: null, path: "", message: "", source: "" };
    expect(likelyExpectation([{ ...finding, rule: "name.style", severity: "warning" }])).toEqual({
      negative: false,
      expected: { outcome: "accepted", rule: null },
    });
    expect(likelyExpectation([{ ...finding, rule: "format.email", severity: "error" }])).toEqual({
      negative: true,
      expected: { outcome: "rejected", rule: "format.email" },
    });
  });
});

it("a run is counted by what came of its presets", () => {
  const row = (name: string, changes: Partial<PresetRunRow>): PresetRunRow => ({
    preset: preset(name),
    state: "done",
    result: null,
    problem: null,
    ...changes,
  });
  const result = {
    exchangeId: "x",
    outcome: "accepted" as const,
    status: 200,
    totalMs: 1,
    message: "",
    rules: [],
  };
  const run: PresetRun = {
    id: "r",
    tenantId: "sandbox",
    api: "optievent",
    startedAt: "",
    finishedAt: null,
    perSecond: null,
    isCancelled: false,
    rows: [
      row("a", { result: { ...result, isAsExpected: true } }),
      row("b", { result: { ...result, isAsExpected: false } }),
      row("c", { state: "failed", problem: "The vault is locked." }),
      row("d", { state: "waiting" }),
    ],
  };
  expect(countRun(run)).toEqual({ all: 4, done: 3, asExpected: 1, unexpected: 1, failed: 1 });
  expect(resultsOf(run.rows).get("c")?.problem).toBe("The vault is locked.");
  expect(resultsOf([]).size).toBe(0);
});
