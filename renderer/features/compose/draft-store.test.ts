import { describe, expect, it } from "vitest";
import { DRAFT_CHANGED_ELSEWHERE, type DraftInput } from "../../../shared/contract/draft-calls.ts";
import { draftId, draftSchema, type Draft, type DraftSteps } from "../../../shared/domain/draft.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { createDraftStore, type DraftKey } from "./draft-store.ts";
import type { Contested } from "./shared-drafts.ts";

const login: DraftKey = { tenantId: "sandbox", api: "optievent", eventKey: "login", number: 1 };
const loginId = draftId(login);

const base = (text: string) => ({ text, variables: [], presetId: null });

/** Core as far as drafts go: what is saved, by whichever window. */
function createCore() {
  const saved: DraftInput[] = [];
  let stored: Draft | null = null;
  return {
    saved,
    stored: () => stored,
    save(draft: DraftInput): Promise<Result<Draft>> {
      const { onSavedAt } = draft;
      if (stored !== null && onSavedAt !== stored.savedAt) {
        return Promise.resolve(failure(DRAFT_CHANGED_ELSEWHERE, "Changed."));
      }
      saved.push(draft);
      const savedAt = `2026-01-01T00:00:00.${String(100 + saved.length)}Z`;
      stored = draftSchema.parse({ ...draft, id: loginId, savedAt });
      return Promise.resolve(success(stored));
    },
  };
}

function setUp(steps: DraftSteps | null = null, core = createCore()) {
  const contested: Contested[] = [];
  const store = createDraftStore({
    save: (draft) => core.save(draft),
    readSaved: () => Promise.resolve(success(core.stored())),
    onContested: (_id, what) => contested.push(what),
    afterPause: () => () => undefined,
    atLatest: () => () => undefined,
    readSteps: () => Promise.resolve(steps),
  });
  const type = (text: string) => {
    const shown = core.stored() ?? base('{"a":1,"b":1}');
    store.change(login, shown, { kind: "edit", text, group: null });
  };
  const hear = () => {
    const stored = core.stored();
    if (stored !== null) store.takeSaved(stored);
  };
  const text = () => store.drafts.get().get(loginId)?.text;
  return { store, saved: core.saved, contested, type, hear, text, flush: () => store.flush() };
}

describe("the drafts being written", () => {
  it("start from the text that is shown and are saved with every change, undo included", async () => {
    const { store, saved } = setUp();
    store.change(login, base("base"), { kind: "edit", text: "typed", group: null });
    await store.flush();
    store.change(login, base("base"), { kind: "undo" });
    await store.flush();
    expect(saved.map(({ text }) => text)).toEqual(["typed", "base"]);
    expect(store.drafts.get().get(loginId)?.future).toEqual(["typed"]);
  });

  it("keep each event, tenant and API apart", () => {
    const { store } = setUp();
    store.change(login, base(""), { kind: "edit", text: "one", group: null });
    store.change({ ...login, api: "realtime" }, base(""), { kind: "edit", text: "two", group: null });
    expect([...store.drafts.get().values()].map(({ text }) => text)).toEqual(["one", "two"]);
  });

  it("save nothing and tell nobody where nothing changed", async () => {
    const { store, saved } = setUp();
    let told = 0;
    store.drafts.subscribe(() => (told += 1));
    store.change(login, base("base"), { kind: "edit", text: "base", group: null });
    store.change(login, base("base"), { kind: "undo" });
    await store.flush();
    expect([told, saved.length, store.status.get().kind]).toEqual([0, 0, "idle"]);
  });

  it("go back beyond the start, with what was read meanwhile too, and are saved with it", async () => {
    const { store, saved } = setUp({ past: ["first", "second"], future: [] });
    store.change(login, base("third"), { kind: "edit", text: "fourth", group: null });
    await store.flush();
    expect(saved.at(-1)).toMatchObject({ text: "fourth", past: ["first", "second", "third"], future: [] });
    store.change(login, base("third"), { kind: "undo" });
    store.change(login, base("third"), { kind: "undo" });
    await store.flush();
    expect(saved.at(-1)).toMatchObject({ text: "second", past: ["first"], future: ["third", "fourth"] });
  });

  it("start from the steps read before, without being changed by reading them", async () => {
    const { store, saved } = setUp({ past: ["first"], future: [] });
    store.takeSaved({ ...base("second"), ...login, id: loginId, savedAt: "2026-01-01T00:00:00.000Z" });
    await store.flush();
    await Promise.resolve();
    expect([saved.length, store.drafts.get().size]).toEqual([0, 0]);
    store.change(login, base("second"), { kind: "undo" });
    await store.flush();
    expect(saved.at(-1)).toMatchObject({ text: "first", past: [], future: ["second"] });
  });

  it("keep the text when their variables change", async () => {
    const { store, saved } = setUp();
    store.setVariables(login, base("text"), [{ name: "who", value: "c" }]);
    await store.flush();
    expect(saved).toMatchObject([{ text: "text", variables: [{ name: "who", value: "c" }] }]);
  });
});

