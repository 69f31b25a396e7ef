import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readVersioned, writeVersioned, type VersionedDocument } from "./versioned.ts";

const definition: VersionedDocument<{ names: string[] }> = {
  schema: z.object({ names: z.array(z.string()) }),
  steps: [
    (older) => ({ name: z.object({ title: z.string() }).parse(older).title }),
    (older) => ({ names: [z.object({ name: z.string() }).parse(older).name] }),
  ],
};

describe("a stored document", () => {
  it.each([
    [1, { title: "Ann" }],
    [2, { name: "Ann" }],
    [3, { names: ["Ann"] }],
  ])("of version %i is brought up to the newest one", (schemaVersion, document) => {
    expect(readVersioned(definition, { schemaVersion, document })).toEqual({
      kind: "read",
      document: { names: ["Ann"] },
      isAsWritten: true,
    });
  });

  it("says so where something else has changed it since", () => {
    const entries = writeVersioned(definition, { names: ["Ann"] });
    const changed = { ...entries, document: { names: ["Anna"] } };
    expect(readVersioned(definition, changed)).toMatchObject({ kind: "read", isAsWritten: false });
  });

  it("is read as it was written", () => {
    const entries = writeVersioned(definition, { names: ["Ann", "Bo"] });
    expect(entries["schemaVersion"]).toBe(3);
    expect(readVersioned(definition, entries)).toEqual({
      kind: "read",
      document: { names: ["Ann", "Bo"] },
      isAsWritten: true,
    });
  });

  it("is empty where nothing was ever stored", () => {
    expect(readVersioned(definition, {})).toEqual({ kind: "empty" });
  });

  it.each([
    ["newer", { schemaVersion: 4, document: { names: [] } }],
    ["without version", { document: { names: [] } }],
    ["of version 0", { schemaVersion: 0, document: { names: [] } }],
    ["of another shape", { schemaVersion: 3, document: { names: [1] } }],
    ["that no step can raise", { schemaVersion: 1, document: null }],
  ])("%s is unreadable", (_what, entries) => {
    expect(readVersioned(definition, entries).kind).toBe("unreadable");
  });
});
