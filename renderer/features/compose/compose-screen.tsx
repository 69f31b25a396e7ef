import type { ReactNode } from "react";
import { useStoredCatalog } from "../../host/use-stored-catalog.ts";
import type { TenantView } from "../../../shared/contract/calls.ts";
import type { Connection } from "../../../shared/domain/tenant.ts";
import { useNavigation } from "../../app/navigation-context.tsx";
import { useWorkspace } from "../../app/workspace-context.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useVault } from "../vault/vault-context.tsx";
import { CatalogScreen } from "./catalog-screen.tsx";

/** Where events are written and sent. */
export function ComposeScreen(): ReactNode {
  const { tenant, connection } = useWorkspace();
  if (tenant === null) return <NoTenant />;
  if (connection === null) {
    return <EmptyState title="No connection">{`${tenant.name} has no connection to either API.`}</EmptyState>;
  }
  if (tenant.catalogId === null) {
    return (
      <EmptyState title="No catalog">{`${tenant.name} has no catalog, so no event to write.`}</EmptyState>
    );
  }
  return <TenantScreen catalogId={tenant.catalogId} connection={connection} tenant={tenant} />;
}

function NoTenant(): ReactNode {
  const { tenants } = useWorkspace();
  const { showSettings } = useNavigation();
  const hasTenants = tenants.length > 0;
  return (
    <EmptyState
      action={<Button onPress={() => showSettings("tenants")}>Manage tenants</Button>}
      title={hasTenants ? "No tenant is chosen" : "No tenant"}
    >
      {hasTenants
        ? "Production is never chosen by itself. Choose a tenant in the top bar."
        : "There is no tenant to send events to. Add one in the settings."}
    </EmptyState>
  );
}

type TenantScreenProps = { readonly tenant: TenantView; readonly connection: Connection };

function TenantScreen(props: TenantScreenProps & { readonly catalogId: string }): ReactNode {
  const catalog = useStoredCatalog(props.catalogId);
  const { askToUnlock } = useVault();
  // What was read before the vault was locked is not to be seen while it is.
  if (catalog.error?.error.code === "vault.locked") {
    return (
      <EmptyState action={<Button onPress={() => askToUnlock()}>Unlock</Button>} title="The vault is locked">
        The catalog is in the vault. What you have typed is kept.
      </EmptyState>
    );
  }
  if (catalog.data !== undefined) return <CatalogScreen {...props} catalog={catalog.data.catalog} />;
  if (catalog.error === null) return null;
  return (
    <EmptyState
      action={<Button onPress={catalog.refetch}>Try again</Button>}
      title="The catalog cannot be read"
    >
      {catalog.error.message}
    </EmptyState>
  );
}
