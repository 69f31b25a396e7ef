import { useMemo, type ReactNode } from "react";
import { compareCatalogs } from "../../../shared/catalog/compare.ts";
import { describeComparison, type ComparisonLine } from "../../../shared/catalog/describe-comparison.ts";
import type { Catalog } from "../../../shared/domain/catalog.ts";
import type { CatalogVersion } from "../../../shared/domain/catalog-version.ts";
import { useCall } from "../../host/queries.ts";
import { Button } from "../../ui/button.tsx";
import { PaneHeading } from "../../ui/pane.tsx";
import { formatCount } from "../../ui/quantities.ts";
import { Select } from "../../ui/select.tsx";
import { Sentence } from "../../ui/sentence.tsx";
import styles from "./catalogs.module.css";
import { useEditor } from "./use-catalog-editor.ts";
import { useGoBack } from "./use-go-back.ts";
import { sideName, WORKING_COPY, type Side } from "./version-sides.ts";

type Sides = { readonly before: Side; readonly after: Side };

/** What is different between two versions, in words. */
export function ComparedVersions(props: {
  readonly versions: readonly CatalogVersion[];
  readonly isChanged: boolean;
  readonly sides: Sides;
  readonly onChange: (sides: Sides) => void;
}): ReactNode {
  const { sides, onChange } = props;
  const before = useCatalogOf(sides.before);
  const after = useCatalogOf(sides.after);
  const { isGoing, goBack } = useGoBack();
  const lines = useMemo(
    () => (before === null || after === null ? null : describeComparison(compareCatalogs(before, after))),
    [before, after],
  );
  const options = [
    ...(props.isChanged ? [{ value: WORKING_COPY, label: "Unsaved changes" }] : []),
    ...props.versions.map(({ version }) => ({ value: String(version), label: `Version ${version}` })),
  ];
  const choice = (side: keyof Sides, label: string) => (
    <Select
      label={label}
      onChange={(value) => onChange({ ...sides, [side]: sideOf(value) })}
      options={options}
      value={String(sides[side])}
    />
  );
  const isEarlier = sides.after !== WORKING_COPY && props.versions[0]?.version !== sides.after;
  return (
    <section aria-label="Comparison" className={styles.comparison}>
      <div className={styles.comparisonSides}>
        {choice("before", "From")}
        {choice("after", "To")}
      </div>
      {isEarlier && typeof sides.after === "number" ? (
        <Button isPending={isGoing} onPress={() => goBack(Number(sides.after))} size="small">
          {`Go back to version ${sides.after}`}
        </Button>
      ) : null}
      {lines === null ? null : <Lines lines={lines} sides={sides} />}
    </section>
  );
}

/** Beyond these a list is no reading. */
const MOST_LINES = 400;

function Lines({
  lines,
  sides,
}: {
  readonly lines: readonly ComparisonLine[];
  readonly sides: Sides;
}): ReactNode {
  const words = `from ${sideName(sides.before)} to ${sideName(sides.after)}`;
  if (lines.length === 0) return <p className={styles.muted}>{`Nothing is different ${words}.`}</p>;
  return (
    <>
      <PaneHeading>{`${formatCount(lines.length, "difference", "differences")} ${words}`}</PaneHeading>
      <ul aria-label="Differences" className={styles.lines}>
        {lines.slice(0, MOST_LINES).map((line) => (
          <li className={styles.line} data-kind={line.kind} key={`${line.kind} ${line.text}`}>
            <Sentence text={line.text} />
          </li>
        ))}
      </ul>
      {lines.length > MOST_LINES ? (
        <p className={styles.muted}>{`and ${(lines.length - MOST_LINES).toLocaleString("en-GB")} more.`}</p>
      ) : null}
    </>
  );
}

function useCatalogOf(side: Side): Catalog | null {
  const { state, document } = useEditor();
  const { base } = state;
  const isElsewhere = side !== WORKING_COPY && side !== base.version;
  const version = isElsewhere ? side : base.version;
  const query = useCall("catalogs.version", { id: state.id, version }, { isEnabled: isElsewhere });
  if (side === WORKING_COPY) return document.catalog;
  return side === base.version ? base.catalog : (query.data?.catalog ?? null);
}

function sideOf(value: string): Side {
  return value === WORKING_COPY ? WORKING_COPY : Number(value);
}
