import { useRef, useState, type ReactNode } from "react";
import type { Catalog, CatalogEvent } from "../../../shared/domain/catalog.ts";
import type { TenantView } from "../../../shared/contract/calls.ts";
import { draftId, type Draft } from "../../../shared/domain/draft.ts";
import type { DraftTab } from "../../../shared/domain/open-drafts.ts";
import type { Preset } from "../../../shared/domain/preset.ts";
import type { Connection } from "../../../shared/domain/tenant.ts";
import { useCommands } from "../../app/actions-context.tsx";
import { useNavigation } from "../../app/navigation-context.tsx";
import { usePaneSize } from "../../app/pane-size.ts";
import { useSetting } from "../../app/use-setting.ts";
import { useCall } from "../../host/queries.ts";
import { SplitPane } from "../../ui/split-pane.tsx";
import { usePaste } from "../paste/use-paste.tsx";
import { usePresets } from "../presets/queries.ts";
import { chooseEvent } from "./choose-event.ts";
import styles from "./compose-screen.module.css";
import { useComposeStores } from "./compose-provider.tsx";
import { DEFAULT_SIZES, LEAST_SIZES } from "./default-sizes.ts";
import { tabLabel } from "./draft-tabs.ts";
import { DraftsPane } from "./drafts-pane.tsx";
import { EventPane } from "./event-pane.tsx";
import { useCarryOver } from "./use-carry-over.ts";
import { useSavedDrafts, type SavedDrafts } from "./use-drafts.ts";
import { useEventsToWrite } from "./use-events-to-write.ts";
import { useOpenDrafts, type OpenDraftsHandle } from "./use-open-drafts.ts";
import { useOpenPreset } from "./use-open-preset.ts";

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
  useCarryHere(props, drafts, saved);
  const presets = usePresets(tenant.id, api);
  const presetView = usePresetView(current, useOpenPreset(drafts, savedDrafts));
  useEventCommands(catalog, events, drafts);
  usePresetCommands(presets, presetView.open);
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
            onPreset={presetView.open}
            onPresets={() => presetView.setIsOpen(true)}
            onSelect={(eventKey) => {
              presetView.setIsOpen(false);
              drafts.showEvent(eventKey);
            }}
            presets={presets}
            tenantId={tenant.id}
          />
        }
        label="Width of the event list"
        minimum={160}
        minimumOther={{ usual: 660, least: LEAST_SIZES.formAndRequest }}
        second={
          <DraftsPane
            {...props}
            drafts={drafts}
            events={events}
            isPresetsOpen={presetView.isOpen}
            onPreset={presetView.open}
            onPresets={presetView.setIsOpen}
            paste={paste.button}
            presets={presets}
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

/** The tenant's presets as commands of the palette: each opens as a draft. */
function usePresetCommands(presets: readonly Preset[], open: (preset: Preset) => void): void {
  const { goTo } = useNavigation();
  useCommands("presets", () =>
    presets.map((preset) => ({
      id: `preset:${preset.id}`,
      section: "Presets",
      title: preset.name,
      detail: [preset.eventKey, preset.group, preset.negative ? "negative" : null]
        .filter((part) => part !== null)
        .join(" · "),
      run() {
        open(preset);
        goTo("compose");
      },
    })),
  );
}

const NO_DRAFTS: readonly Draft[] = [];

/** What was written in another place can only be taken over once it is known what there is here. */
function useCarryHere(props: CatalogScreenProps, drafts: OpenDraftsHandle, saved: SavedDrafts | null): void {
  const values = useCall("values.get", { tenantId: props.tenant.id });
  useCarryOver(
    saved?.kind === "loaded" && values.data !== undefined
      ? { ...props, drafts, saved: saved.drafts, values: values.data }
      : null,
  );
}

/** Whether the presets are shown: for the draft that they were asked for from, and no longer than that is shown. */
function usePresetView(current: DraftTab | null, openPreset: (preset: Preset) => void) {
  const [openFor, setOpenFor] = useState<string | null>(null);
  const here = current === null ? null : tabLabel(current);
  return {
    isOpen: openFor !== null && openFor === here,
    setIsOpen: (isOpen: boolean) => setOpenFor(isOpen ? here : null),
    /** Opens one as a draft. */
    open: (preset: Preset) => {
      setOpenFor(null);
      openPreset(preset);
    },
  };
}

/** The drafts of this tenant and API that are open. */
function useDraftsHere(
  { tenant, connection }: CatalogScreenProps,
  events: readonly CatalogEvent[],
  saved: readonly Draft[],
) {
  const lastEventKey = useSetting("lastEventKey");
  const { drafts } = useComposeStores();
  const { api } = connection;
  const first = chooseEvent(events, api, lastEventKey);
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