describe("a draft that two windows write", () => {
  function twoWindows() {
    const core = createCore();
    return { core, one: setUp(null, core), two: setUp(null, core) };
  }

  it("is taken from the other one, as a step of undo, where nothing is unsaved", async () => {
    const { one, two } = twoWindows();
    one.type('{"a":2,"b":1}');
    await one.flush();
    two.type('{"a":2,"b":2}');
    await two.flush();
    one.hear();
    expect(one.text()).toBe('{"a":2,"b":2}');
    one.type('{"a":3,"b":2}');
    await one.flush();
    expect(one.saved.at(-1)).toMatchObject({
      text: '{"a":3,"b":2}',
      past: ['{"a":1,"b":1}', '{"a":2,"b":1}', '{"a":2,"b":2}'],
    });
    expect([one.contested, two.contested]).toEqual([[], []]);
  });

  it("has both changes where both were unsaved", async () => {
    const { core, one, two } = twoWindows();
    one.type('{"a":2,"b":1}');
    two.type('{"a":1,"b":2}');
    await one.flush();
    two.hear();
    expect(two.text()).toBe('{"a":1,"b":2}');
    await two.flush();
    expect([two.text(), core.stored()?.text]).toEqual(['{"a":2,"b":2}', '{"a":2,"b":2}']);
    one.hear();
    expect(one.text()).toBe('{"a":2,"b":2}');
    expect([one.contested, two.contested]).toEqual([[], []]);
  });

  it("is the later one's where both changed the same; undo brings the other back, and it is said", async () => {
    const { core, one, two } = twoWindows();
    one.type('{"a":2,"b":1}');
    two.type('{"a":3,"b":1}');
    await one.flush();
    await two.flush();
    expect(core.stored()?.text).toBe('{"a":3,"b":1}');
    expect(two.saved.at(-1)?.past).toEqual(['{"a":1,"b":1}', '{"a":2,"b":1}']);
    expect(two.contested).toEqual([{ isText: true, otherValues: [] }]);
    two.store.change(login, base(""), { kind: "undo" });
    expect(two.text()).toBe('{"a":2,"b":1}');
  });

  it("keeps what is typed while it is brought together", async () => {
    const { core, one, two } = twoWindows();
    one.type('{"a":2,"b":1}');
    two.type('{"a":1,"b":2}');
    await one.flush();
    const flushed = two.flush();
    two.type('{"a":1,"b":22}');
    await flushed;
    await two.flush();
    expect([two.text(), core.stored()?.text]).toEqual(['{"a":2,"b":22}', '{"a":2,"b":22}']);
  });

  it("is taken from the other one as soon as what was unsaved is saved", async () => {
    const core = createCore();
    let meanwhile: () => void = () => undefined;
    const one = setUp(null, {
      ...core,
      async save(draft) {
        const saved = await core.save(draft);
        meanwhile();
        return saved;
      },
    });
    const two = setUp(null, core);
    one.type('{"a":2,"b":1}');
    await one.flush();
    const { promise: isSaved, resolve } = Promise.withResolvers<null>();
    // The other one saves after this one was saved, and is heard of before the answer is.
    meanwhile = () => {
      const stored = core.stored();
      const other = { ...login, ...base('{"a":22,"b":2}'), onSavedAt: stored?.savedAt ?? null };
      void core.save(other).then(() => resolve(null));
      one.hear();
    };
    one.type('{"a":22,"b":1}');
    await one.flush();
    await isSaved;
    expect(one.text()).toBe('{"a":22,"b":2}');
    expect(two.contested).toEqual([]);
  });
});
