import { useState, type ReactNode, type RefObject } from "react";
import type { Preset } from "../../../shared/domain/preset.ts";
import { useShortcutHint } from "../../app/actions-context.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Pane, PaneHeader, PaneScroll } from "../../ui/pane.tsx";
import { formatCount } from "../../ui/quantities.ts";
import { SearchField } from "../../ui/search-field.tsx";
import { Select } from "../../ui/select.tsx";
import { usePresetKeys } from "../compose/use-preset-keys.ts";
import { PresetDialog } from "./preset-dialog.tsx";
import { resultsOf, searchPresets } from "./preset-list.ts";
import { PresetsTable, type PresetRowAction } from "./presets-table.tsx";
import styles from "./presets.module.css";
import { useLastRun } from "./queries.ts";
import { RemovedNotice } from "./removed-notice.tsx";
import { RunStatus } from "./run-status.tsx";
import { inputOf, usePresetActions } from "./use-preset-actions.ts";
import { VariantsDialog, type VariantsSource } from "./variants-dialog.tsx";

export type PresetsPaneProps = {
  readonly source: VariantsSource;
  /** Of this tenant and API, of every event. */
  readonly presets: readonly Preset[];
  readonly perSecond: number | null;
  readonly onPerSecond: (perSecond: number | null) => void;
  readonly onRun: (ids: readonly string[]) => void;
  /** Where the key that runs is heard. */
  readonly screen: RefObject<HTMLElement | null>;
  readonly onOpen: (preset: Preset) => void;
  readonly onClose: () => void;
};

const RATES = [
  { value: "1", label: "1 a second" },
  { value: "5", label: "5 a second" },
  { value: "20", label: "20 a second" },
  { value: "all", label: "as fast as it goes" },
] as const;

/** An event's presets, to run and to see expected against actual. What the last run said stays. */
export function PresetsPane(props: PresetsPaneProps): ReactNode {
  const { source } = props;
  const eventKey = source.event.key;
  const [query, setQuery] = useState("");
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [editing, setEditing] = useState<Preset | null>(null);
  const [isMaking, setIsMaking] = useState(false);
  const [removed, setRemoved] = useState<readonly Preset[]>([]);
  const { remove } = usePresetActions();
  const run = useLastRun(source.tenantId);
  const mine = props.presets.filter((preset) => preset.eventKey === eventKey);
  const shown = searchPresets(mine, query);
  const chosen = shown.filter(({ id }) => ticked.has(id));
  const toRun = chosen.length > 0 ? chosen : shown;
  usePresetKeys(props.screen, () => {
    props.onRun(toRun.map(({ id }) => id));
    return true;
  });
  const act = (action: PresetRowAction, preset: Preset) => {
    if (action === "open") props.onOpen(preset);
    else if (action === "run") props.onRun([preset.id]);
    else if (action === "edit") setEditing(preset);
    else void remove([preset.id]).then(setRemoved);
  };
  return (
    <Pane label={`Presets of ${eventKey}`}>
      <Header count={mine.length} eventKey={eventKey} onClose={props.onClose} />
      <PresetTools
        {...props}
        isRunning={run !== null && run.finishedAt === null}
        onMake={() => setIsMaking(true)}
        onQuery={setQuery}
        onRemove={chosen.length === 0 ? null : () => void remove(chosen.map(({ id }) => id)).then(setRemoved)}
        query={query}
        runIds={toRun.map(({ id }) => id)}
        runLabel={chosen.length > 0 ? `Run ${chosen.length} selected` : `Run all ${shown.length}`}
      />
      {run === null ? null : <RunStatus run={run} />}
      <RemovedNotice onDone={() => setRemoved([])} removed={removed} />
      <PaneScroll label="Presets and results">
        {shown.length === 0 ? (
          <Nothing hasPresets={mine.length > 0} query={query} />
        ) : (
          <PresetsTable
            onAction={act}
            onTick={(ids, isTicked) => setTicked(withTicks(ticked, ids, isTicked))}
            presets={shown}
            results={resultsOf(run)}
            ticked={ticked}
          />
        )}
      </PaneScroll>
      <EditDialog editing={editing} onClose={() => setEditing(null)} presets={mine} />
      {isMaking ? (
        <VariantsDialog onClose={() => setIsMaking(false)} presets={props.presets} source={source} />
      ) : null}
    </Pane>
  );
}

function Header(props: {
  readonly eventKey: string;
  readonly count: number;
  readonly onClose: () => void;
}): ReactNode {
  return (
    <PaneHeader
      trailing={
        <Button onPress={props.onClose} size="small" variant="quiet">
          Back to the draft
        </Button>
      }
    >
      <h2 className={styles.title}>{`Presets of ${props.eventKey}`}</h2>
      <Badge>{formatCount(props.count, "preset", "presets")}</Badge>
    </PaneHeader>
  );
}

function Nothing(props: { readonly hasPresets: boolean; readonly query: string }): ReactNode {
  return (
    <EmptyState title={props.hasPresets ? "Nothing found" : "No preset yet"}>
      {props.hasPresets
        ? `No preset matches "${props.query}".`
        : "Save a draft as a preset, or make negative presets from the catalog."}
    </EmptyState>
  );
}

function EditDialog(props: {
  readonly editing: Preset | null;
  readonly presets: readonly Preset[];
  readonly onClose: () => void;
}): ReactNode {
  const { editing, presets, onClose } = props;
  if (editing === null) return null;
  return (
    <PresetDialog
      onClose={onClose}
      onSaved={onClose}
      preset={inputOf(editing)}
      presets={presets}
      title={`Preset ${editing.name}`}
    />
  );
}

function withTicks(
  ticked: ReadonlySet<string>,
  ids: readonly string[],
  isTicked: boolean,
): ReadonlySet<string> {
  const next = new Set(ticked);
  for (const id of ids) {
    if (isTicked) next.add(id);
    else next.delete(id);
  }
  return next;
}

function PresetTools(
  props: Pick<PresetsPaneProps, "perSecond" | "onPerSecond" | "onRun"> & {
    readonly query: string;
    readonly onQuery: (query: string) => void;
    readonly runIds: readonly string[];
    readonly runLabel: string;
    readonly isRunning: boolean;
    readonly onMake: () => void;
    readonly onRemove: (() => void) | null;
  },
): ReactNode {
  const { perSecond, runIds, onRemove } = props;
  const shortcut = useShortcutHint("presets.run");
  return (
    <div aria-label="Preset tools" className={styles.tools} role="toolbar">
      <div className={styles.search}>
        <SearchField
          label="Find a preset"
          onChange={props.onQuery}
          placeholder="Find a preset"
          value={props.query}
        />
      </div>
      <Button
        isDisabled={runIds.length === 0 || props.isRunning}
        onPress={() => props.onRun(runIds)}
        {...(shortcut === undefined ? {} : { shortcut })}
        variant="primary"
      >
        {props.runLabel}
      </Button>
      <Select
        isLabelHidden
        label="Rate"
        onChange={(rate) => props.onPerSecond(rate === "all" ? null : Number(rate))}
        options={RATES}
        value={RATES.find(({ value }) => value === String(perSecond ?? "all"))?.value ?? null}
      />
      <Button onPress={props.onMake}>Make negative presets...</Button>
      {onRemove === null ? null : (
        <Button onPress={onRemove} variant="quiet">
          Delete selected
        </Button>
      )}
    </div>
  );
}
