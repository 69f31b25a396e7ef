import { describe, expect, it } from "vitest";
import type { CallInput } from "../../../shared/contract/calls.ts";
import { withEvent, eventAt } from "../../../shared/catalog-edit/document.ts";
import { removeEvents } from "../../../shared/catalog-edit/event-edits.ts";
import { applyPatch, patchBetween } from "../../../shared/catalog-edit/patch.ts";
import { firstEvent, smallCatalog } from "../../../shared/catalog-edit/test-support/small-catalog.ts";
import type { StoredCatalog } from "../../../shared/domain/catalog.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { isChanged, type EditorState } from "./editor-state.ts";
import { createEditorStore } from "./editor-store.ts";

const stored: StoredCatalog = {
  id: "shop",
  version: 3,
  savedAt: "2026-11-22T10:00:00.000Z",
  catalog: smallCatalog,
};
type Kept = CallInput<"catalogs.keepEdits">["edits"];

function openStore(options: { kept?: Kept; keep?: () => Result<unknown>; save?: "refused" } = {}) {
  const kept: Kept[] = [];
  const origins: CallInput<"catalogs.save">["origin"][] = [];
  const bases: number[] = [];
  const tasks: (() => void)[] = [];
  const store = createEditorStore({
    readEdits: async () => success(options.kept == null ? null : { ...options.kept, mark: "m" }),
    readVersion: async (_id, version) => success({ ...stored, version }),
    async keepEdits({ edits }) {
      const result = options.keep?.() ?? success({});
      if (result.ok) kept.push(edits);
      return result;
    },
    async save({ id, baseVersion, origin }) {
      origins.push(origin);
      bases.push(baseVersion);
      if (options.save === "refused") return failure("catalog.changed-meanwhile", "Changed.");
      return success({ id, version: baseVersion + 1, savedAt: stored.savedAt, isChanged: true });
    },
    afterPause(task) {
      tasks.push(task);
      return () => void tasks.splice(tasks.indexOf(task), 1);
    },
  });
  const state = (): EditorState => {
    const found = store.editors.get().get("shop");
    if (found === undefined) throw new Error("The catalog is open.");
    return found;
  };
  const retitle = (title: string) =>
    store.edit("shop", ({ history: { document } }) => ({
      document: withEvent(document, 0, { ...firstEvent(), title }),
      label: "Change the title",
      place: { row: 0 },
    }));
  const pause = async () => {
    for (const task of tasks.splice(0)) task();
    await store.flush();
  };
  return { store, kept, origins, bases, state, retitle, pause };
}

async function opened(options: Parameters<typeof openStore>[0] = {}) {
  const all = openStore(options);
  all.store.take(stored);
  await all.pause();
  return all;
}

describe("editing a catalog", () => {
  it("keeps what is edited once editing pauses, as a patch of the version, and forgets it when it is undone", async () => {
    const { store, kept, retitle, pause, state } = await opened();
    retitle("Join");
    retitle("Join us");
    expect(kept).toEqual([]);
    await pause();
    expect(kept.map((edits) => edits?.baseVersion)).toEqual([3]);
    expect(applyPatch(smallCatalog, kept[0]?.patch ?? { head: smallCatalog, events: [] })).toEqual(
      state().history.document.catalog,
    );
    store.step("shop", "undo");
    store.step("shop", "undo");
    expect(isChanged(state())).toBe(false);
    await pause();
    expect(kept.at(-1)).toBeNull();
  });

  it("says that edits could not be kept, and tries again with the next", async () => {
    let isBroken = true;
    const keep = () => (isBroken ? failure("workspace.not-saved", "The disk is full.") : success({}));
    const { store, kept, retitle, pause } = await opened({ keep });
    retitle("Join");
    await pause();
    expect(store.status.get()).toEqual({ kind: "failed", message: "The disk is full." });
    isBroken = false;
    await pause();
    expect(store.status.get()).toEqual({ kind: "kept" });
    expect(kept).toHaveLength(1);
  });

  it("opens with the edits of last time, which undo takes back", async () => {
    const patch = patchBetween(smallCatalog, { ...smallCatalog, name: "Shop EU" });
    const { store, state } = await opened({ kept: { baseVersion: 3, patch } });
    expect(state().history.document.catalog.name).toBe("Shop EU");
    expect(store.step("shop", "undo")).toBe("Unsaved changes of last time");
    expect(isChanged(state())).toBe(false);
  });

  it("opens edits of an earlier version beside the one that is there now", async () => {
    const patch = patchBetween(smallCatalog, { ...smallCatalog, name: "Shop EU" });
    const { state } = await opened({ kept: { baseVersion: 2, patch } });
    expect(state()).toMatchObject({ base: { version: 2 }, newer: { version: 3 } });
  });

  it("saves what was imported as a version that says so, also when it was edited afterwards, and the next as an edit", async () => {
    const { store, origins, retitle } = await opened();
    const origin = { kind: "import", detail: "events.csv" } as const;
    retitle("Before");
    store.edit("shop", ({ history: { document } }) => ({
      document: withEvent(document, 0, { ...firstEvent(), title: "Imported" }),
      label: "Import from events.csv",
      place: { row: null },
      origin,
    }));
    retitle("After");
    await store.save("shop");
    retitle("Later");
    await store.save("shop");
    expect(origins).toEqual([origin, undefined]);
  });

  it("saves a version, after which nothing is unsaved and undo still goes back", async () => {
    const { store, state, retitle, kept } = await opened();
    retitle("Join");
    expect(await store.save("shop")).toMatchObject({ ok: true, value: { version: 4 } });
    expect(isChanged(state())).toBe(false);
    expect(kept.at(-1)).toBeNull();
    expect(store.step("shop", "undo")).toBe("Change the title");
    expect(isChanged(state())).toBe(true);
  });
});

