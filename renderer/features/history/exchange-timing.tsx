import type { ReactNode } from "react";
import type { Exchange } from "../../../shared/domain/exchange.ts";
import { FactList } from "../../ui/fact-list.tsx";
import { PaneScroll } from "../../ui/pane.tsx";
import { PhaseWaterfall } from "../../ui/phase-waterfall.tsx";
import { formatMilliseconds } from "../../ui/quantities.ts";
import { ConnectionView } from "../answer/connection-view.tsx";
import styles from "./exchange-detail.module.css";

/** Where the time went and over which connection. */
export function ExchangeTiming(props: { readonly exchange: Exchange }): ReactNode {
  const { timings, reusedConnection, failure } = props.exchange;
  return (
    <PaneScroll label="Timing">
      <div className={styles.timing}>
        <PhaseWaterfall reusedConnection={reusedConnection} timings={timings} />
        <FactList
          facts={[
            { name: "Total", value: formatMilliseconds(timings.total) },
            { name: "Ended in", value: failure?.phase ?? null },
          ]}
        />
        <ConnectionView exchange={props.exchange} />
      </div>
    </PaneScroll>
  );
}
