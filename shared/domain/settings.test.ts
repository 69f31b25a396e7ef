import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS, settingsPatchSchema, settingsSchema } from "./settings.ts";

describe("settings", () => {
  it("are the defaults where nothing was ever set", () => {
    expect(settingsSchema.parse({})).toEqual(DEFAULT_SETTINGS);
  });

  it("are changed by what a patch names and nothing else", () => {
    expect(settingsPatchSchema.parse({ theme: "dark" })).toEqual({ theme: "dark" });
    expect(settingsPatchSchema.parse({})).toEqual({});
  });
});
