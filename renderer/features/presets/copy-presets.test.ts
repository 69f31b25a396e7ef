import { describe, expect, it } from "vitest";
import type { Preset } from "../../../shared/domain/preset.ts";
import { connectionSchema } from "../../../shared/domain/tenant.ts";
import { copyPresets, type PresetPlace } from "./copy-presets.ts";

function place(id: string, tenantNumber: number, api: "optievent" | "realtime" = "optievent"): PresetPlace {
  const connection = connectionSchema.parse({ api, endpoint: "https://events.example/" });
  return { tenant: { id, name: id, tenantNumber }, connection, catalog: null };
}

function preset(name: string, text: string): Preset {
  return {
    id: name,
    tenantId: "shop",
    api: "optievent",
    eventKey: "login",
    name,
    group: "Right",
    text,
    variables: [{ name: "who", value: "c" }],
    negative: false,
    expected: { outcome: "accepted", rule: null },
    savedAt: "2026-11-23T08:00:00.000Z",
  };
}

describe("copying presets to another place", () => {
  const text =
    '{"tenant":3013,"event":"login","customer":"{{who}}","timestamp":"{{$now}}","context":{"n":1.00}}';

  it("makes them the other tenant's, with its number, and new ones with free names", () => {
    const there = [{ name: "a" }];
    const { presets, notCarried } = copyPresets(
      [preset("a", text), preset("a (2)", text)],
      place("shop", 3013),
      place("other", 4004),
      there,
    );
    expect(presets.map(({ id, name, tenantId }) => [id, name, tenantId])).toEqual([
      [null, "a (2)", "other"],
      [null, "a (2) (2)", "other"],
    ]);
    expect(presets[0]).toMatchObject({ group: "Right", variables: [{ name: "who", value: "c" }] });
    expect(presets[0]?.text).toBe(text.replace("3013", "4004"));
    expect(notCarried).toEqual([]);
  });

  it("says of each what has no place in the other API", () => {
    const { presets, notCarried } = copyPresets(
      [preset("a", text)],
      place("shop", 3013),
      place("shop", 3013, "realtime"),
      [],
    );
    expect(presets[0]).toMatchObject({ api: "realtime", tenantId: "shop" });
    expect(presets[0]?.text).toContain("1.00");
    expect(notCarried).toContainEqual(expect.objectContaining({ name: "a", path: "/timestamp" }));
  });
});
