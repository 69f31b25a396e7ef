import { useState, type ReactNode } from "react";
import type { TenantView } from "../../../shared/contract/calls.ts";
import type { AppError } from "../../../shared/result/result.ts";
import { useHost } from "../../host/host-context.tsx";
import { useCall } from "../../host/queries.ts";
import { TextField } from "../../ui/text-field.tsx";
import { FormDialog } from "../vault/form-dialog.tsx";
import { whatGoes } from "./what-goes.ts";

/** Names what goes with a tenant before it goes. Production has to be named to be deleted; others can be brought back. */
export function DeleteTenantDialog(props: {
  readonly tenant: TenantView;
  readonly onClose: () => void;
  readonly onDeleted: () => void;
}): ReactNode {
  const { tenant } = props;
  const host = useHost();
  const dependents = useCall("tenants.dependents", { id: tenant.id }).data ?? null;
  const [typedName, setTypedName] = useState("");
  const isProduction = tenant.kind === "production";
  async function remove(): Promise<AppError | null> {
    const input = { id: tenant.id, typedName: isProduction ? typedName : null };
    const removed = await host.call("tenants.remove", input);
    return removed.ok ? null : removed.error;
  }
  return (
    <FormDialog
      isSubmitDisabled={dependents === null || (isProduction && typedName.trim() === "")}
      onClose={props.onClose}
      onDone={props.onDeleted}
      onSubmit={remove}
      submitLabel="Delete tenant"
      title={`Delete ${tenant.name}`}
    >
      {dependents === null ? null : <p>{whatGoes(dependents)}</p>}
      <p>
        {isProduction
          ? "This is production, and cannot be undone."
          : "For ten minutes it can be brought back with everything."}
      </p>
      {isProduction ? (
        <TextField
          hasFocus
          label={`Type the name of the tenant: ${tenant.name}`}
          onChange={setTypedName}
          value={typedName}
        />
      ) : null}
    </FormDialog>
  );
}
