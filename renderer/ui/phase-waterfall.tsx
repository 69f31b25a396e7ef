import type { ReactNode } from "react";
import type { Timings } from "../../shared/domain/exchange.ts";
import { formatMilliseconds } from "./quantities.ts";
import styles from "./phase-waterfall.module.css";
import { waterfallBars } from "./waterfall-bars.ts";

/** Where the time went, phase by phase. Phases that did not take place are not shown; a reused connection is said. */
export function PhaseWaterfall(props: {
  readonly timings: Timings;
  readonly reusedConnection: boolean;
}): ReactNode {
  const bars = waterfallBars(props.timings);
  return (
    <div>
      <table aria-label="Phases of the request" className={styles.table}>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.name}>
              <th className={styles.name} scope="row">
                {bar.name}
              </th>
              <td aria-hidden="true" className={styles.track}>
                <div
                  className={styles.bar}
                  style={{ marginLeft: `${bar.start * 100}%`, width: `${bar.length * 100}%` }}
                />
              </td>
              <td className={styles.time}>{formatMilliseconds(bar.milliseconds)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {props.reusedConnection ? (
        <p className={styles.note}>The connection of an earlier request was used again.</p>
      ) : null}
    </div>
  );
}
