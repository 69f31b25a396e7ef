import { useRef, type ReactNode, type RefObject } from "react";
import type { Catalog, CatalogEvent } from "../../../shared/domain/catalog.ts";
import type { TenantView } from "../../../shared/contract/calls.ts";
import { draftId, type Draft } from "../../../shared/domain/draft.ts";
import type { DraftTab } from "../../../shared/domain/open-drafts.ts";
import type { TenantValues } from "../../../shared/domain/tenant-values.ts";
import type { Connection } from "../../../shared/domain/tenant.ts";
import { useCommands } from "../../app/actions-context.tsx";
import { useNavigation } from "../../app/navigation-context.tsx";
import { usePaneSize } from "../../app/pane-size.ts";
import { useWorkspace } from "../../app/workspace-context.tsx";
import { useCall } from "../../host/queries.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { SplitPane } from "../../ui/split-pane.tsx";
import { usePaste } from "../paste/use-paste.tsx";
import { chooseEvent } from "./choose-event.ts";
import styles from "./compose-screen.module.css";
import { useComposeStores } from "./compose-provider.tsx";
import { DEFAULT_SIZES } from "./default-sizes.ts";
import { DraftStrip } from "./draft-strip.tsx";
import { EventPane } from "./event-pane.tsx";
import { EventWorkspace } from "./event-workspace.tsx";
import { strayEvent } from "./events-to-write.ts";
import { useSavedDrafts, type SavedDrafts } from "./use-drafts.ts";
import { useCarryOver } from "./use-carry-over.ts";
import { useEventsToWrite } from "./use-events-to-write.ts";
import { useOpenDrafts, type OpenDraftsHandle } from "./use-open-drafts.ts";

export type CatalogScreenProps = {
  readonly tenant: TenantView;
  readonly connection: Connection;
  readonly catalog: Catalog;
};

/** The catalog's events, the drafts that are open, and the one that is shown. */
export function CatalogScreen(props: CatalogScreenProps): ReactNode {
  const { tenant, connection, catalog } = props;
  const { api } = connection;
  const screen = useRef<HTMLDivElement>(null);
  const saved = useSavedDrafts(tenant.id);
  const savedDrafts = saved?.kind === "loaded" ? saved.drafts : NO_DRAFTS;
  const events = useEventsToWrite(tenant.id, api, catalog, savedDrafts);
  const drafts = useDraftsHere(props, events, savedDrafts);
  const { current } = drafts;
  const values = useCall("values.get", { tenantId: tenant.id });
  useCarryOver(
    saved?.kind === "loaded" && values.data !== undefined
      ? { ...props, drafts, saved: savedDrafts, values: values.data }
      : null,
  );
  useEventCommands(catalog, events, drafts);
  const paste = usePaste({ tenant, catalog, savedDrafts, eventKey: current?.eventKey ?? "" });
  return (
    <div className={styles.workspace} ref={screen}>
      <SplitPane
        {...usePaneSize("compose.events")}
        defaultSize={DEFAULT_SIZES.events}
        direction="row"
        first={
          <EventPane
            api={api}
            catalog={catalog}
            eventKey={current?.eventKey ?? null}
            events={events}
            onSelect={drafts.showEvent}
            tenantId={tenant.id}
          />
        }
        label="Width of the event list"
        minimum={160}
        minimumOther={660}
        second={
          <DraftsPane
            {...props}
            drafts={drafts}
            events={events}
            paste={paste.button}
            saved={saved}
            screen={screen}
          />
        }
        sized="first"
      />
      {paste.dialog}
    </div>
  );
}

/** The catalog's events as commands of the palette: each opens its draft. */
function useEventCommands(catalog: Catalog, events: readonly CatalogEvent[], drafts: OpenDraftsHandle): void {
  const { goTo } = useNavigation();
  useCommands("events", () =>
    events.map((event) => ({
      id: `event:${catalog.name}:${event.key}`,
      section: "Events",
      title: event.key,
      detail: [event.title, event.id].filter((part) => part !== undefined && part !== "").join(" · "),
      run() {
        drafts.showEvent(event.key);
        goTo("compose");
      },
    })),
  );
}

