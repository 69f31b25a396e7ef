import type { ReactNode } from "react";
import { useCall } from "../../host/queries.ts";
import { formatCount } from "../../ui/quantities.ts";
import { FormDialog } from "../vault/form-dialog.tsx";
import { useCatalogActions } from "./use-catalog-actions.ts";
import { useEditor } from "./use-catalog-editor.ts";

/** Names what hangs on a catalog before it goes. It can be brought back with its versions. */
export function DeleteCatalogDialog(props: { readonly onClose: () => void }): ReactNode {
  const { state, isChanged } = useEditor();
  const { remove } = useCatalogActions();
  const summary = useCall("catalogs.list", {}).data?.find(({ id }) => id === state.id);
  const tenants = summary?.tenants.map(({ name }) => name) ?? [];
  return (
    <FormDialog
      onClose={props.onClose}
      onSubmit={() => remove(state.id)}
      submitLabel="Delete catalog"
      title={`Delete ${state.base.catalog.name}`}
    >
      <p>
        {formatCount(summary?.eventCount ?? 0, "event", "events")} with{" "}
        {formatCount(summary?.parameterCount ?? 0, "parameter", "parameters")} and{" "}
        {formatCount(state.base.version, "version", "versions")} go with it.
      </p>
      <p>
        {tenants.length === 0
          ? "No tenant uses it."
          : `${tenants.join(", ")} will have no catalog: events can be sent, but are not checked against one.`}
      </p>
      {isChanged ? <p>Its unsaved changes are kept, and back with it.</p> : null}
      <p>It can be brought back from the list of catalogs, with its versions and for its tenants.</p>
    </FormDialog>
  );
}