describe("a version that was saved elsewhere", () => {
  const newer: StoredCatalog = {
    ...stored,
    version: 4,
    catalog: { ...smallCatalog, name: "Other", events: smallCatalog.events.toReversed() },
  };

  it("is taken over where nothing was edited, with the same event open", async () => {
    const { store, state } = await opened();
    store.open("shop", 1);
    store.take(newer);
    expect(state().base.version).toBe(4);
    expect(eventAt(state().history.document, state().openedRow)?.key).toBe("deposit");
  });

  it("waits while there are edits, and is taken, with undo, or gets the edits put into it, as is said", async () => {
    for (const choice of ["take", "keep"] as const) {
      const { store, state, retitle, kept, pause } = await opened();
      retitle("Join");
      await pause();
      store.take(newer);
      expect(state().newer?.version).toBe(4);
      const before = kept.length;
      await pause();
      expect(kept.length).toBe(before + 1);
      expect(state().history.document.catalog.events[0]?.title).toBe("Join");
      store.resolve("shop", choice);
      expect(state()).toMatchObject({ newer: null, base: { version: 4 } });
      expect(isChanged(state())).toBe(choice === "keep");
      const { catalog } = state().history.document;
      expect(catalog.name).toBe("Other");
      expect(catalog.events.some(({ title }) => title === "Join")).toBe(choice === "keep");
      if (choice === "take") expect(store.step("shop", "undo")).toBe("Take version 4");
      else expect(store.step("shop", "undo")).toBe("Put the changes into version 4");
      expect(state().history.document.catalog.events[0]?.title).toBe("Join");
    }
  });

  it("waits again once taking it or putting the edits into it is undone, so that no save goes over it unasked", async () => {
    for (const choice of ["take", "keep"] as const) {
      const { store, state, retitle, bases } = await opened({ save: "refused" });
      retitle("Join");
      store.take(newer);
      store.resolve("shop", choice);
      const after = state().history.document;
      store.step("shop", "undo");
      expect(state()).toMatchObject({ base: { version: 3 }, newer: { version: 4 } });
      await store.save("shop");
      expect(bases).toEqual([3]);
      store.step("shop", "redo");
      expect(state()).toMatchObject({ base: { version: 4 }, newer: null });
      expect(state().history.document).toBe(after);
    }
  });

  it("is gone on from again by redo, and one saved here since is the one that waits", async () => {
    const { store, state, retitle } = await opened();
    store.take(newer);
    retitle("Join");
    await store.save("shop");
    store.step("shop", "undo");
    expect(state()).toMatchObject({ base: { version: 5 }, newer: null });
    store.step("shop", "undo");
    expect(state()).toMatchObject({ base: { version: 3 }, newer: { version: 5 } });
    expect(isChanged(state())).toBe(false);
    store.take({ ...newer, version: 5 });
    expect(state().base.version).toBe(3);
    store.step("shop", "redo");
    expect(state()).toMatchObject({ base: { version: 5 }, newer: null });
  });
});

describe("the event that is open", () => {
  it("is another one when it is deleted, and the deleted one again when that is undone", async () => {
    const { store, state } = await opened();
    store.edit("shop", ({ history: { document } }) => ({
      document: removeEvents(document, new Set([0])),
      label: "Delete 1 event",
      place: { row: 0 },
    }));
    expect(eventAt(state().history.document, state().openedRow)?.key).toBe("deposit");
    store.step("shop", "undo");
    expect(eventAt(state().history.document, state().openedRow)?.key).toBe("signup");
    expect(state().shown?.place.row).toBe(0);
  });
});
