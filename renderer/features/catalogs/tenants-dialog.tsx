import type { ReactNode } from "react";
import type { TenantView } from "../../../shared/contract/calls.ts";
import { useWorkspace } from "../../app/workspace-context.tsx";
import { useHost } from "../../host/host-context.tsx";
import { TenantDot } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { showToast } from "../../ui/toast.tsx";
import styles from "./catalogs.module.css";
import { useEditor } from "./use-catalog-editor.ts";

/** Which tenants' events are written and checked by this catalog. Each tick counts at once. */
export function TenantsDialog(props: { readonly onClose: () => void }): ReactNode {
  const { state, document } = useEditor();
  const { tenants } = useWorkspace();
  const host = useHost();
  const set = async (tenant: TenantView, isUsed: boolean) => {
    const updated = await host.call("tenants.update", { ...tenant, catalogId: isUsed ? state.id : null });
    if (!updated.ok)
      showToast({ tone: "failed", title: "The tenant was not changed", text: updated.error.message });
  };
  return (
    <Dialog
      actions={
        <Button onPress={props.onClose} variant="primary">
          Done
        </Button>
      }
      isOpen
      onClose={props.onClose}
      title={`Tenants of ${document.catalog.name}`}
    >
      <ul className={styles.tenantList}>
        {tenants.map((tenant) => (
          <li key={tenant.id}>
            <label className={styles.tick}>
              <input
                checked={tenant.catalogId === state.id}
                onChange={(event) => void set(tenant, event.currentTarget.checked)}
                type="checkbox"
              />
              <TenantDot colour={tenant.colour} kind={tenant.kind} />
              {tenant.name}
              <span className={styles.muted}>{tenant.kind}</span>
            </label>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
