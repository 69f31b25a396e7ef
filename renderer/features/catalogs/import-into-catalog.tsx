import type { ReactNode } from "react";
import { replaceCatalog } from "../../../shared/catalog-edit/replace-catalog.ts";
import { announceUndo } from "./announce-undo.ts";
import { ImportDialog } from "./import/import-dialog.tsx";
import { useCatalogActions } from "./use-catalog-actions.ts";
import { useEditor } from "./use-catalog-editor.ts";

/** Imports into the catalog on the screen, as one step that undo takes back, or makes a new one. */
export function ImportIntoCatalog(props: {
  readonly file: File | null;
  readonly onClose: () => void;
}): ReactNode {
  const { state, document, actions } = useEditor();
  const { create } = useCatalogActions();
  return (
    <ImportDialog
      file={props.file}
      onClose={props.onClose}
      target={{
        catalog: document.catalog,
        catalogId: state.id,
        onMerge(catalog, from) {
          const label = `Import from ${from}`;
          actions.edit((current) => ({
            document: replaceCatalog(current, catalog),
            label,
            place: { row: null },
            origin: { kind: "import", detail: from.slice(0, 300) },
          }));
          announceUndo(`Imported from ${from}`, label, actions);
        },
        onCreate: (catalog, from) => create(catalog, { kind: "import", detail: from.slice(0, 300) }),
      }}
    />
  );
}
