import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import type { ApprovalRequired } from "../../../shared/contract/guard-calls.ts";
import type { Result } from "../../../shared/result/result.ts";
import { useHost } from "../../host/host-context.tsx";
import type { Host } from "../../host/host.ts";
import styles from "./approve-dialog.module.css";

/**
 * A button that approves by being held, with the pointer or with a key. Core measures the time from its own challenge to the
 * approval; here it is only waited for.
 */
export function HoldButton(props: {
  readonly required: ApprovalRequired;
  readonly onApproved: () => void;
  readonly onProblem: (message: string | null) => void;
  readonly children: ReactNode;
}): ReactNode {
  const host = useHost();
  const [isHeld, setHeld] = useState(false);
  const stop = useRef<(() => void) | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  useEffect(() => () => stop.current?.(), []);

  function begin(): void {
    if (stop.current !== null) return;
    setHeld(true);
    props.onProblem(null);
    stop.current = holdChallenge(host, props.required, (problem) => {
      end();
      if (problem === null) props.onApproved();
      else props.onProblem(problem);
    });
  }
  function end(): void {
    stop.current?.();
    stop.current = null;
    setHeld(false);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== " " && event.key !== "Enter") return;
    event.preventDefault();
    if (!event.repeat) begin();
  }
  return (
    <button
      className={styles.hold}
      data-held={isHeld || undefined}
      onBlur={end}
      onKeyDown={onKeyDown}
      onKeyUp={end}
      onPointerCancel={end}
      onPointerDown={begin}
      onPointerLeave={end}
      onPointerUp={end}
      ref={button}
      type="button"
    >
      {props.children}
      <span aria-hidden className={styles.fill} />
    </button>
  );
}

/** Asks for a challenge and answers it when its time is over. Answers the way to let go before. */
function holdChallenge(
  host: Host,
  required: ApprovalRequired,
  onEnd: (problem: string | null) => void,
): () => void {
  const letGo = new AbortController();
  void answerChallenge(host, required, letGo.signal).then((result) => {
    if (!letGo.signal.aborted) onEnd(result.ok ? null : result.error.message);
    return undefined;
  });
  return () => letGo.abort();
}

async function answerChallenge(
  host: Host,
  { tenantId, run }: ApprovalRequired,
  letGo: AbortSignal,
): Promise<Result<unknown>> {
  const asked = await host.call("guard.request", { tenantId, run });
  if (!asked.ok) return asked;
  const { challengeId, holdMilliseconds } = asked.value;
  await new Promise((resolve) => {
    window.setTimeout(resolve, holdMilliseconds);
  });
  return letGo.aborted ? asked : host.call("guard.approve", { challengeId, typedName: null });
}
