import { useMemo, type ReactNode } from "react";
import { compareCatalogs } from "../../../shared/catalog/compare.ts";
import { describeComparison } from "../../../shared/catalog/describe-comparison.ts";
import type { Catalog } from "../../../shared/domain/catalog.ts";
import { PaneHeading } from "../../ui/pane.tsx";
import { formatCount } from "../../ui/quantities.ts";
import { Sentence } from "../../ui/sentence.tsx";
import styles from "./catalogs.module.css";

/** Beyond these a list is no reading. */
const MOST_LINES = 400;

/** What is different between two catalogs, in words. `words` name the two: `from version 1 to version 2`. */
export function Differences(props: {
  readonly before: Catalog;
  readonly after: Catalog;
  readonly words: string;
}): ReactNode {
  const { before, after, words } = props;
  const lines = useMemo(() => describeComparison(compareCatalogs(before, after)), [before, after]);
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