const NO_DRAFTS: readonly Draft[] = [];

/** The drafts that are open, and the one that is shown. */
function DraftsPane(
  props: CatalogScreenProps & {
    readonly drafts: OpenDraftsHandle;
    readonly events: readonly CatalogEvent[];
    readonly saved: SavedDrafts | null;
    readonly paste: ReactNode;
    readonly screen: RefObject<HTMLElement | null>;
  },
): ReactNode {
  const { drafts, events, saved, paste, screen, ...place } = props;
  const { current } = drafts;
  const { api } = place.connection;
  const savedHere = saved?.kind === "loaded" ? saved.drafts.filter((draft) => draft.api === api) : NO_DRAFTS;
  return (
    <div className={styles.drafts}>
      <DraftStrip drafts={drafts} saved={savedHere} screen={screen} />
      {current === null ? (
        <NoDraft action={paste} hasEvents={events.length > 0} />
      ) : (
        <SavedEvent
          {...place}
          event={events.find(({ key }) => key === current.eventKey) ?? strayEvent(current.eventKey)}
          headerAction={paste}
          saved={saved}
          tab={current}
        />
      )}
    </div>
  );
}

/** The drafts of this tenant and API that are open. */
function useDraftsHere(
  { tenant, connection }: CatalogScreenProps,
  events: readonly CatalogEvent[],
  saved: readonly Draft[],
) {
  const { settings } = useWorkspace();
  const { drafts } = useComposeStores();
  const { api } = connection;
  const first = chooseEvent(events, api, settings.lastEventKey);
  return useOpenDrafts({
    tenantId: tenant.id,
    api,
    first: first === null ? null : { eventKey: first.key, number: 1 },
    isWritten(tab) {
      const id = draftId({ tenantId: tenant.id, api, ...tab });
      return drafts.drafts.get().has(id) || saved.some((draft) => draft.id === id);
    },
  });
}

function NoDraft(props: { readonly action: ReactNode; readonly hasEvents: boolean }): ReactNode {
  return (
    <EmptyState action={props.action} title={props.hasEvents ? "No draft is open" : "No event"}>
      {props.hasEvents
        ? "Choose an event on the left. Drafts that were closed are kept."
        : "The catalog has no event to write."}
    </EmptyState>
  );
}

type SavedEventProps = CatalogScreenProps & {
  readonly event: CatalogEvent;
  readonly tab: DraftTab;
  readonly headerAction: ReactNode;
  readonly saved: SavedDrafts | null;
};

function SavedEvent(props: SavedEventProps): ReactNode {
  const { tenant, connection, saved, tab } = props;
  const values = useCall("values.get", { tenantId: tenant.id });
  const problem = saved?.kind === "failed" ? saved.message : (values.error?.message ?? null);
  if (problem !== null) {
    const retry = () => {
      if (saved?.kind === "failed") saved.retry();
      void values.refetch();
    };
    return (
      <EmptyState action={<Button onPress={retry}>Try again</Button>} title="The drafts cannot be read">
        {problem}
      </EmptyState>
    );
  }
  if (saved?.kind !== "loaded" || values.data === undefined) return null;
  const id = draftId({ tenantId: tenant.id, api: connection.api, ...tab });
  const draft = saved.drafts.find((one) => one.id === id) ?? null;
  return <LoadedEvent {...props} saved={draft} values={values.data} />;
}

function LoadedEvent(
  props: Omit<SavedEventProps, "saved"> & { readonly saved: Draft | null; readonly values: TenantValues },
): ReactNode {
  const { tab, ...rest } = props;
  return <EventWorkspace {...rest} number={tab.number} />;
}
