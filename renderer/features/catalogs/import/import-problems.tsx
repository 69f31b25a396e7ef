import type { ReactNode } from "react";
import type { CatalogImportResult } from "../../../../shared/catalog-import/types.ts";
import { Button } from "../../../ui/button.tsx";
import { formatCount } from "../../../ui/quantities.ts";
import styles from "./import.module.css";

/** Beyond these the exported list is the better one. */
const MOST_SHOWN = 200;

/** What was not, or not quite, taken over, each with its place. */
export function ImportProblems(props: {
  readonly result: CatalogImportResult;
  readonly onExport: () => void;
}): ReactNode {
  const { problems, problemCount } = props.result;
  if (problemCount === 0) return null;
  return (
    <details className={styles.problems} open={!props.result.ok}>
      <summary>{formatCount(problemCount, "problem", "problems")} while reading</summary>
      <Button onPress={props.onExport} size="small">
        Export the problems
      </Button>
      <ol aria-label="Problems" className={styles.problemList}>
        {problems.slice(0, MOST_SHOWN).map((problem) => (
          <li
            className={styles.problemLine}
            data-severity={problem.severity}
            key={`${problem.line}:${problem.column} ${problem.message}`}
          >
            <span className={styles.place}>{`${problem.line}:${problem.column}`}</span>
            <span>
              {placeOf(problem.event, problem.parameter)}
              {problem.message}
            </span>
          </li>
        ))}
      </ol>
      {problemCount > MOST_SHOWN ? (
        <p className={styles.muted}>{`and ${(problemCount - MOST_SHOWN).toLocaleString("en-GB")} more.`}</p>
      ) : null}
    </details>
  );
}

function placeOf(event: string | null, parameter: string | null): string {
  const names = [event, parameter].filter((name) => name !== null);
  return names.length === 0 ? "" : `${names.join(", ")}: `;
}
