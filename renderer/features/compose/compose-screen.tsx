import type { ReactNode } from "react";
import { useCall } from "../../host/queries.ts";
import type { TenantView } from "../../../shared/contract/calls.ts";
import type { Catalog } from "../../../shared/domain/catalog.ts";
import { draftId, type Draft } from "../../../shared/domain/draft.ts";
import type { Connection } from "../../../shared/domain/tenant.ts";
import { useNavigation } from "../../app/navigation-context.tsx";
import { usePaneSize } from "../../app/pane-size.ts";
import { useUpdateSettings } from "../../app/update-settings.ts";
import { useWorkspace } from "../../app/workspace-context.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { SplitPane } from "../../ui/split-pane.tsx";
import { usePaste } from "../paste/use-paste.tsx";
import { useVault } from "../vault/vault-context.tsx";
import { chooseEvent } from "./choose-event.ts";
import { DEFAULT_SIZES } from "./default-sizes.ts";
import { EventPane } from "./event-pane.tsx";
import { EventWorkspace, type EventWorkspaceProps } from "./event-workspace.tsx";
import { useSavedDrafts, type SavedDrafts } from "./use-drafts.ts";
import { useEventsToWrite } from "./use-events-to-write.ts";

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
  const catalog = useCall("catalogs.get", { id: props.catalogId });
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
      action={<Button onPress={() => void catalog.refetch()}>Try again</Button>}
      title="The catalog cannot be read"
    >
      {catalog.error.message}
    </EmptyState>
  );
}

function CatalogScreen(props: TenantScreenProps & { readonly catalog: Catalog }): ReactNode {
  const { tenant, connection, catalog } = props;
  const { settings } = useWorkspace();
  const updateSettings = useUpdateSettings();
  const saved = useSavedDrafts(tenant.id);
  const savedDrafts = saved?.kind === "loaded" ? saved.drafts : NO_DRAFTS;
  const events = useEventsToWrite(tenant.id, connection.api, catalog, savedDrafts);
  const event = chooseEvent(events, connection.api, settings.lastEventKey);
  const paste = usePaste({ tenant, catalog, savedDrafts, eventKey: event?.key ?? "" });
  const panes = (
    <SplitPane
      {...usePaneSize("compose.events")}
      defaultSize={DEFAULT_SIZES.events}
      direction="row"
      first={
        <EventPane
          api={connection.api}
          catalog={catalog}
          eventKey={event?.key ?? null}
          events={events}
          onSelect={(eventKey) => updateSettings(() => ({ lastEventKey: eventKey }))}
          tenantId={tenant.id}
        />
      }
      label="Width of the event list"
      minimum={160}
      minimumOther={660}
      second={
        event === null ? (
          <EmptyState action={paste.button} title="No event">
            The catalog has no event to write.
          </EmptyState>
        ) : (
          <SavedEvent {...props} event={event} headerAction={paste.button} saved={saved} />
        )
      }
      sized="first"
    />
  );
  return (
    <>
      {panes}
      {paste.dialog}
    </>
  );
}

const NO_DRAFTS: readonly Draft[] = [];

type SavedEventProps = Omit<EventWorkspaceProps, "saved"> & { readonly saved: SavedDrafts | null };

function SavedEvent(props: SavedEventProps): ReactNode {
  const { tenant, connection, event, saved } = props;
  if (saved === null) return null;
  if (saved.kind === "failed") {
    return (
      <EmptyState action={<Button onPress={saved.retry}>Try again</Button>} title="The drafts cannot be read">
        {saved.message}
      </EmptyState>
    );
  }
  const id = draftId(tenant.id, connection.api, event.key);
  return <EventWorkspace {...props} saved={saved.drafts.find((draft) => draft.id === id) ?? null} />;
}
