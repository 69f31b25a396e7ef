import { useEffect, useState, type ReactNode } from "react";
import { Button } from "../../ui/button.tsx";
import { formatMilliseconds } from "../../ui/quantities.ts";
import { RedoIcon, UndoIcon } from "../../ui/undo-icons.tsx";
import styles from "./send-bar.module.css";
import type { DraftEditor } from "./use-draft.ts";
import type { Sending } from "./use-sending.ts";

/** Most answers come sooner than this; until then the button keeps still instead of turning into Cancel and back. */
const CANCEL_AFTER_MS = 400;

/** What to do with the draft. */
export function SendBar(props: {
  readonly draft: DraftEditor;
  /** The text that resetting goes back to. */
  readonly example: string;
  readonly sending: Sending;
  /** Whether validation knows an error, which sending then tests on purpose. */
  readonly hasErrors: boolean;
  readonly shortcut: string;
}): ReactNode {
  const { draft, sending, hasErrors } = props;
  return (
    <div aria-label="Draft" className={styles.bar} role="toolbar">
      {sending.state?.kind === "running" ? (
        <Running onCancel={sending.cancel} startedAt={sending.state.startedAt} />
      ) : (
        <Button onPress={sending.send} shortcut={props.shortcut} variant="primary">
          {hasErrors ? "Send anyway" : "Send"}
        </Button>
      )}
      <Button isDisabled={!draft.canUndo} label="Undo" onPress={draft.undo} variant="quiet">
        <UndoIcon />
      </Button>
      <Button isDisabled={!draft.canRedo} label="Redo" onPress={draft.redo} variant="quiet">
        <RedoIcon />
      </Button>
      <Button
        isDisabled={draft.text === props.example}
        onPress={() => draft.edit(null, () => props.example)}
        variant="quiet"
      >
        Reset to example
      </Button>
      <span className={styles.note}>{hasErrors ? "recorded as a negative test" : ""}</span>
    </div>
  );
}

function Running(props: { readonly startedAt: number; readonly onCancel: () => void }): ReactNode {
  const elapsed = useElapsed(props.startedAt);
  if (elapsed < CANCEL_AFTER_MS) {
    return (
      <Button isPending variant="primary">
        Sending
      </Button>
    );
  }
  return (
    <Button onPress={props.onCancel} variant="secondary">
      Cancel <span className={styles.elapsed}>{formatMilliseconds(elapsed)}</span>
    </Button>
  );
}

/** Milliseconds since a moment of `performance.now()`, ten times a second. */
function useElapsed(startedAt: number): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(performance.now()), 100);
    return () => window.clearInterval(timer);
  }, []);
  return Math.max(0, now - startedAt);
}
