import { memo, useMemo, useState, type ReactNode } from "react";
import { CATALOG_RULES } from "../../../shared/catalog-lint/rules.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PaneScroll } from "../../ui/pane.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { Sentence } from "../../ui/sentence.tsx";
import styles from "./catalogs.module.css";
import { useFindings } from "./findings-context.tsx";
import { groupByRule, namesBefore, type PlacedFinding, type RuleGroup } from "./place-findings.ts";
import { severityTone } from "./severities.ts";
import { useEditor, type EditorActions } from "./use-catalog-editor.ts";
import { useFixes, type Fixes } from "./use-fixes.ts";

type Scope = "event" | "catalog";

const SCOPES = [
  { value: "catalog", label: "Whole catalog" },
  { value: "event", label: "This event" },
] as const satisfies readonly { readonly value: Scope; readonly label: string }[];

/** What could be wrong with the catalog, by kind: each leads to its place, and is fixed where what was meant is certain. */
export function FindingsPanel(): ReactNode {
  const { state, actions } = useEditor();
  const { placed } = useFindings();
  const [scope, setScope] = useState<Scope>("catalog");
  const fixes = useFixes();
  // Only of one event it matters which one is open.
  const row = scope === "event" ? state.openedRow : null;
  const groups = useMemo(() => {
    const ofEvent = row === null ? [] : placed?.byRow.get(row);
    return groupByRule((scope === "catalog" ? placed?.all : ofEvent) ?? []);
  }, [placed, scope, row]);
  if (placed === null) return null;
  const fixable = groups.some(({ findings }) => findings.some(({ finding }) => finding.fix !== null));
  return (
    <PaneScroll label="Findings">
      <div className={styles.panelBar}>
        <SegmentedControl label="Findings of" onChange={setScope} options={SCOPES} value={scope} />
        {scope === "catalog" && fixable ? (
          <Button onPress={() => fixes.fixAll(null)} size="small">
            Fix all
          </Button>
        ) : null}
      </div>
      {groups.length === 0 ? (
        <EmptyState title="No findings">
          {scope === "catalog"
            ? "Nothing in this catalog looks wrong."
            : "Nothing in this event looks wrong."}
        </EmptyState>
      ) : (
        groups.map((group) => (
          <RuleSection actions={actions} fixes={fixes} group={group} key={group.rule} scope={scope} />
        ))
      )}
    </PaneScroll>
  );
}

/** Findings of one kind that are shown before more are asked for. */
const FIRST_SHOWN = 50;

type RuleSectionProps = {
  readonly group: RuleGroup;
  readonly fixes: Fixes;
  readonly actions: EditorActions;
  readonly scope: Scope;
};

/** Drawn anew only when its findings are others: opening an event changes none of them. */
const RuleSection = memo(function RuleSection(props: RuleSectionProps): ReactNode {
  const { rule, findings } = props.group;
  const [most, setMost] = useState(FIRST_SHOWN);
  const { severity, summary } = CATALOG_RULES[rule];
  const fixable = findings.filter(({ finding }) => finding.fix !== null).length;
  return (
    <section aria-label={summary} className={styles.ruleGroup}>
      <h2 className={styles.ruleTitle}>
        <Badge tone={severityTone(severity)}>{findings.length}</Badge>
        <span>{summary}</span>
        {fixable > 1 && props.scope === "catalog" ? (
          <Button
            label={`Fix all of this kind: ${summary}`}
            onPress={() => props.fixes.fixAll(rule)}
            size="small"
          >
            {`Fix all ${fixable}`}
          </Button>
        ) : null}
      </h2>
      <ul>
        {findings.slice(0, most).map((placed) => (
          <FindingRow
            actions={props.actions}
            fixes={props.fixes}
            key={`${placed.finding.path} ${placed.finding.message}`}
            placed={placed}
          />
        ))}
      </ul>
      {findings.length > most ? (
        <Button onPress={() => setMost(Infinity)} size="small" variant="quiet">
          {`Show ${(findings.length - most).toLocaleString("en-GB")} more`}
        </Button>
      ) : null}
    </section>
  );
});

function FindingRow(props: {
  readonly placed: PlacedFinding;
  readonly fixes: Fixes;
  readonly actions: EditorActions;
}): ReactNode {
  const { placed, fixes, actions } = props;
  const { finding, place, which } = placed;
  const names = namesBefore(finding);
  return (
    <li className={styles.finding}>
      <button
        className={styles.findingText}
        disabled={place.row === null}
        onClick={() => actions.show(place)}
        type="button"
      >
        {names === "" ? null : <code>{`${names} `}</code>}
        {which === null ? null : <span className={styles.which}>{`${which} `}</span>}
        <Sentence text={finding.message} />
      </button>
      {finding.fix === null ? null : (
        <Button
          label={`${finding.fix.label}, ${finding.eventKey ?? ""}`}
          onPress={() => fixes.fix(placed)}
          size="small"
        >
          {finding.fix.label}
        </Button>
      )}
    </li>
  );
}
