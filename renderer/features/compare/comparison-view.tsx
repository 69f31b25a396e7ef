import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { judgeComparison, type RawComparison } from "../../../shared/compare/comparison.ts";
import { comparisonToMarkdown, summaryOf } from "../../../shared/compare/comparison-markdown.ts";
import type { Comparison } from "../../../shared/compare/types.ts";
import { useActions } from "../../app/actions-context.tsx";
import { isInUse } from "../../app/platform.ts";
import { useUpdateSettings } from "../../app/update-settings.ts";
import { useSetting } from "../../app/use-setting.ts";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { SwapIcon } from "../../ui/history-icons.tsx";
import { ArrowDownIcon, ArrowUpIcon, CrossIcon } from "../../ui/icons.tsx";
import { Pane, PaneHeader } from "../../ui/pane.tsx";
import { PopoverButton } from "../../ui/popover-button.tsx";
import { ToggleButton } from "../../ui/toggle-button.tsx";
import { ComparisonRows } from "./comparison-rows.tsx";
import styles from "./comparison.module.css";
import { IgnoreRulesSheet } from "./ignore-rules.tsx";
import { nextDifference } from "./next-difference.ts";

export type ComparisonViewProps = {
  readonly raw: RawComparison;
  readonly titles: { readonly left: string; readonly right: string };
  /** null where the sides have their places, as with an expectation. */
  readonly onSwap: (() => void) | null;
  readonly onClose: () => void;
};

/** Two things part by part. Keys go from difference to difference; Escape closes. */
export function ComparisonView(props: ComparisonViewProps): ReactNode {
  const { titles, raw } = props;
  const rules = useSetting("ignoreRules");
  const [onlyDifferences, setOnlyDifferences] = useState(true);
  const scroll = useRef<HTMLDivElement>(null);
  const view = useRef<HTMLDivElement>(null);
  // Its keys work at once.
  useEffect(() => {
    view.current?.focus();
  }, []);
  const comparison = useMemo(() => judgeComparison(raw, rules), [raw, rules]);
  const go = (step: 1 | -1) => nextDifference(scroll.current, step);
  const goHere = (step: 1 | -1) => () => {
    if (!isInUse(view.current)) return false;
    go(step);
    return true;
  };
  useActions({ "difference.next": goHere(1), "difference.previous": goHere(-1) });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    props.onClose();
    event.preventDefault();
  };
  return (
    // Its keys work wherever the focus is inside; every control in here keeps its own.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.view} onKeyDown={onKeyDown} ref={view} tabIndex={-1}>
      <Pane label="Comparison">
        <PaneHeader
          trailing={
            <Tools
              {...props}
              comparison={comparison}
              onGo={go}
              onlyDifferences={onlyDifferences}
              onOnlyDifferences={setOnlyDifferences}
            />
          }
        >
          <h2 className={styles.title}>Comparison</h2>
          <output className={styles.summary}>{summaryOf(comparison)}</output>
        </PaneHeader>
        <div className={styles.scroll} ref={scroll}>
          {comparison.notes.map((note) => (
            <p className={styles.note} key={note} role="note">
              {note}
            </p>
          ))}
          {onlyDifferences && comparison.differences === 0 ? (
            <NoDifference comparison={comparison} onShowAll={() => setOnlyDifferences(false)} />
          ) : (
            <Rows comparison={comparison} onlyDifferences={onlyDifferences} titles={titles} />
          )}
        </div>
      </Pane>
    </div>
  );
}

type ToolProps = ComparisonViewProps & {
  readonly comparison: Comparison;
  readonly onGo: (step: 1 | -1) => void;
  readonly onlyDifferences: boolean;
  readonly onOnlyDifferences: (only: boolean) => void;
};

function Tools(props: ToolProps): ReactNode {
  const { comparison, titles, onGo, onSwap } = props;
  const updateSettings = useUpdateSettings();
  const ignoreRules = useSetting("ignoreRules");
  return (
    <>
      <Button label="Previous difference" onPress={() => onGo(-1)} size="small" variant="quiet">
        <ArrowUpIcon />
      </Button>
      <Button label="Next difference" onPress={() => onGo(1)} size="small" variant="quiet">
        <ArrowDownIcon />
      </Button>
      <ToggleButton isOn={props.onlyDifferences} label="Only differences" onChange={props.onOnlyDifferences}>
        Only differences
      </ToggleButton>
      {onSwap === null ? null : (
        <Button label="Swap the sides" onPress={onSwap} size="small" variant="quiet">
          <SwapIcon />
        </Button>
      )}
      <PopoverButton
        label="What to ignore"
        renderSheet={() => (
          <IgnoreRulesSheet
            onChange={(rules) => updateSettings(() => ({ ignoreRules: rules }))}
            rules={ignoreRules}
          />
        )}
        size="small"
      >
        {"Ignore\u2026"}
      </PopoverButton>
      <CopyButton text={() => comparisonToMarkdown(comparison, titles)}>Copy as Markdown</CopyButton>
      <Button label="Close the comparison" onPress={props.onClose} size="small" variant="quiet">
        <CrossIcon />
      </Button>
    </>
  );
}

function Rows(props: {
  readonly comparison: Comparison;
  readonly titles: ComparisonViewProps["titles"];
  readonly onlyDifferences: boolean;
}): ReactNode {
  const updateSettings = useUpdateSettings();
  const ignore = (address: string) =>
    updateSettings(({ ignoreRules }) => ({
      ignoreRules: { ...ignoreRules, patterns: [...ignoreRules.patterns, address] },
    }));
  return (
    <ComparisonRows
      onIgnore={ignore}
      onlyDifferences={props.onlyDifferences}
      sections={props.comparison.sections}
      titles={props.titles}
    />
  );
}

function NoDifference(props: { readonly comparison: Comparison; readonly onShowAll: () => void }): ReactNode {
  const { ignored, notes } = props.comparison;
  const same = notes.length === 0 ? "Both are the same in every respect." : "What is compared is the same.";
  return (
    <EmptyState
      action={<Button onPress={props.onShowAll}>Show everything</Button>}
      title="No difference that counts"
    >
      {ignored === 0 ? same : `What differs is ignored: ${ignored.toLocaleString("en-GB")} in all.`}
    </EmptyState>
  );
}
