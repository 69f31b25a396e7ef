import type { ReactNode } from "react";
import type { Header } from "../../shared/domain/exchange.ts";
import styles from "./header-table.module.css";

/** HTTP headers in the order and spelling they have on the wire. */
export function HeaderTable(props: {
  readonly label: string;
  readonly headers: readonly Header[];
}): ReactNode {
  if (props.headers.length === 0) return <p className={styles.none}>No headers.</p>;
  return (
    <table aria-label={props.label} className={styles.table}>
      <tbody>
        {props.headers.map(([name, value], index) => (
          // A header may occur twice with the same value; its place is its only identity.
          // oxlint-disable-next-line react/no-array-index-key
          <tr key={index}>
            <th className={styles.name} scope="row">
              {name}
            </th>
            <td className={styles.value}>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
