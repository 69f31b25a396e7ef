import { useState, type ReactNode } from "react";
import { CATALOG_FORMAT } from "../../../shared/domain/catalog.ts";
import { TextField } from "../../ui/text-field.tsx";
import { FormDialog } from "../vault/form-dialog.tsx";
import { useCatalogActions } from "./use-catalog-actions.ts";

/** Asks for a name and makes an empty catalog. */
export function NewCatalogDialog(props: { readonly onClose: () => void }): ReactNode {
  const [name, setName] = useState("");
  const { create } = useCatalogActions();
  return (
    <FormDialog
      isSubmitDisabled={name.trim() === ""}
      onClose={props.onClose}
      onSubmit={async () => {
        const created = await create({ format: CATALOG_FORMAT, name: name.trim(), events: [] });
        return created.ok ? null : created.error;
      }}
      submitLabel="Make catalog"
      title="New catalog"
    >
      <TextField
        description="The tenant, brand or shop whose events it lists."
        hasFocus
        label="Name"
        onChange={setName}
        value={name}
      />
    </FormDialog>
  );
}
