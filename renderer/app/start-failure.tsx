import type { ReactNode } from "react";
import type { AppError } from "../../shared/result/result.ts";
import { Button } from "../ui/button.tsx";
import styles from "./start-failure.module.css";

/** In place of the window when its first questions were not answered. */
export function StartFailure(props: { readonly error: AppError; readonly onRetry: () => void }): ReactNode {
  return (
    <main className={styles.failure}>
      <h1 className={styles.title}>The console cannot be shown</h1>
      <p className={styles.text}>{props.error.message}</p>
      <p className={styles.text}>What was sent and saved is in the workspace folder and stays there.</p>
      <Button onPress={props.onRetry} variant="primary">
        Try again
      </Button>
      <p className={styles.code}>{props.error.code}</p>
    </main>
  );
}
