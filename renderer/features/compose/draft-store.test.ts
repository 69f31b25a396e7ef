import { describe, expect, it } from "vitest";
import { draftId, type DraftSteps } from "../../../shared/domain/draft.ts";
import { success } from "../../../shared/result/result.ts";
import type { DraftToSave } from "./autosave.ts";
import { createDraftStore, type DraftKey } from "./draft-store.ts";

const login: DraftKey = { tenantId: "sandbox", api: "optievent", eventKey: "login", number: 1 };
const loginId = draftId(login);

const base = (text: string) => ({ text, variables: [], presetId: null });

function setUp(steps: DraftSteps | null = null) {
  const saved: DraftToSave[] = [];
  const store = createDraftStore({
    save(draft) {
      saved.push(draft);
      return Promise.resolve(success(null));
    },
    afterPause: () => () => undefined,
    atLatest: () => () => undefined,
    readSteps: () => Promise.resolve(steps),
  });
  return { store, saved };
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
    store.loadSteps(loginId);
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
