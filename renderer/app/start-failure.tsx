import type { ReactNode } from "react";
import type { AppError } from "../../shared/result/result.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import styles from "./shell.module.css";

/** In place of the window when its first questions were not answered. */
export function StartFailure(props: { readonly error: AppError; readonly onRetry: () => void }): ReactNode {
  return (
    <main className={styles.failure}>
      <EmptyState
        action={
          <Button onPress={props.onRetry} variant="primary">
            Try again
          </Button>
        }
        title="The console could not start"
      >
        {props.error.message} If this stays, end the console and start it again: what was sent and saved is in
        the workspace folder and is kept.
      </EmptyState>
      <p className={styles.failureCode}>{props.error.code}</p>
    </main>
  );
}
