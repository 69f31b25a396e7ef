import type { ReactNode } from "react";
import {
  COLUMN_ROLES,
  ROLE_TITLES,
  type ColumnRole,
} from "../../../../shared/catalog-import/tables/columns.ts";
import type { ImportTable } from "../../../../shared/catalog-import/types.ts";
import { formatCount } from "../../../ui/quantities.ts";
import { Select } from "../../../ui/select.tsx";
import { ImportOption } from "./import-option.tsx";
import styles from "./import.module.css";

const PASSED_OVER = "none";

const OPTIONS = [
  { value: PASSED_OVER, label: "Pass over" },
  ...COLUMN_ROLES.map((role) => ({ value: role, label: ROLE_TITLES[role] })),
] as const;

/** Sample rows shown under the headings. */
const SAMPLE_ROWS = 3;

/** Which column of a table means what, to be looked at and corrected. */
export function ImportTables(props: {
  readonly tables: readonly ImportTable[];
  readonly onMapping: (table: number, mapping: readonly (ColumnRole | null)[]) => void;
  readonly onFirstRowIsData: (table: number, isData: boolean) => void;
}): ReactNode {
  return props.tables.map((table, index) => (
    <details className={styles.table} key={`${table.line} ${table.title}`} open={props.tables.length === 1}>
      <summary>
        {`Columns of ${table.title === "" ? "the table" : `"${table.title}"`} in line ${table.line}, ${formatCount(table.rowCount, "row", "rows")}`}
      </summary>
      <ImportOption
        isOn={table.isFirstRowData}
        label="The first row is data"
        onChange={(isData) => props.onFirstRowIsData(index, isData)}
      />
      <div className={styles.tableScroll}>
        <table aria-label={`Columns of the table in line ${table.line}`}>
          <thead>
            <tr>
              {table.headers.map((header, column) => (
                // oxlint-disable-next-line react/no-array-index-key -- Headings may be equal; a column is its place.
                <th key={column} scope="col">
                  <span className={styles.header}>{header}</span>
                  <Select
                    isLabelHidden
                    label={`Meaning of column ${header === "" ? column + 1 : header}`}
                    onChange={(value) =>
                      props.onMapping(index, table.mapping.with(column, value === PASSED_OVER ? null : value))
                    }
                    options={OPTIONS}
                    value={table.mapping[column] ?? PASSED_OVER}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.sample.slice(0, SAMPLE_ROWS).map((row, rowIndex) => (
              // oxlint-disable-next-line react/no-array-index-key -- Rows of a sample never move.
              <tr key={rowIndex}>
                {table.headers.map((_header, column) => (
                  // oxlint-disable-next-line react/no-array-index-key -- A column is its place.
                  <td key={column}>{row[column] ?? ""}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  ));
}
