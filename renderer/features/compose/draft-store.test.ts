import { describe, expect, it } from "vitest";
import { draftId } from "../../../shared/domain/draft.ts";
import { success } from "../../../shared/result/result.ts";
import type { DraftToSave } from "./autosave.ts";
import { createDraftStore, type DraftKey } from "./draft-store.ts";

const login: DraftKey = { tenantId: "sandbox", api: "optievent", eventKey: "login" };
const loginId = draftId("sandbox", "optievent", "login");

function setUp() {
  const saved: DraftToSave[] = [];
  const store = createDraftStore({
    save(draft) {
      saved.push(draft);
      return Promise.resolve(success(null));
    },
    afterPause: () => () => undefined,
  });
  return { store, saved };
}

describe("the drafts being written", () => {
  it("start from the text that is shown and are saved with every change, undo included", async () => {
    const { store, saved } = setUp();
    store.change(login, "base", { kind: "edit", text: "typed", group: null });
    await store.flush();
    store.change(login, "base", { kind: "undo" });
    await store.flush();
    expect(saved.map(({ text }) => text)).toEqual(["typed", "base"]);
    expect(store.drafts.get().get(loginId)?.future).toEqual(["typed"]);
  });

  it("keep each event, tenant and API apart", () => {
    const { store } = setUp();
    store.change(login, "", { kind: "edit", text: "one", group: null });
    store.change({ ...login, api: "realtime" }, "", { kind: "edit", text: "two", group: null });
    expect([...store.drafts.get().values()].map(({ text }) => text)).toEqual(["one", "two"]);
  });

  it("save nothing and tell nobody where nothing changed", async () => {
    const { store, saved } = setUp();
    let told = 0;
    store.drafts.subscribe(() => (told += 1));
    store.change(login, "base", { kind: "edit", text: "base", group: null });
    store.change(login, "base", { kind: "undo" });
    await store.flush();
    expect([told, saved.length, store.status.get().kind]).toEqual([0, 0, "idle"]);
  });
});
