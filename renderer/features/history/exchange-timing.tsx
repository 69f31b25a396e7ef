import type { ReactNode } from "react";
import type { Exchange } from "../../../shared/domain/exchange.ts";
import { FactList } from "../../ui/fact-list.tsx";
import { PhaseWaterfall } from "../../ui/phase-waterfall.tsx";
import { formatMilliseconds } from "../../ui/quantities.ts";
import { describeTls } from "./describe-tls.ts";
import styles from "./exchange-detail.module.css";

/** Where the time went and over which connection. */
export function ExchangeTiming(props: { readonly exchange: Exchange }): ReactNode {
  const { timings, reusedConnection, remoteAddress, tls, failure } = props.exchange;
  return (
    <div className={styles.timing}>
      <PhaseWaterfall reusedConnection={reusedConnection} timings={timings} />
      <FactList
        facts={[
          { name: "Total", value: formatMilliseconds(timings.total) },
          { name: "Ended in", value: failure?.phase ?? null },
          { name: "Remote address", value: remoteAddress === null ? null : <code>{remoteAddress}</code> },
          { name: "TLS", value: tls === null ? null : describeTls(tls, props.exchange.sentAt) },
        ]}
      />
    </div>
  );
}
