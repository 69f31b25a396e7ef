import { useState, type ReactNode } from "react";
import { compareHeaders } from "../../../shared/compare/compare-headers.ts";
import type { ComposedRequest } from "../../../shared/compose/types.ts";
import { wireHeaders } from "../../../shared/compose/wire-headers.ts";
import type { Exchange, Header } from "../../../shared/domain/exchange.ts";
import { useCall } from "../../host/queries.ts";
import { OutcomeBadge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { DiffView } from "../../ui/diff-view.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatCount } from "../../ui/quantities.ts";
import { clockTime } from "../compose/clock-time.ts";
import type { DraftKey } from "../compose/draft-store.ts";
import { useLastSent } from "../compose/use-last-sent.ts";
import { ExchangePicker } from "./exchange-picker.tsx";
import styles from "./request-views.module.css";

export type DifferenceTabProps = {
  readonly composed: ComposedRequest;
  readonly draftKey: DraftKey;
  /** The exchange compared with; null for the last one sent of this event. */
  readonly comparedId: string | null;
  readonly onCompare: (exchangeId: string | null) => void;
};

/** What would be sent now beside what was sent: the last time, or in any exchange of the history. */
export function DifferenceTab(props: DifferenceTabProps): ReactNode {
  const { comparedId, onCompare } = props;
  const [isChoosing, setChoosing] = useState(false);
  const lastId = useLastSent(props.draftKey)[0]?.id ?? null;
  const id = comparedId ?? lastId;
  const exchange = useCall("history.get", { id: id ?? "" }, { isEnabled: id !== null });
  const choose = <Button onPress={() => setChoosing(true)}>Choose an exchange</Button>;
  return (
    <>
      {id === null ? (
        <EmptyState action={choose} title="Nothing to compare with">
          This event has not been sent yet. It can be compared with any exchange of the history.
        </EmptyState>
      ) : exchange.error === null ? null : (
        <EmptyState action={choose} title="The exchange cannot be read">
          {exchange.error.message}
        </EmptyState>
      )}
      {id === null || exchange.data === undefined ? null : (
        <Difference
          composed={props.composed}
          exchange={exchange.data}
          isLast={id === lastId}
          key={id}
          onChoose={() => setChoosing(true)}
          onLast={() => onCompare(null)}
        />
      )}
      <ExchangePicker
        isOpen={isChoosing}
        onChoose={(chosenId) => {
          setChoosing(false);
          onCompare(chosenId);
        }}
        onClose={() => setChoosing(false)}
        title="Compare with an exchange"
      />
    </>
  );
}

function Difference(props: {
  readonly composed: ComposedRequest;
  readonly exchange: Exchange;
  readonly isLast: boolean;
  readonly onChoose: () => void;
  readonly onLast: () => void;
}): ReactNode {
  const { composed, exchange } = props;
  const [count, setCount] = useState<number | null>(null);
  return (
    <>
      <div className={styles.bar}>
        <div className={styles.compared}>
          <OutcomeBadge outcome={exchange.outcome} />
          <span className={styles.comparedText}>
            {props.isLast ? "Last sent " : `${exchange.event ?? "No event"}, `}
            <time dateTime={exchange.sentAt}>{clockTime(exchange.sentAt)}</time>
          </span>
        </div>
        <div className={styles.buttons}>
          {props.isLast ? null : (
            <Button onPress={props.onLast} size="small">
              Last sent
            </Button>
          )}
          <Button label="Choose another exchange to compare with" onPress={props.onChoose} size="small">
            Choose
          </Button>
        </div>
      </div>
      <div className={styles.barNote}>
        <output>{count === null ? "" : differenceText(count)}</output>
        <HeadDifferences composed={composed} exchange={exchange} />
      </div>
      <DiffView
        after={composed.text}
        before={exchange.request.text}
        label="Difference of the request bodies"
        onDifferences={setCount}
      />
    </>
  );
}

function differenceText(count: number): string {
  if (count === 0) return "The bodies are the same.";
  return `The bodies differ at ${formatCount(count, "place", "places")}. What went stands above what came.`;
}

/** Address and headers, only where they differ. */
function HeadDifferences(props: {
  readonly composed: ComposedRequest;
  readonly exchange: Exchange;
}): ReactNode {
  const { composed, exchange } = props;
  const rows = compareHeaders("headers", ownHeaders(exchange.request.headers), ownHeaders(composed.headers));
  const sentences = [
    ...(composed.url === exchange.request.url ? [] : [`The address was ${exchange.request.url}.`]),
    ...rows.filter(({ kind }) => kind !== "same").map(headerSentence),
  ];
  if (sentences.length === 0) return null;
  return (
    <ul>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function headerSentence(row: ReturnType<typeof compareHeaders>[number]): string {
  if (row.left === null) return `The header ${row.name} was not there.`;
  if (row.right === null) return `The header ${row.name} was there: ${row.left}.`;
  return `The header ${row.name} was ${row.left}.`;
}

/** Without those that the transport makes from the address and the body. */
function ownHeaders(headers: readonly Header[]): readonly Header[] {
  const made = new Set(wireHeaders("", [], 0).map(([name]) => name.toLowerCase()));
  return headers.filter(([name]) => !made.has(name.toLowerCase()));
}
