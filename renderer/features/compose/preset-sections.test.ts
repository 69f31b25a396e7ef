import { expect, it } from "vitest";
import type { Preset } from "../../../shared/domain/preset.ts";
import { ALL_PRESETS, presetEntries } from "./preset-sections.ts";

function preset(name: string, eventKey = "login"): Preset {
  return {
    id: name,
    tenantId: "sandbox",
    api: "optievent",
    eventKey,
    name,
    group: null,
    text: "{}",
    variables: [],
    negative: true,
    expected: { outcome: "rejected", rule: null },
    savedAt: "",
  };
}

const many = Array.from({ length: 20 }, (_, index) => preset(`p${index}`));

it("the presets of the event that is shown are listed, the first of many, with the way to all of them", () => {
  const entries = presetEntries([...many, preset("other", "deposit")], "login", "");
  expect(entries).toHaveLength(9);
  expect(entries.at(-1)).toMatchObject({ id: ALL_PRESETS, label: "Run and results (20)..." });
  expect(presetEntries([], "login", "")).toMatchObject([{ label: "Make presets..." }]);
  expect(presetEntries(many, null, "")).toEqual([]);
});

it("a search finds presets of every event", () => {
  const found = presetEntries([...many, preset("other", "deposit")], "login", "deposit");
  expect(found).toEqual([{ id: "preset:other", label: "other", negative: true }]);
});
