import type { ReactNode } from "react";
import type { TenantView } from "../../shared/contract/calls.ts";
import { TenantDot } from "../ui/badge.tsx";
import { ChevronDownIcon } from "../ui/icons.tsx";
import { MenuButton, type MenuEntry } from "../ui/menu-button.tsx";
import { useNavigation } from "./navigation-context.tsx";
import styles from "./top-bar.module.css";
import { useWorkspace } from "./workspace-context.tsx";

/** No tenant has this id: ids are made of letters, digits and hyphens. */
const MANAGE = "/manage";

/** Which tenant the window works with: name, kind and colour, and the way to the list of all. */
export function TenantSwitcher(): ReactNode {
  const { tenant, tenants, setTenant } = useWorkspace();
  const { showSettings } = useNavigation();
  return (
    <MenuButton
      entries={[...tenants.map(entryOf), { id: MANAGE, label: "Manage tenants" }]}
      label={tenant === null ? "Tenant: none is chosen" : `Tenant ${tenant.name} ${tenant.kind}`}
      onAction={(id) => (id === MANAGE ? showSettings("tenants") : setTenant(id))}
      selected={tenant?.id ?? null}
    >
      {tenant === null ? (
        <span className={styles.none}>{tenants.length === 0 ? "No tenant" : "Choose a tenant"}</span>
      ) : (
        <>
          <TenantDot colour={tenant.colour} kind={tenant.kind} />
          <strong className={styles.tenantName}>{tenant.name}</strong>{" "}
          <span className={tenant.kind === "production" ? styles.production : styles.kind}>
            {tenant.kind}
          </span>
        </>
      )}
      <ChevronDownIcon />
    </MenuButton>
  );
}

function entryOf({ id, name, kind, colour }: TenantView): MenuEntry<string> {
  return { id, label: name, description: kind, icon: <TenantDot colour={colour} kind={kind} /> };
}
