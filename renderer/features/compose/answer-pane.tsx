import { memo, type ReactNode } from "react";
import type { Exchange } from "../../../shared/domain/exchange.ts";
import { useCall } from "../../host/queries.ts";
import { OutcomeBadge } from "../../ui/badge.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Pane, PaneScroll } from "../../ui/pane.tsx";
import styles from "./answer-pane.module.css";
import { AnswerView } from "./answer-view.tsx";
import type { DraftKey } from "./draft-store.ts";
import { LastSent } from "./last-sent.tsx";
import type { SendState } from "./send-store.ts";

/** What came of the last send, or of an earlier one that was chosen. */
export const AnswerPane = memo(function AnswerPane(props: {
  readonly draft: DraftKey;
  readonly send: SendState | null;
  /** The earlier exchange chosen; null for the last send. */
  readonly chosenId: string | null;
  readonly onChoose: (exchangeId: string) => void;
}): ReactNode {
  const { send, chosenId } = props;
  const chosen = useCall("history.get", { id: chosenId ?? "" }, { isEnabled: chosenId !== null });
  const sent = send?.kind === "answered" ? send.exchange : null;
  const exchange = chosenId === null ? sent : (chosen.data ?? null);
  const problem = chosenId === null ? sendProblem(send) : (chosen.error?.message ?? null);
  const isRunning = chosenId === null && send?.kind === "running";
  return (
    <Pane label="Answer">
      <output className={styles.outcome}>
        {isRunning ? <span className={styles.quiet}>Sending</span> : <Outcome exchange={exchange} />}
        {exchange === null && problem === null && !isRunning && chosenId === null ? (
          <span className={styles.quiet}>The answer appears here once the event is sent.</span>
        ) : null}
      </output>
      <PaneScroll label="Details of the answer">
        {problem === null ? null : <Notice severity="danger">{problem}</Notice>}
        {exchange === null || isRunning ? null : <AnswerView exchange={exchange} key={exchange.id} />}
        <LastSent draft={props.draft} onShow={props.onChoose} shownId={exchange?.id ?? null} />
      </PaneScroll>
    </Pane>
  );
});

function Outcome({ exchange }: { readonly exchange: Exchange | null }): ReactNode {
  if (exchange === null) return null;
  return (
    <>
      <OutcomeBadge hasDot outcome={exchange.outcome} />
      <span className={styles.message}>{exchange.message}</span>
    </>
  );
}

function sendProblem(send: SendState | null): string | null {
  return send?.kind === "failed" ? send.error.message : null;
}
