import { useEffect, useRef, useState, type ReactNode } from "react";
import { useActions } from "../../app/actions-context.tsx";
import { isInUse } from "../../app/platform.ts";
import { useWorkspace } from "../../app/workspace-context.tsx";
import { Button } from "../../ui/button.tsx";
import { MoreIcon } from "../../ui/icons.tsx";
import { MenuButton, type MenuEntry } from "../../ui/menu-button.tsx";
import { formatMilliseconds } from "../../ui/quantities.ts";
import { RedoIcon, UndoIcon } from "../../ui/undo-icons.tsx";
import styles from "./send-bar.module.css";
import type { DraftEditor } from "./use-draft.ts";
import type { Sending } from "./use-sending.ts";

/** Most answers come sooner than this; until then the button keeps still, words and all, instead of turning into Cancel and back. */
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
  /** More to do with the draft. */
  readonly children: ReactNode;
}): ReactNode {
  const { draft, sending, hasErrors } = props;
  return (
    <div aria-label="Draft" className={styles.bar} role="toolbar">
      <div className={styles.line}>
        <SendButton hasErrors={hasErrors} sending={sending} shortcut={props.shortcut} />
        {props.children}
        <span className={styles.steps}>
          <Button isDisabled={!draft.canUndo} label="Undo" onPress={draft.undo} variant="quiet">
            <UndoIcon />
          </Button>
          <Button isDisabled={!draft.canRedo} label="Redo" onPress={draft.redo} variant="quiet">
            <RedoIcon />
          </Button>
        </span>
        <DraftMenu draft={draft} example={props.example} />
        {hasErrors ? <span className={styles.note}>recorded as a negative test</span> : null}
      </div>
    </div>
  );
}

type DraftAction = "undo" | "redo" | "reset";

/** What is seldom done, and what a narrow line has no room for. */
function DraftMenu(props: { readonly draft: DraftEditor; readonly example: string }): ReactNode {
  const { draft, example } = props;
  const entries: readonly MenuEntry<DraftAction>[] = [
    { id: "undo", label: "Undo", isDisabled: !draft.canUndo },
    { id: "redo", label: "Redo", isDisabled: !draft.canRedo },
    { id: "reset", label: "Reset to example", isDisabled: draft.text === example, startsGroup: true },
  ];
  const acts: Readonly<Record<DraftAction, () => void>> = {
    undo: draft.undo,
    redo: draft.redo,
    reset: () => draft.edit(null, () => example),
  };
  const shown = useRef<HTMLSpanElement>(null);
  useActions({
    "draft.reset"() {
      if (!isInUse(shown.current) || draft.text === example) return false;
      acts.reset();
      return true;
    },
  });
  return (
    <span ref={shown}>
      <MenuButton entries={entries} label="Draft: more" onAction={(id) => acts[id]()} variant="quiet">
        <MoreIcon />
      </MenuButton>
    </span>
  );
}

/** Sends, and cancels what it sent while that runs: one button, so that the focus stays on it. */
function SendButton(props: {
  readonly sending: Sending;
  readonly hasErrors: boolean;
  readonly shortcut: string;
}): ReactNode {
  const { sending } = props;
  const { tenant, isProduction } = useWorkspace();
  const productionName = isProduction ? (tenant?.name ?? null) : null;
  const startedAt = sending.state?.kind === "running" ? sending.state.startedAt : null;
  const elapsed = useElapsed(startedAt);
  const isCancel = elapsed !== null && elapsed >= CANCEL_AFTER_MS;
  return (
    <Button
      {...(isCancel ? {} : { shortcut: props.shortcut })}
      isPending={elapsed !== null && !isCancel}
      onPress={isCancel ? sending.cancel : sending.send}
      variant={isCancel ? "secondary" : "primary"}
    >
      {isCancel ? (
        <>
          Cancel <span className={styles.elapsed}>{formatMilliseconds(elapsed)}</span>
        </>
      ) : (
        sendLabel(props.hasErrors, productionName)
      )}
    </Button>
  );
}

/** Production is named, so that nobody takes it for another tenant. */
function sendLabel(hasErrors: boolean, productionName: string | null): string {
  const to = productionName === null ? "" : ` to ${productionName}`;
  return hasErrors ? `Send anyway${to}` : `Send${to}`;
}

/** Milliseconds since a moment of `performance.now()`, ten times a second; null while there is none. */
function useElapsed(startedAt: number | null): number | null {
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (startedAt === null) return undefined;
    const timer = window.setInterval(() => setNow(performance.now()), 100);
    return () => window.clearInterval(timer);
  }, [startedAt]);
  return startedAt === null ? null : Math.max(0, now - startedAt);
}
