import { createContext, use, useEffect, useMemo, useSyncExternalStore } from "react";
import type { EventField } from "../../../shared/catalog-edit/event-fields.ts";
import type { Edit, EditPlace } from "../../../shared/catalog-edit/history.ts";
import type { CatalogDocument } from "../../../shared/catalog-edit/document.ts";
import { withEvent } from "../../../shared/catalog-edit/document.ts";
import type { CatalogEvent } from "../../../shared/domain/catalog.ts";
import type { CallError } from "../../host/queries.ts";
import { useStoredCatalog } from "../../host/use-stored-catalog.ts";
import { useEditorStore } from "./catalogs-provider.tsx";
import { isChanged, newestOf, type EditorState } from "./editor-state.ts";

/** A catalog on the screen, and all that can be done to it. The functions stay the same while the catalog does. */
export type CatalogEditor = {
  readonly state: EditorState;
  readonly document: CatalogDocument;
  readonly isChanged: boolean;
  readonly actions: EditorActions;
};

export type EditorActions = {
  /** Does one thing; `make` gets the catalog as it is then, and may answer null for nothing. */
  readonly edit: (make: (document: CatalogDocument) => Edit | null) => void;
  /** Changes one event. `group` joins edits that follow each other into one step of undo. */
  readonly editEvent: (
    place: EditPlace & { readonly row: number },
    label: string,
    change: (event: CatalogEvent) => CatalogEvent,
    group?: string,
  ) => void;
  readonly leaveField: () => void;
  readonly undo: () => string | null;
  readonly redo: () => string | null;
  /** Takes the step of this label back if it is still the last one. */
  readonly takeBack: (label: string) => string | null;
  /** The document as it is now; undefined where the catalog is not open. */
  readonly document: () => CatalogDocument | undefined;
  readonly newestVersion: () => number | undefined;
  readonly open: (row: number | null) => void;
  readonly show: (place: EditPlace) => void;
  /** Goes to a field of the event that is open. */
  readonly showField: (field: EventField) => void;
};

/** The editor of a catalog; null while it is being read. */
export function useCatalogEditor(id: string): {
  readonly editor: CatalogEditor | null;
  readonly error: CallError | null;
  readonly retry: () => void;
} {
  const store = useEditorStore();
  const query = useStoredCatalog(id);
  const { data } = query;
  useEffect(() => {
    if (data !== undefined) store.take(data);
  }, [store, data]);
  const editors = useSyncExternalStore(store.editors.subscribe, store.editors.get);
  const state = editors.get(id);
  const actions = useMemo(() => actionsOf(store, id), [store, id]);
  const editor = useMemo(
    () =>
      state === undefined
        ? null
        : { state, document: state.history.document, isChanged: isChanged(state), actions },
    [state, actions],
  );
  return { editor, error: query.error, retry: query.refetch };
}

function actionsOf(store: ReturnType<typeof useEditorStore>, id: string): EditorActions {
  const edit: EditorActions["edit"] = (make) => store.edit(id, (state) => make(state.history.document));
  const now = () => store.editors.get().get(id);
  return {
    edit,
    editEvent: (place, label, change, group) =>
      edit((document) => {
        const event = document.catalog.events[document.rows.indexOf(place.row)];
        if (event === undefined) return null;
        const changed = withEvent(document, place.row, change(event));
        return { document: changed, label, place, ...(group === undefined ? {} : { group }) };
      }),
    leaveField: () => store.leaveField(id),
    undo: () => store.step(id, "undo"),
    redo: () => store.step(id, "redo"),
    takeBack: (label) => store.takeBack(id, label),
    document: () => now()?.history.document,
    newestVersion() {
      const state = now();
      return state === undefined ? undefined : newestOf(state).version;
    },
    open: (row) => store.open(id, row),
    show: (place) => store.show(id, place),
    showField: (field) => store.show(id, { row: null, field }),
  };
}

/** The editor of the catalog that the screen shows. */
export const EditorContext = createContext<CatalogEditor | null>(null);

export function useEditor(): CatalogEditor {
  const editor = use(EditorContext);
  if (editor === null) throw new Error("useEditor was used outside of a catalog's screen.");
  return editor;
}
