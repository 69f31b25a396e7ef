import type { ReactNode } from "react";
import { Button } from "../../ui/button.tsx";
import styles from "./task-progress.module.css";
import type { HistoryTask } from "./use-history-task.ts";

/** How far it is, and the way to stop it; nothing while there is nothing to tell. */
export function TaskProgress(props: { readonly label: string; readonly task: HistoryTask }): ReactNode {
  const { progress, stop } = props.task;
  if (progress === null) return null;
  const { done, total } = progress;
  return (
    <div className={styles.progress}>
      <progress aria-label={props.label} max={Math.max(1, total)} value={done} />
      <span
        className={styles.count}
      >{`${done.toLocaleString("en-GB")} of ${total.toLocaleString("en-GB")}`}</span>
      <Button onPress={stop} size="small" variant="quiet">
        Stop
      </Button>
    </div>
  );
}
