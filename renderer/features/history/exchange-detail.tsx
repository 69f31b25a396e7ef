import { useState, type KeyboardEvent, type ReactNode } from "react";
import type { Exchange } from "../../../shared/domain/exchange.ts";
import { OutcomeBadge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { CrossIcon } from "../../ui/icons.tsx";
import { Pane, PaneHeader } from "../../ui/pane.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import styles from "./exchange-detail.module.css";
import { ExchangeOverview } from "./exchange-overview.tsx";
import { ExchangeRequest } from "./exchange-request.tsx";
import { ExchangeResponse } from "./exchange-response.tsx";
import { ExchangeTiming } from "./exchange-timing.tsx";
import { useExchange } from "./queries.ts";

type TabId = "overview" | "request" | "response" | "timing";

/** One exchange, read. Escape closes it. */
export function ExchangeDetail(props: { readonly id: string; readonly onClose: () => void }): ReactNode {
  const { data, error } = useExchange(props.id);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") props.onClose();
  };
  return (
    // Escape works wherever the focus is inside; every control in here keeps its own keys.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.detail} onKeyDown={onKeyDown}>
      <Pane label="Exchange">
        {error === null ? null : (
          <EmptyState title="The exchange could not be read">{error.error.message}</EmptyState>
        )}
        {data === undefined || error !== null ? null : <Opened exchange={data} onClose={props.onClose} />}
      </Pane>
    </div>
  );
}

function Opened(props: { readonly exchange: Exchange; readonly onClose: () => void }): ReactNode {
  const { exchange, onClose } = props;
  const [tab, setTab] = useState<TabId>("overview");
  const close = (
    <Button label="Close the exchange" onPress={onClose} size="small" variant="quiet">
      <CrossIcon />
    </Button>
  );
  return (
    <>
      <PaneHeader trailing={close}>
        <OutcomeBadge hasDot outcome={exchange.outcome} />
        <h2 className={styles.event}>{exchange.event ?? "(no event)"}</h2>
      </PaneHeader>
      <Tabs
        label="Parts of the exchange"
        onSelect={setTab}
        selected={tab}
        tabs={[
          { id: "overview", label: "Overview", content: <ExchangeOverview exchange={exchange} /> },
          { id: "request", label: "Request", content: <ExchangeRequest exchange={exchange} /> },
          { id: "response", label: "Response", content: <ExchangeResponse exchange={exchange} /> },
          { id: "timing", label: "Timing", content: <ExchangeTiming exchange={exchange} /> },
        ]}
      />
    </>
  );
}
