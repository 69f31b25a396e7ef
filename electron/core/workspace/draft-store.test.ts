import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createNotices, type Notices } from "../notices.ts";
import { fileNameOf } from "./collection.ts";
import { createConfStores } from "./conf-store.ts";
import { openDraftStore } from "./draft-store.ts";
import { openValuesStore } from "./values-store.ts";

const clock = { now: () => new Date("2026-11-23T09:15:00.000Z") };
const login = { tenantId: "sandbox", api: "optievent", eventKey: "login" } as const;
let path: string;
let notices: Notices;

beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), "drafts-"));
  notices = createNotices(() => {});
});
afterEach(() => rmSync(path, { recursive: true }));

const context = () => ({ path, openStore: createConfStores(path), notices, clock });

describe("drafts on disk", () => {
  it("of the first version are brought up: each is its event's first draft, in the same file", () => {
    const id = JSON.stringify(["sandbox", "optievent", "login"]);
    mkdirSync(join(path, "drafts"));
    const document = { id, ...login, text: '{"half":', savedAt: "2026-01-01T00:00:00.000Z" };
    const stored = JSON.stringify({ schemaVersion: 1, document });
    writeFileSync(join(path, "drafts", `${fileNameOf(id)}.json`), stored);

    const upgraded = { ...document, number: 1, variables: [], presetId: null };
    expect(openDraftStore(context()).list("sandbox")).toEqual([upgraded]);
    openDraftStore(context()).save({ ...login, text: "{}" });
    expect(openDraftStore(context()).list("sandbox")).toMatchObject([{ id, text: "{}" }]);
    expect(openDraftStore(context()).list("sandbox")).toHaveLength(1);
    expect(notices.list()).toEqual([]);
  });

  it("keep several of one event, each with its steps of undo and its variables", () => {
    const store = openDraftStore(context());
    store.save({ ...login, text: "one", past: ["zero"], future: ["two"] });
    store.save({ ...login, number: 2, text: "other", variables: [{ name: "who", value: "c" }] });
    const again = openDraftStore(context());
    const [first, second] = again.list("sandbox").toSorted((a, b) => a.number - b.number);
    expect([first?.text, second?.text, second?.variables]).toEqual([
      "one",
      "other",
      [{ name: "who", value: "c" }],
    ]);
    expect(first).not.toHaveProperty("past");
    expect(again.steps(first?.id ?? "")).toEqual({ past: ["zero"], future: ["two"] });
    expect(again.steps("nobody's")).toEqual({ past: [], future: [] });
    again.remove(second?.id ?? "");
    expect(openDraftStore(context()).list("sandbox")).toHaveLength(1);
  });
});

describe("a draft that two windows save", () => {
  it("is replaced only by one that was made of it; what was refused is a step of undo", () => {
    const store = openDraftStore(context());
    const savedAt = (text: string, onSavedAt: string | null): string => {
      const saved = store.save({ ...login, text, past: ["zero"], onSavedAt });
      return saved.ok ? saved.value.savedAt : saved.error.code;
    };
    const first = savedAt("one", null);
    // The clock stands still here: a later saving is told apart all the same.
    const second = savedAt("two", first);
    expect(second > first).toBe(true);
    expect(savedAt("other", first)).toBe("draft.changed-elsewhere");
    expect(savedAt("other", null)).toBe("draft.changed-elsewhere");
    const [draft] = openDraftStore(context()).list("sandbox");
    expect([draft?.text, draft?.savedAt]).toEqual(["two", second]);
    expect(store.steps(draft?.id ?? "").past).toEqual(["zero", "other", "other"]);
    expect(savedAt("three", second) > second).toBe(true);
  });
});

describe("a tenant's variables and pinned values on disk", () => {
  it("are none at first, and there again after a restart", () => {
    const none = { tenantId: "sandbox", variables: [], pinned: [] };
    expect(openValuesStore(context()).get("sandbox")).toEqual(none);
    const values = {
      tenantId: "sandbox",
      variables: [{ name: "customer_id", value: "c-1" }],
      pinned: [{ name: "order_total", valueText: "100.00" }],
    };
    openValuesStore(context()).save(values);
    expect(openValuesStore(context()).get("sandbox")).toEqual(values);
    openValuesStore(context()).remove("sandbox");
    expect(openValuesStore(context()).get("sandbox")).toEqual(none);
  });

  it("that are damaged are kept aside and named", () => {
    openValuesStore(context()).save({ tenantId: "sandbox", variables: [], pinned: [] });
    writeFileSync(join(path, "values", "sandbox.json"), "{");
    expect(openValuesStore(context()).get("sandbox").variables).toEqual([]);
    expect(notices.list()).toHaveLength(1);
    expect(readdirSync(join(path, "values")).join()).toContain("unreadable");
  });
});
