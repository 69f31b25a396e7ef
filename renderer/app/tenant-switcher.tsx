import type { ReactNode } from "react";
import { Dot } from "../ui/badge.tsx";
import { ChevronDownIcon } from "../ui/icons.tsx";
import { MenuButton } from "../ui/menu-button.tsx";
import styles from "./top-bar.module.css";
import { useWorkspace } from "./workspace-context.tsx";

/** Which tenant the window works with: name, kind and the kind's colour. */
export function TenantSwitcher(): ReactNode {
  const { tenant, tenants, setTenant } = useWorkspace();
  if (tenant === null) return <span className={styles.none}>No tenant in this workspace</span>;
  return (
    <MenuButton
      entries={tenants.map((candidate) => ({
        id: candidate.id,
        label: candidate.name,
        description: candidate.kind,
        icon: <Dot tone={candidate.kind} />,
      }))}
      label={`Tenant ${tenant.name} ${tenant.kind}`}
      onAction={setTenant}
      selected={tenant.id}
    >
      <Dot tone={tenant.kind} />
      <strong className={styles.tenantName}>{tenant.name}</strong>{" "}
      <span className={styles.kind}>{tenant.kind}</span>
      <ChevronDownIcon />
    </MenuButton>
  );
}
