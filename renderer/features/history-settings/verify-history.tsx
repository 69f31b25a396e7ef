import { useState, type ReactNode } from "react";
import type { Verification } from "../../../shared/domain/history.ts";
import type { AppError } from "../../../shared/result/result.ts";
import { useAsked } from "../../app/use-asked.ts";
import { useHost } from "../../host/host-context.tsx";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { classNames } from "../../ui/class-names.ts";
import { TaskProgress } from "../history/task-progress.tsx";
import { useHistoryTask } from "../history/use-history-task.ts";
import styles from "./history-settings.module.css";
import { verificationWords } from "./verification-words.ts";

type State =
  | { readonly kind: "idle" }
  | { readonly kind: "running" }
  | { readonly kind: "done"; readonly verification: Verification }
  | { readonly kind: "failed"; readonly error: AppError };

/** Looks through the whole chain of evidence and says in words what it found. */
export function VerifyHistory(): ReactNode {
  const host = useHost();
  const [state, setState] = useState<State>({ kind: "idle" });
  const task = useHistoryTask();
  const verify = async () => {
    setState({ kind: "running" });
    const result = await task.run((taskId) => host.call("history.verify", { taskId }));
    setState(
      result.ok ? { kind: "done", verification: result.value } : { kind: "failed", error: result.error },
    );
  };
  useAsked({ "history.verify": () => void verify() });
  return (
    <>
      <p className={styles.text}>
        Every exchange is sealed together with the one before it. Verifying finds each one that was changed,
        put in or taken out behind the console's back, and lists what was deleted with it.
      </p>
      <div className={styles.actions}>
        <Button isPending={state.kind === "running"} onPress={() => void verify()}>
          Verify the history
        </Button>
        <TaskProgress label="Verified" task={task} />
      </div>
      <output className={styles.result}>
        {state.kind === "failed" ? <p className={styles.bad}>{state.error.message}</p> : null}
        {state.kind === "done" ? <Found verification={state.verification} /> : null}
      </output>
    </>
  );
}

function Found({ verification }: { readonly verification: Verification }): ReactNode {
  const { verdict, details } = verificationWords(verification);
  const { head, state } = verification;
  return (
    <>
      <p className={classNames(state === "broken" ? styles.bad : styles.good)}>{verdict}</p>
      {details.map((detail) => (
        <p key={detail}>{detail}</p>
      ))}
      {head === null ? null : (
        <p>
          The newest seal is <code className={styles.seal}>{head}</code>. Written down elsewhere, it proves
          later that nothing was cut off. <CopyButton text={() => head}>Copy the seal</CopyButton>
        </p>
      )}
    </>
  );
}
