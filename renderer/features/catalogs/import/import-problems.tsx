import type { ReactNode } from "react";
import type { CatalogImportResult } from "../../../../shared/catalog-import/types.ts";
import { SEVERITY_ORDER, SEVERITY_WORDS } from "../severities.ts";
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
      <summary>
        {`${formatCount(problemCount, "problem", "problems")} while reading${severityCounts(props.result)}`}
      </summary>
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
            <span className={styles.severity}>{SEVERITY_WORDS[problem.severity].one}</span>
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

/** `: 2 errors, 1 warning`, of those that are listed. */
function severityCounts({ problems, problemCount }: CatalogImportResult): string {
  const counts = SEVERITY_ORDER.map((severity) => ({
    severity,
    count: problems.filter((problem) => problem.severity === severity).length,
  })).filter(({ count }) => count > 0);
  const said = counts.map(({ severity, count }) => {
    const { one, many } = SEVERITY_WORDS[severity];
    return formatCount(count, one, many);
  });
  const isAll = problems.length === problemCount;
  const among = isAll ? "" : `of the first ${problems.length.toLocaleString("en-GB")} `;
  return said.length === 0 ? "" : `: ${among}${said.join(", ")}`;
}

function placeOf(event: string | null, parameter: string | null): string {
  const names = [event, parameter].filter((name) => name !== null);
  return names.length === 0 ? "" : `${names.join(", ")}: `;
}
