import type { ReactNode } from "react";
import { withMember } from "../../../shared/catalog-edit/document.ts";
import type { Catalog } from "../../../shared/domain/catalog.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import styles from "./catalogs.module.css";
import { EditField } from "./edit-field.tsx";
import { useEditor } from "./use-catalog-editor.ts";

/** The catalog's name and what holds for all of its events. Written as it is typed, like the events themselves. */
export function DetailsDialog(props: { readonly onClose: () => void }): ReactNode {
  const { document, actions } = useEditor();
  const { catalog } = document;
  const write = (label: string, group: string, change: (catalog: Catalog) => Catalog): Result<null> => {
    actions.edit((current) => ({
      document: { ...current, catalog: change(current.catalog) },
      label,
      place: { row: null },
      group,
    }));
    return success(null);
  };
  const convention = (name: "currency" | "language", label: string, placeholder: string) => (
    <EditField
      label={label}
      onLeave={actions.leaveField}
      onWrite={(text) =>
        write(`Change the ${name}`, `catalog:${name}`, (one) => ({
          ...one,
          conventions: withMember({ ...one.conventions }, name, text.trim() === "" ? undefined : text.trim()),
        }))
      }
      placeholder={placeholder}
      value={catalog.conventions?.[name] ?? ""}
    />
  );
  return (
    <Dialog
      actions={
        <Button onPress={props.onClose} variant="primary">
          Done
        </Button>
      }
      isOpen
      onClose={props.onClose}
      title="Name and conventions"
    >
      <div className={styles.details}>
        <EditField
          hasFocus
          label="Name"
          onLeave={actions.leaveField}
          onWrite={(text) =>
            text.trim() === ""
              ? failure("catalog.name-missing", "A catalog needs a name.")
              : write("Rename the catalog", "catalog:name", (one) => ({ ...one, name: text }))
          }
          value={catalog.name}
        />
        {convention("currency", "Currency of monetary values", "USD")}
        {convention("language", "Language of texts", "en")}
        <p className={styles.muted}>
          The vendor converts nothing: all monetary values are in one currency, all texts in one language.
        </p>
      </div>
    </Dialog>
  );
}
