import type { ReactNode } from "react";
import type { ExchangeSummary } from "../../../shared/domain/exchange.ts";
import { OutcomeBadge, outcomeLabel } from "../../ui/badge.tsx";
import type { DataColumn } from "../../ui/data-table.tsx";
import { formatMilliseconds } from "../../ui/quantities.ts";
import { TickBox } from "../../ui/tick-box.tsx";
import styles from "./history-screen.module.css";
import { exactTime, listTime } from "./moments.ts";
import { shortAnswer } from "./short-answer.ts";
import { useTicks } from "./tick-context.tsx";

/** The columns of the history list. */
export const HISTORY_COLUMNS: readonly DataColumn<ExchangeSummary>[] = [
  {
    id: "tick",
    name: "Select",
    width: 36,
    header: <TickAll />,
    cell: (row) => <TickRow row={row} />,
  },
  {
    id: "time",
    name: "Time",
    width: 114,
    cell: (row) => <span className={styles.monospace}>{listTime(row.sentAt, new Date())}</span>,
  },
  { id: "outcome", name: "Outcome", width: 124, cell: (row) => <OutcomeBadge outcome={row.outcome} /> },
  {
    id: "event",
    name: "Event",
    width: "4fr",
    minWidth: 120,
    isRowHeader: true,
    cell: (row) => <Clipped>{row.event ?? "(none)"}</Clipped>,
  },
  {
    id: "identity",
    name: "Identity",
    width: "3fr",
    minWidth: 92,
    cell: (row) => <Identity row={row} />,
  },
  { id: "status", name: "HTTP", width: 58, showFrom: 620, cell: (row) => row.status ?? "\u2013" },
  {
    id: "took",
    name: "Took",
    width: 82,
    showFrom: 620,
    align: "end",
    cell: (row) => <span className={styles.number}>{formatMilliseconds(row.totalMs)}</span>,
  },
  {
    id: "answer",
    name: "Answer",
    width: "5fr",
    minWidth: 140,
    showFrom: 760,
    cell: (row) => <Clipped isMuted>{shortAnswer(row)}</Clipped>,
  },
];

function Clipped(props: { readonly children: string; readonly isMuted?: boolean }): ReactNode {
  return (
    <span className={props.isMuted === true ? styles.muted : styles.clipped} title={props.children}>
      {props.children}
    </span>
  );
}

function Identity(props: { readonly row: ExchangeSummary }): ReactNode {
  const { identity } = props.row;
  if (identity === null) return <span className={styles.muted}>none</span>;
  return (
    <span className={styles.monospace} title={`${identity.kind} ${identity.value}`}>
      {identity.value}
    </span>
  );
}

function TickRow(props: { readonly row: ExchangeSummary }): ReactNode {
  const { ticks, tick } = useTicks();
  const { row } = props;
  const label = `Select ${row.event ?? "exchange"}, ${outcomeLabel(row.outcome)}, ${exactTime(row.sentAt)}`;
  return (
    <TickBox isTicked={ticks.ids.has(row.id)} label={label} onTick={(isRange) => tick(row.id, isRange)} />
  );
}

function TickAll(): ReactNode {
  const { ticks, tickAll, order } = useTicks();
  const isEverything = order.length > 0 && order.every((id) => ticks.ids.has(id));
  return (
    <TickBox
      isPartly={ticks.ids.size > 0}
      isTicked={isEverything}
      label="Select all loaded exchanges"
      onTick={tickAll}
    />
  );
}
