import { useState, type ReactNode, type RefObject } from "react";
import type { Catalog } from "../../../shared/domain/catalog.ts";
import type { Preset, PresetRunRow } from "../../../shared/domain/preset.ts";
import { assertNever } from "../../../shared/result/result.ts";
import { useShortcutHint } from "../../app/actions-context.tsx";
import { useNavigation } from "../../app/navigation-context.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Pane, PaneHeader, PaneScroll } from "../../ui/pane.tsx";
import { formatCount } from "../../ui/quantities.ts";
import { SearchField } from "../../ui/search-field.tsx";
import { Select } from "../../ui/select.tsx";
import { usePresetKeys } from "../compose/use-preset-keys.ts";
import { CopyPresetsDialog } from "./copy-presets-dialog.tsx";
import { PresetDialog } from "./preset-dialog.tsx";
import { resultsOf, searchPresets } from "./preset-list.ts";
import { PresetsTable, type PresetRowAction } from "./presets-table.tsx";
import styles from "./presets.module.css";
import { usePresetResults } from "./queries.ts";
import { RemovedNotice } from "./removed-notice.tsx";
import { RunStatus } from "./run-status.tsx";
import { inputOf, usePresetActions } from "./use-preset-actions.ts";
import { VariantsDialog, type VariantsSource } from "./variants-dialog.tsx";

export type PresetsPaneProps = {
  readonly source: VariantsSource;
  readonly catalog: Catalog;
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
  const [dialog, setDialog] = useState<PaneDialog | null>(null);
  const [removed, setRemoved] = useState<readonly Preset[]>([]);
  const { remove } = usePresetActions();
  const { run, rows } = usePresetResults(source.tenantId);
  const mine = props.presets.filter((preset) => preset.eventKey === eventKey);
  const shown = searchPresets(mine, query);
  const chosen = shown.filter(({ id }) => ticked.has(id));
  const toRun = chosen.length > 0 ? chosen : shown;
  usePresetKeys(props.screen, () => {
    props.onRun(toRun.map(({ id }) => id));
    return true;
  });
  const removeThem = (ids: readonly string[]) => void remove(ids).then(setRemoved);
  const act = useRowActions(props, rows, setDialog, removeThem);
  return (
    <Pane label={`Presets of ${eventKey}`}>
      <Header count={mine.length} eventKey={eventKey} onClose={props.onClose} />
      <PresetTools
        {...props}
        isRunning={run !== null && run.finishedAt === null}
        onCopy={chosen.length === 0 ? null : () => setDialog({ kind: "copy", presets: chosen })}
        onMake={() => setDialog({ kind: "make" })}
        onQuery={setQuery}
        onRemove={chosen.length === 0 ? null : () => removeThem(chosen.map(({ id }) => id))}
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
            results={resultsOf(rows)}
            ticked={ticked}
          />
        )}
      </PaneScroll>
      <OpenDialog dialog={dialog} onClose={() => setDialog(null)} pane={props} />
    </Pane>
  );
}

/** What a line's menu does. */
function useRowActions(
  pane: Pick<PresetsPaneProps, "onOpen" | "onRun">,
  rows: readonly PresetRunRow[],
  onDialog: (dialog: PaneDialog) => void,
  onRemove: (ids: readonly string[]) => void,
): (action: PresetRowAction, preset: Preset) => void {
  const { showExchange } = useNavigation();
  return (action, preset) => {
    switch (action) {
      case "open":
        return pane.onOpen(preset);
      case "run":
        return pane.onRun([preset.id]);
      case "edit":
        return onDialog({ kind: "edit", preset });
      case "copy":
        return onDialog({ kind: "copy", presets: [preset] });
      case "remove":
        return onRemove([preset.id]);
      case "exchange": {
        const exchangeId = rows.find((row) => row.preset.id === preset.id)?.result?.exchangeId;
        return exchangeId === undefined ? undefined : showExchange(exchangeId);
      }
      default:
        return assertNever(action);
    }
  };
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

type PaneDialog =
  | { readonly kind: "edit"; readonly preset: Preset }
  | { readonly kind: "copy"; readonly presets: readonly Preset[] }
  | { readonly kind: "make" };

function OpenDialog(props: {
  readonly dialog: PaneDialog | null;
  readonly pane: Pick<PresetsPaneProps, "presets" | "source" | "catalog">;
  readonly onClose: () => void;
}): ReactNode {
  const { dialog, onClose } = props;
  const { presets, source, catalog } = props.pane;
  if (dialog === null) return null;
  if (dialog.kind === "make") return <VariantsDialog onClose={onClose} presets={presets} source={source} />;
  if (dialog.kind === "copy") {
    return <CopyPresetsDialog catalog={catalog} onClose={onClose} presets={dialog.presets} />;
  }
  return (
    <PresetDialog
      onClose={onClose}
      onSaved={onClose}
      preset={inputOf(dialog.preset)}
      presets={presets.filter(({ eventKey }) => eventKey === source.event.key)}
      title={`Preset ${dialog.preset.name}`}
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
    readonly onCopy: (() => void) | null;
    readonly onRemove: (() => void) | null;
  },
): ReactNode {
  const { perSecond, runIds, onCopy, onRemove } = props;
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
      <div className={styles.rate}>
        <Select
          isLabelHidden
          label="Rate"
          onChange={(rate) => props.onPerSecond(rate === "all" ? null : Number(rate))}
          options={RATES}
          value={RATES.find(({ value }) => value === String(perSecond ?? "all"))?.value ?? null}
        />
      </div>
      <Button onPress={props.onMake}>Make negative presets...</Button>
      {onCopy === null ? null : (
        <Button onPress={onCopy} variant="quiet">
          Copy selected...
        </Button>
      )}
      {onRemove === null ? null : (
        <Button onPress={onRemove} variant="quiet">
          Delete selected
        </Button>
      )}
    </div>
  );
}
