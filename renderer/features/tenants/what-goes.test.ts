import { expect, it } from "vitest";
import { whatGoes } from "./what-goes.ts";

const NOTHING = { drafts: 0, presets: 0, values: 0, secrets: 0, exchanges: 0 };

it("names all that is lost with a tenant, and what stays", () => {
  expect(whatGoes({ drafts: 2, presets: 1, values: 3, secrets: 1, exchanges: 1200 })).toBe(
    "2 drafts, 1 preset, 3 variables and pinned values and 1 secret go with it. 1,200 exchanges stay in the history as evidence.",
  );
  expect(whatGoes({ ...NOTHING, values: 1 })).toBe("1 variable or pinned value goes with it.");
});

it("says that there is nothing to lose", () => {
  expect(whatGoes(NOTHING)).toBe("Nothing of yours hangs on it: no drafts, presets, variables or secrets.");
});
