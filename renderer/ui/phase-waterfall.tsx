import { Fragment, type ReactNode } from "react";
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
  // The phases that opening one would have taken come before the request is sent.
  const opening = bars.findIndex(({ name }) => name === "Send");
  return (
    <table aria-label="Phases of the request" className={styles.table}>
      <tbody>
        {bars.map((bar, index) => (
          <Fragment key={bar.name}>
            {props.reusedConnection && index === opening ? <Reused /> : null}
            <tr>
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
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

/** In the place of name, address and handshake, which took no time. */
function Reused(): ReactNode {
  return (
    <tr>
      <th className={styles.name} scope="row">
        Connect
      </th>
      <td className={styles.note}>Connection used again</td>
      <td className={styles.time}>none</td>
    </tr>
  );
}
