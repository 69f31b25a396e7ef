import { memo, useState, type ReactNode } from "react";
import { isCounted } from "../../../shared/compare/comparison-markdown.ts";
import type { ComparedRow, ComparedSection, DifferenceKind } from "../../../shared/compare/types.ts";
import { Button } from "../../ui/button.tsx";
import { classNames } from "../../ui/class-names.ts";
import { splitValue } from "./changed-span.ts";
import styles from "./comparison.module.css";

/** More rows of a section are drawn when they are asked for. */
const MOST_ROWS = 500;

const KIND_WORDS = {
  same: "",
  changed: "changed",
  written: "written otherwise",
  moved: "in another order",
  added: "only on the right",
  removed: "only on the left",
} as const satisfies Record<DifferenceKind, string>;

/** The rows of a comparison by part, both sides beside each other. Those that count carry `data-difference`. */
export const ComparisonRows = memo(function ComparisonRows(props: {
  readonly sections: readonly ComparedSection[];
  readonly titles: { readonly left: string; readonly right: string };
  readonly onlyDifferences: boolean;
  readonly onIgnore: (address: string) => void;
}): ReactNode {
  const shown = props.sections
    .map((section) => ({
      section,
      rows: props.onlyDifferences ? section.rows.filter(isCounted) : section.rows,
    }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <table aria-label="Comparison" className={styles.table}>
      <thead>
        <tr>
          <th className={styles.name} scope="col">
            What
          </th>
          <th scope="col">{props.titles.left}</th>
          <th scope="col">{props.titles.right}</th>
        </tr>
      </thead>
      {shown.map(({ section, rows }) => (
        <Section key={section.part} onIgnore={props.onIgnore} rows={rows} title={section.title} />
      ))}
    </table>
  );
});

function Section(props: {
  readonly title: string;
  readonly rows: readonly ComparedRow[];
  readonly onIgnore: (address: string) => void;
}): ReactNode {
  const [isWhole, setWhole] = useState(false);
  const { rows } = props;
  const drawn = isWhole ? rows : rows.slice(0, MOST_ROWS);
  return (
    <tbody>
      <tr>
        <th className={styles.section} colSpan={3} scope="rowgroup">
          {props.title}
        </th>
      </tr>
      {drawn.map((row, index) => (
        // Several rows of a body can have one address, where members have one name.
        // oxlint-disable-next-line react/no-array-index-key
        <Row key={`${row.address} ${index}`} onIgnore={props.onIgnore} row={row} />
      ))}
      {drawn.length === rows.length ? null : (
        <tr>
          <td colSpan={3}>
            <Button onPress={() => setWhole(true)} size="small">
              {`Show ${(rows.length - drawn.length).toLocaleString("en-GB")} more`}
            </Button>
          </td>
        </tr>
      )}
    </tbody>
  );
}

function Row(props: { readonly row: ComparedRow; readonly onIgnore: (address: string) => void }): ReactNode {
  const { row } = props;
  const counts = isCounted(row);
  return (
    <tr
      {...(counts ? { "data-difference": "" } : {})}
      className={classNames(styles.row, counts && styles[row.kind], row.ignoredBy !== null && styles.ignored)}
      tabIndex={-1}
    >
      <th className={styles.name} scope="row">
        <span className={styles.path}>{row.name}</span>
        {row.kind === "same" ? null : (
          <span className={styles.kind}>
            {row.ignoredBy === null ? KIND_WORDS[row.kind] : `ignored: ${row.ignoredBy}`}
          </span>
        )}
        {counts ? (
          <button
            aria-label={`Ignore ${row.name}`}
            className={styles.ignore}
            onClick={() => props.onIgnore(row.address)}
            type="button"
          >
            Ignore
          </button>
        ) : null}
      </th>
      <Value other={row.right} value={row.left} />
      <Value other={row.left} value={row.right} />
    </tr>
  );
}

function Value(props: { readonly value: string | null; readonly other: string | null }): ReactNode {
  const { value, other } = props;
  if (value === null) return <td className={styles.absent}>absent</td>;
  if (value === "") return <td className={styles.absent}>empty</td>;
  if (value === other) {
    return (
      <td>
        <code className={styles.value}>{value}</code>
      </td>
    );
  }
  const { start, middle, end } = splitValue(value, other);
  return (
    <td>
      <code className={styles.value}>
        {start}
        {middle === "" ? null : <mark className={styles.mark}>{middle}</mark>}
        {end}
      </code>
    </td>
  );
}
