import type { ReactNode, RefObject } from "react";
import type { CatalogEvent } from "../../../shared/domain/catalog.ts";
import { draftId, type Draft } from "../../../shared/domain/draft.ts";
import type { DraftTab } from "../../../shared/domain/open-drafts.ts";
import type { Preset } from "../../../shared/domain/preset.ts";
import { useActions } from "../../app/actions-context.tsx";
import { isInUse } from "../../app/platform.ts";
import { useUpdateSettings } from "../../app/update-settings.ts";
import { useSetting } from "../../app/use-setting.ts";
import { useCall } from "../../host/queries.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PresetsPane } from "../presets/presets-pane.tsx";
import { useRunPresets } from "../presets/use-run-presets.ts";
import type { CatalogScreenProps } from "./catalog-screen.tsx";
import styles from "./compose-screen.module.css";
import { DraftStrip } from "./draft-strip.tsx";
import { EventWorkspace } from "./event-workspace.tsx";
import { strayEvent } from "./events-to-write.ts";
import type { SavedDrafts } from "./use-drafts.ts";
import type { OpenDraftsHandle } from "./use-open-drafts.ts";
import { useMoveDraft, type MoveDraft } from "./use-move-draft.ts";
import { usePresetKeys } from "./use-preset-keys.ts";

export type DraftsPaneProps = CatalogScreenProps & {
  readonly drafts: OpenDraftsHandle;
  readonly events: readonly CatalogEvent[];
  readonly saved: SavedDrafts | null;
  /** Of this tenant and API. */
  readonly presets: readonly Preset[];
  readonly onPreset: (preset: Preset) => void;
  /** Whether the presets of the event are shown in place of its draft. */
  readonly isPresetsOpen: boolean;
  readonly onPresets: (isOpen: boolean) => void;
  readonly paste: ReactNode;
  readonly screen: RefObject<HTMLElement | null>;
};

const NO_DRAFTS: readonly Draft[] = [];

/** The drafts that are open, and the one that is shown, or the presets of its event. */
export function DraftsPane(props: DraftsPaneProps): ReactNode {
  const { drafts, events, saved, paste, screen, presets, isPresetsOpen } = props;
  const { tenant, connection, catalog } = props;
  const { current } = drafts;
  const { api } = connection;
  const savedHere = saved?.kind === "loaded" ? saved.drafts.filter((draft) => draft.api === api) : NO_DRAFTS;
  const onMove = useMoveDraft(drafts, savedHere);
  if (current === null) {
    return (
      <div className={styles.drafts}>
        <DraftStrip drafts={drafts} presets={presets} saved={savedHere} screen={screen} />
        <NoDraft action={paste} hasEvents={events.length > 0} />
      </div>
    );
  }
  const event = events.find(({ key }) => key === current.eventKey) ?? strayEvent(current.eventKey);
  return (
    <div className={styles.drafts}>
      <DraftStrip drafts={drafts} presets={presets} saved={savedHere} screen={screen} />
      <EventPresets {...props} event={event} />
      {isPresetsOpen ? null : (
        <SavedEvent
          catalog={catalog}
          connection={connection}
          tenant={tenant}
          event={event}
          headerAction={paste}
          onMove={onMove}
          presets={presets}
          saved={saved}
          tab={current}
        />
      )}
    </div>
  );
}

/** Runs the presets of the event, and shows them where that is asked for. */
function EventPresets(props: DraftsPaneProps & { readonly event: CatalogEvent }): ReactNode {
  const { event, tenant, connection, presets, screen, isPresetsOpen, onPresets } = props;
  const perSecond = useSetting("presetsPerSecond");
  const updateSettings = useUpdateSettings();
  const run = useRunPresets();
  usePresetKeys(screen, () => {
    if (isPresetsOpen) return false;
    onPresets(true);
    run(
      presets.filter(({ eventKey }) => eventKey === event.key).map(({ id }) => id),
      perSecond,
    );
    return true;
  });
  useActions({
    "presets.show"() {
      if (!isInUse(screen.current)) return false;
      onPresets(!isPresetsOpen);
      return true;
    },
  });
  if (!isPresetsOpen) return null;
  const { id: tenantId, tenantNumber, ruleProfile } = tenant;
  return (
    <PresetsPane
      catalog={props.catalog}
      key={event.key}
      onClose={() => onPresets(false)}
      onOpen={props.onPreset}
      onPerSecond={(presetsPerSecond) => updateSettings(() => ({ presetsPerSecond }))}
      onRun={(ids) => run(ids, perSecond)}
      perSecond={perSecond}
      presets={presets}
      screen={screen}
      source={{ tenantId, tenantNumber, ruleProfile, connection, event }}
    />
  );
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
  readonly onMove: MoveDraft;
  readonly presets: readonly Preset[];
  readonly saved: SavedDrafts | null;
};

function SavedEvent(props: SavedEventProps): ReactNode {
  const { tab, saved, ...rest } = props;
  const { tenant, connection } = rest;
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
  return <EventWorkspace {...rest} number={tab.number} saved={draft} values={values.data} />;
}
