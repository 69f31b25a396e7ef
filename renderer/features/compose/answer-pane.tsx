import { memo, useEffect, useRef, type ReactNode } from "react";
import type { Exchange } from "../../../shared/domain/exchange.ts";
import { useCall } from "../../host/queries.ts";
import { OutcomeBadge } from "../../ui/badge.tsx";
import { Pane, PaneScroll } from "../../ui/pane.tsx";
import { AnswerActions } from "../answer/answer-actions.tsx";
import styles from "./answer-pane.module.css";
import { AnswerView } from "./answer-view.tsx";
import type { DraftKey } from "./draft-store.ts";
import { LastSent } from "./last-sent.tsx";
import type { SendState } from "./send-store.ts";
import { useKeptHeight } from "./use-kept-height.ts";

/** What came of the last send, or of an earlier one that was chosen. */
export const AnswerPane = memo(function AnswerPane(props: {
  readonly draft: DraftKey;
  readonly send: SendState | null;
  /** The earlier exchange chosen; null for the last send. */
  readonly chosenId: string | null;
  readonly onChoose: (exchangeId: string) => void;
  readonly onResend: (exchange: Exchange) => void;
  readonly onEdit: (exchange: Exchange) => void;
  readonly onCompare: (exchangeId: string) => void;
}): ReactNode {
  const { send, chosenId } = props;
  const chosen = useCall("history.get", { id: chosenId ?? "" }, { isEnabled: chosenId !== null });
  const shown = chosenId === null ? shownOfSend(send) : { exchange: chosen.data ?? null, isPast: false };
  const problem = chosenId === null ? sendProblem(send) : (chosen.error?.message ?? null);
  const isRunning = chosenId === null && send?.kind === "running";
  const isLoading = chosenId !== null && chosen.isPending;
  const line = useRef<HTMLOutputElement>(null);
  // An answer comes so soon that what is below must not go up and down for it.
  const height = useKeptHeight(line, !isRunning);
  // At a large size in a small window it may be beside what is shown.
  useEffect(() => {
    if (isRunning) line.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [isRunning]);
  return (
    <Pane label="Answer">
      <output className={styles.outcome} ref={line} style={isRunning ? { minHeight: height } : undefined}>
        {isLoading ? null : <OutcomeLine exchange={shown.exchange} isRunning={isRunning} problem={problem} />}
      </output>
      <PaneScroll label="Details of the answer">
        {shown.exchange === null ? null : (
          <div aria-busy={shown.isPast}>
            <AnswerView
              actions={
                <AnswerActions
                  exchange={shown.exchange}
                  isSending={send?.kind === "running"}
                  onCompare={props.onCompare}
                  onEdit={props.onEdit}
                  onResend={props.onResend}
                />
              }
              exchange={shown.exchange}
            />
          </div>
        )}
        <LastSent draft={props.draft} onShow={props.onChoose} shownId={shown.exchange?.id ?? null} />
      </PaneScroll>
    </Pane>
  );
});

/** The answer, or while there is none yet the one before: most come so soon that an empty pane would only flicker. */
function shownOfSend(send: SendState | null): {
  readonly exchange: Exchange | null;
  readonly isPast: boolean;
} {
  if (send?.kind === "answered") return { exchange: send.exchange, isPast: false };
  return { exchange: send?.kind === "running" ? send.previous : null, isPast: true };
}

/** One line that says what came of it; read out when it changes. */
function OutcomeLine(props: {
  readonly exchange: Exchange | null;
  readonly isRunning: boolean;
  readonly problem: string | null;
}): ReactNode {
  const { exchange, isRunning, problem } = props;
  if (isRunning) {
    const text = exchange === null ? "Sending" : "Sending. Below is still the answer before.";
    return <span className={styles.quiet}>{text}</span>;
  }
  if (problem !== null) return <span className={styles.problem}>{problem}</span>;
  if (exchange === null) {
    return <span className={styles.quiet}>The answer appears here once the event is sent.</span>;
  }
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
