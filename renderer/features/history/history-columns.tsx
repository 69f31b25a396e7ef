import type { ReactNode } from "react";
import type { ExchangeSummary } from "../../../shared/domain/exchange.ts";
import { OutcomeBadge, outcomeLabel } from "../../ui/badge.tsx";
import type { GridColumn } from "../../ui/data-grid-types.ts";
import { NoteIcon, PinIcon } from "../../ui/history-icons.tsx";
import { formatMilliseconds } from "../../ui/quantities.ts";
import { API_NAMES } from "../other-api/api-names.ts";
import styles from "./history-list.module.css";
import { exactTime, listTime } from "./moments.ts";
import { shortAnswer } from "./short-answer.ts";

export type HistoryColumn = GridColumn<ExchangeSummary> & {
  /** Whether it is there before anybody chose columns. */
  readonly isUsual: boolean;
};

/** Narrower than this a time of today has no room for its milliseconds. */
const ROOM_FOR_MILLISECONDS = 98;

/** Every column there is, in the order they come. */
export const HISTORY_COLUMNS: readonly HistoryColumn[] = [
  {
    id: "time",
    name: "Time",
    width: 108,
    minWidth: 76,
    isSortable: true,
    isUsual: true,
    cell: (row, width) => (
      <time className={styles.monospace} dateTime={row.sentAt} title={exactTime(row.sentAt)}>
        {listTime(row.sentAt, new Date(), width < ROOM_FOR_MILLISECONDS)}
      </time>
    ),
  },
  {
    id: "outcome",
    name: "Outcome",
    width: 122,
    minWidth: 108,
    isUsual: true,
    cell: (row) => <OutcomeBadge outcome={row.outcome} />,
  },
  {
    id: "event",
    name: "Event",
    width: 150,
    minWidth: 88,
    grow: 4,
    isRowHeader: true,
    isUsual: true,
    cell: (row) => <EventCell row={row} />,
  },
  {
    id: "identity",
    name: "Customer",
    width: 104,
    minWidth: 66,
    grow: 3,
    isUsual: true,
    cell: (row) => <Identity row={row} />,
  },
  {
    id: "status",
    name: "HTTP",
    width: 58,
    minWidth: 50,
    isUsual: true,
    cell: (row) => row.status ?? <span className={styles.muted}>{"\u2013"}</span>,
  },
  {
    id: "took",
    name: "Took",
    width: 82,
    minWidth: 70,
    align: "end",
    isSortable: true,
    isUsual: true,
    cell: (row) => <span className={styles.number}>{formatMilliseconds(row.totalMs)}</span>,
  },
  {
    id: "answer",
    name: "Answer",
    width: 190,
    minWidth: 84,
    grow: 5,
    isUsual: true,
    cell: (row) => <Clipped isMuted>{shortAnswer(row)}</Clipped>,
  },
  {
    id: "tags",
    name: "Tags",
    width: 120,
    minWidth: 60,
    grow: 1,
    isUsual: false,
    cell: (row) => <Clipped>{row.tags.join(", ")}</Clipped>,
  },
  {
    id: "tenant",
    name: "Tenant",
    width: 120,
    minWidth: 60,
    grow: 1,
    isUsual: false,
    cell: (row) => <Clipped>{row.tenantName ?? "\u2013"}</Clipped>,
  },
  {
    id: "kind",
    name: "Kind",
    width: 90,
    minWidth: 60,
    isUsual: false,
    cell: (row) => <Clipped>{row.tenantKind ?? "\u2013"}</Clipped>,
  },
  {
    id: "api",
    name: "API",
    width: 84,
    minWidth: 60,
    isUsual: false,
    cell: (row) => <Clipped>{API_NAMES[row.api]}</Clipped>,
  },
  {
    id: "reference",
    name: "Reference",
    width: 150,
    minWidth: 70,
    isUsual: false,
    cell: (row) => <span className={styles.monospace}>{row.reference ?? "\u2013"}</span>,
  },
  {
    id: "expected",
    name: "Expected",
    width: 110,
    minWidth: 70,
    isUsual: false,
    cell: (row) => <Clipped>{row.expected === null ? "\u2013" : outcomeLabel(row.expected)}</Clipped>,
  },
  {
    id: "run",
    name: "Run",
    width: 110,
    minWidth: 60,
    isUsual: false,
    cell: (row) => <span className={styles.monospace}>{row.runId ?? "\u2013"}</span>,
  },
];

/** The box of a row, in words. */
export function rowLabel(row: ExchangeSummary): string {
  return `Select ${row.event ?? "exchange"}, ${outcomeLabel(row.outcome)}, ${exactTime(row.sentAt)}`;
}

function Clipped(props: { readonly children: string; readonly isMuted?: boolean }): ReactNode {
  return (
    <span className={props.isMuted === true ? styles.muted : styles.clipped} title={props.children}>
      {props.children}
    </span>
  );
}

/** The event, and what was put beside the exchange. */
function EventCell({ row }: { readonly row: ExchangeSummary }): ReactNode {
  return (
    <>
      <Clipped>{row.event ?? "(none)"}</Clipped>
      <span className={styles.marks}>
        {row.pinned ? <PinIcon label="Pinned" /> : null}
        {row.hasNote ? <NoteIcon label="Has a note" /> : null}
        {row.isImported ? <span className={styles.imported}>imported</span> : null}
      </span>
    </>
  );
}

function Identity({ row }: { readonly row: ExchangeSummary }): ReactNode {
  const { identity } = row;
  if (identity === null) return <span className={styles.muted}>none</span>;
  return (
    <span className={styles.monospace} title={`${identity.kind} ${identity.value}`}>
      {identity.value}
    </span>
  );
}
