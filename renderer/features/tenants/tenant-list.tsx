import type { ReactNode } from "react";
import type { TenantView } from "../../../shared/contract/calls.ts";
import { useCall } from "../../host/queries.ts";
import { TenantDot } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { MoreIcon, PlusIcon } from "../../ui/icons.tsx";
import { MenuButton } from "../../ui/menu-button.tsx";
import { PaneHeader } from "../../ui/pane.tsx";
import styles from "./tenants.module.css";

export type TenantListAction =
  | { readonly kind: "edit" | "restore"; readonly id: string }
  | { readonly kind: "add" | "import" | "export" };

/** All tenants, and those that were deleted a moment ago. */
export function TenantList(props: {
  readonly tenants: readonly TenantView[];
  readonly editedId: string | null;
  readonly onAction: (action: TenantListAction) => void;
}): ReactNode {
  const { tenants, editedId, onAction } = props;
  return (
    <section aria-label="List of tenants" className={styles.listPane}>
      <PaneHeader
        trailing={
          <>
            <Button
              label="Add a tenant"
              onPress={() => onAction({ kind: "add" })}
              size="small"
              variant="quiet"
            >
              <PlusIcon />
            </Button>
            <MenuButton
              entries={[
                { id: "import", label: "Import tenants" },
                { id: "export", label: "Export all tenants", description: "Without their secrets" },
              ]}
              label="More for tenants"
              onAction={(kind) => onAction({ kind })}
              size="small"
              variant="quiet"
            >
              <MoreIcon />
            </MenuButton>
          </>
        }
      >
        <strong>Tenants</strong>
      </PaneHeader>
      <ul className={styles.list}>
        {tenants.map(({ id, name, kind, colour }) => (
          <li key={id}>
            <button
              aria-current={id === editedId}
              className={styles.item}
              onClick={() => onAction({ kind: "edit", id })}
              type="button"
            >
              <TenantDot colour={colour} kind={kind} />
              <span className={styles.name}>{name}</span>
              <span className={styles.kind}>{kind}</span>
            </button>
          </li>
        ))}
      </ul>
      <RemovedTenants onRestore={(id) => onAction({ kind: "restore", id })} />
    </section>
  );
}

function RemovedTenants(props: { readonly onRestore: (id: string) => void }): ReactNode {
  const removed = useCall("tenants.removed", {}).data ?? [];
  if (removed.length === 0) return null;
  return (
    <section aria-label="Deleted a moment ago" className={styles.removed}>
      {removed.map(({ id, name, until }) => (
        <p className={styles.removedTenant} key={id}>
          <span>
            {`${name} was deleted. Until ${timeOf(until)} it can be brought back with its drafts and secrets.`}
          </span>
          <Button label={`Undo: bring ${name} back`} onPress={() => props.onRestore(id)} size="small">
            Undo
          </Button>
        </p>
      ))}
    </section>
  );
}

function timeOf(iso: string): string {
  return new Date(iso).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}
