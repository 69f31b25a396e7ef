import type { CallInput, CallOutput } from "../../../shared/contract/calls.ts";
import { patchBetween } from "../../../shared/catalog-edit/patch.ts";
import { originSince, type Edit, type EditPlace } from "../../../shared/catalog-edit/history.ts";
import type { StoredCatalog } from "../../../shared/domain/catalog.ts";
import { success, type Result } from "../../../shared/result/result.ts";
import { createObservable, type Observable } from "../compose/observable.ts";
import {
  edited,
  heard,
  isChanged,
  keptBeside,
  leftField,
  saved,
  stepped,
  taken,
  type EditorState,
} from "./editor-state.ts";
import { createEditsKeeper, type KeepStatus } from "./keep-edits.ts";
import { openWithEdits, type EditsReader } from "./open-with-edits.ts";

export type EditorStoreOptions = EditsReader & {
  readonly keepEdits: (
    input: Pick<CallInput<"catalogs.keepEdits">, "id" | "edits">,
  ) => Promise<Result<unknown>>;
  readonly save: (input: CallInput<"catalogs.save">) => Promise<Result<CallOutput<"catalogs.save">>>;
  readonly afterPause: (task: () => void) => () => void;
};

/** The catalogs being edited, by id. */
export type Editors = ReadonlyMap<string, EditorState>;

export type EditorStore = {
  readonly editors: Observable<Editors>;
  readonly status: Observable<KeepStatus>;
  /** Takes what the workspace has: opens the editor with the edits kept for it, or follows a new version. */
  readonly take: (stored: StoredCatalog) => void;
  readonly edit: (id: string, make: (state: EditorState) => Edit | null) => void;
  readonly leaveField: (id: string) => void;
  /** What was taken back or done again, in words; null where there was nothing. */
  readonly step: (id: string, direction: "undo" | "redo") => string | null;
  /** Takes a step back if it is still the last; null where something else was done since. */
  readonly takeBack: (id: string, label: string) => string | null;
  readonly open: (id: string, row: number | null) => void;
  /** Goes to a place; without a row in the event that is open. */
  readonly show: (id: string, place: EditPlace) => void;
  /** Saves the edits as a version. Codes: those of `catalogs.save`. */
  readonly save: (id: string) => Promise<Result<CallOutput<"catalogs.save">>>;
  /** Goes on from the version that was saved elsewhere, without the edits or with them. */
  readonly resolve: (id: string, choice: "take" | "keep") => void;
  readonly forget: (id: string) => void;
  readonly flush: () => Promise<void>;
};

/** Editors that keep their edits in the workspace as they are made, for as long as the window is open. */
export function createEditorStore(options: EditorStoreOptions): EditorStore {
  const editors = createObservable<Editors>(new Map());
  const status = createObservable<KeepStatus>({ kind: "idle" });
  const keeper = createEditsKeeper({
    afterPause: options.afterPause,
    onStatus: status.set,
    keep: (id) => keepEdits(options, editors.get().get(id)),
  });
  const change = (id: string, update: (state: EditorState) => EditorState): void => {
    const before = editors.get().get(id);
    const after = before === undefined ? undefined : update(before);
    if (before === undefined || after === undefined || after === before) return;
    editors.set(new Map(editors.get()).set(id, after));
    // A version that another window saved may have made room for edits that could not be kept beside that window's.
    const isNews = after.base !== before.base || after.newer !== before.newer;
    if (isNews || after.history.document !== before.history.document) keeper.schedule(id);
  };
  return {
    editors,
    status,
    take: takeStored(options, editors, change, (message) => status.set({ kind: "failed", message })),
    ...actionsOn(editors, change),
    save: (id) => saveVersion(options, editors.get().get(id), change, () => keeper.flush()),
    forget(id) {
      const rest = new Map(editors.get());
      rest.delete(id);
      editors.set(rest);
    },
    flush: () => keeper.flush(),
  };
}

type Change = (id: string, update: (state: EditorState) => EditorState) => void;

function actionsOn(
  editors: Observable<Editors>,
  change: Change,
): Pick<EditorStore, "edit" | "leaveField" | "step" | "takeBack" | "open" | "show" | "resolve"> {
  const step: EditorStore["step"] = (id, direction) => {
    const state = editors.get().get(id);
    const taken = state === undefined ? null : stepped(state, direction);
    if (taken === null) return null;
    change(id, () => taken.state);
    return taken.label;
  };
  return {
    edit: (id, make) =>
      change(id, (state) => {
        const edit = make(state);
        return edit === null ? state : edited(state, edit);
      }),
    leaveField: (id) => change(id, leftField),
    step,
    takeBack: (id, label) =>
      editors.get().get(id)?.history.past.at(-1)?.label === label ? step(id, "undo") : null,
    open: (id, row) => change(id, (state) => ({ ...leftField(state), openedRow: row, shown: null })),
    show: (id, place) =>
      change(id, (state) => {
        const row = place.row ?? state.openedRow;
        return { ...state, openedRow: row, shown: { place: { ...place, row } } };
      }),
    resolve: (id, choice) =>
      change(id, (state) => {
        if (state.newer === null) return state;
        return choice === "take" ? taken(state, state.newer) : keptBeside(state, state.newer);
      }),
  };
}

function takeStored(
  options: EditorStoreOptions,
  editors: Observable<Editors>,
  change: Change,
  onProblem: (message: string) => void,
): EditorStore["take"] {
  const opening = new Set<string>();
  const open = async (stored: StoredCatalog) => {
    const state = await openWithEdits(options, stored, onProblem);
    opening.delete(stored.id);
    editors.set(new Map(editors.get()).set(stored.id, state));
  };
  return (stored) => {
    if (editors.get().has(stored.id)) return change(stored.id, (state) => heard(state, stored));
    if (opening.has(stored.id)) return;
    opening.add(stored.id);
    void open(stored);
  };
}

async function keepEdits(
  options: EditorStoreOptions,
  state: EditorState | undefined,
): Promise<Result<unknown>> {
  if (state === undefined) return success(null);
  const { id, base, history } = state;
  const edits = isChanged(state)
    ? { baseVersion: base.version, patch: patchBetween(base.catalog, history.document.catalog) }
    : null;
  return options.keepEdits({ id, edits });
}

async function saveVersion(
  options: EditorStoreOptions,
  state: EditorState | undefined,
  change: Change,
  flush: () => Promise<void>,
): ReturnType<EditorStore["save"]> {
  if (state === undefined) throw new Error("A catalog is saved that is not open.");
  const { id } = state;
  const { catalog } = state.history.document;
  const origin = originSince(state.history, state.base.catalog);
  const result = await options.save({
    id,
    baseVersion: state.base.version,
    catalog,
    ...(origin === undefined ? {} : { origin }),
  });
  if (!result.ok) return result;
  const { version, savedAt } = result.value;
  change(id, (current) => saved(current, { id, version, savedAt, catalog }));
  await flush();
  return result;
}
