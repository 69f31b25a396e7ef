import { useState, type KeyboardEvent, type ReactNode } from "react";
import type { Exchange } from "../../../shared/domain/exchange.ts";
import type { Annotation } from "../../../shared/domain/history.ts";
import { useHost } from "../../host/host-context.tsx";
import { useCall } from "../../host/queries.ts";
import { OutcomeBadge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PinIcon } from "../../ui/history-icons.tsx";
import { CrossIcon } from "../../ui/icons.tsx";
import { Pane } from "../../ui/pane.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { showToast } from "../../ui/toast.tsx";
import { ToggleButton } from "../../ui/toggle-button.tsx";
import type { Compared } from "../compare/exchange-comparison.tsx";
import { ExchangeActions } from "./exchange-actions.tsx";
import styles from "./exchange-detail.module.css";
import { ExchangeFindings } from "./exchange-findings.tsx";
import { ExchangeNotes } from "./exchange-notes.tsx";
import { ExchangeOverview } from "./exchange-overview.tsx";
import { ExchangeRequest } from "./exchange-request.tsx";
import { ExchangeResponse } from "./exchange-response.tsx";
import { ExchangeTiming } from "./exchange-timing.tsx";
import { useExchange } from "./queries.ts";
import { ResentLine } from "./resent-line.tsx";
import { useResend } from "./use-resend.ts";

type TabId = "overview" | "request" | "response" | "timing" | "findings" | "notes";

export type ExchangeDetailProps = {
  readonly id: string;
  readonly onClose: () => void;
  readonly onCompare: (compared: Compared) => void;
  /** The next exchange that is chosen in the list is to be compared with this one. */
  readonly onPickOther: (id: string) => void;
};

/** One exchange, read. Escape closes it. */
export function ExchangeDetail(props: ExchangeDetailProps): ReactNode {
  const { data, error } = useExchange(props.id);
  const [tab, setTab] = useState<TabId>("overview");
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !event.defaultPrevented) props.onClose();
  };
  return (
    // Escape works wherever the focus is inside; every control in here keeps its own keys.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.detail} onKeyDown={onKeyDown}>
      <Pane label="Exchange">
        {error === null ? null : (
          <EmptyState
            action={<Button onPress={props.onClose}>Close</Button>}
            title="The exchange could not be read"
          >
            {error.error.message}
          </EmptyState>
        )}
        {data === undefined || error !== null ? null : (
          <Opened {...props} exchange={data} onSelectTab={setTab} tab={tab} />
        )}
      </Pane>
    </div>
  );
}

type OpenedProps = ExchangeDetailProps & {
  readonly exchange: Exchange;
  readonly tab: TabId;
  readonly onSelectTab: (tab: TabId) => void;
};

function Opened(props: OpenedProps): ReactNode {
  const { exchange } = props;
  const annotation = useCall("history.annotation", { id: exchange.id }).data;
  const resending = useResend(exchange);
  return (
    <>
      <header className={styles.header}>
        <OutcomeBadge hasDot outcome={exchange.outcome} />
        <h2 className={styles.event} title={exchange.event ?? ""}>
          {exchange.event ?? "(no event)"}
        </h2>
        <div className={styles.actions}>
          {annotation === undefined ? null : <Pin annotation={annotation} id={exchange.id} />}
          <ExchangeActions
            exchange={exchange}
            onCompare={props.onCompare}
            onPickOther={props.onPickOther}
            onResend={resending.resend}
          />
          <Button label="Close the exchange" onPress={props.onClose} size="small" variant="quiet">
            <CrossIcon />
          </Button>
        </div>
      </header>
      {resending.resent === null ? null : (
        <ResentLine
          of={exchange.id}
          onCompare={props.onCompare}
          onDismiss={resending.dismiss}
          resent={resending.resent}
        />
      )}
      <DetailTabs {...props} annotation={annotation} />
    </>
  );
}

function DetailTabs(props: OpenedProps & { readonly annotation: Annotation | undefined }): ReactNode {
  const { exchange, annotation } = props;
  const noted = annotation === undefined ? 0 : (annotation.note === "" ? 0 : 1) + annotation.tags.length;
  return (
    <Tabs
      label="Parts of the exchange"
      onSelect={props.onSelectTab}
      selected={props.tab}
      tabs={[
        {
          id: "overview",
          label: "Overview",
          content: (
            <ExchangeOverview exchange={exchange} onShowFindings={() => props.onSelectTab("findings")} />
          ),
        },
        { id: "request", label: "Request", content: <ExchangeRequest exchange={exchange} /> },
        { id: "response", label: "Response", content: <ExchangeResponse exchange={exchange} /> },
        { id: "timing", label: "Timing", content: <ExchangeTiming exchange={exchange} /> },
        {
          id: "findings",
          label: "Findings",
          count: exchange.findings.length,
          content: <ExchangeFindings findings={exchange.findings} />,
        },
        {
          id: "notes",
          label: "Notes",
          count: noted,
          content:
            annotation === undefined ? null : <ExchangeNotes annotation={annotation} id={exchange.id} />,
        },
      ]}
    />
  );
}

function Pin(props: { readonly id: string; readonly annotation: Annotation }): ReactNode {
  const host = useHost();
  const { pinned } = props.annotation;
  const change = async (isPinned: boolean) => {
    const result = await host.call("history.annotate", { ids: [props.id], pinned: isPinned });
    if (!result.ok) showToast({ tone: "failed", title: "Not pinned", text: result.error.message });
  };
  return (
    <ToggleButton isOn={pinned} label="Pin" onChange={(isPinned) => void change(isPinned)}>
      <PinIcon />
    </ToggleButton>
  );
}
