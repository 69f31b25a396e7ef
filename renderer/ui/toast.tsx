import type { ReactNode } from "react";
import {
  Button,
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as AriaToastRegion,
} from "react-aria-components";
import buttonStyles from "./button.module.css";
import { classNames } from "./class-names.ts";
import { CrossIcon } from "./icons.tsx";
import styles from "./toast.module.css";

export type Toast = {
  readonly tone: "done" | "failed";
  readonly title: string;
  readonly text?: string;
  /** What comes again and again, such as one step of many: the last one takes the place of the one before. */
  readonly subject?: string;
  /** Whether it is still so. What is not any more is closed by `closeOver`. */
  readonly isStill?: () => boolean;
  /** What can be done about it, such as taking it back. */
  readonly action?: { readonly label: string; readonly onPress: () => void };
};

/** Long enough to read two lines; what went wrong stays until it is closed. */
const DONE_MS = 8000;

const queue = new ToastQueue<Toast>({ maxVisibleToasts: 3 });

/** Says what came of something the user asked for, in the window's corner and to screen readers. */
export function showToast(toast: Toast): void {
  // Messages hide what they lie over: of one kind there is one.
  closeWhere((content) => isReplaced(content, toast));
  queue.add(toast, toast.tone === "done" ? { timeout: DONE_MS } : {});
}

/** Closes what is said of a subject and is not so any more; `all`: all that is said of it. */
export function closeOver(subject: string, which: "all" | "over"): void {
  closeWhere((content) => content.subject === subject && (which === "all" || content.isStill?.() === false));
}

function closeWhere(isOver: (content: Toast) => boolean): void {
  for (const { key, content } of queue.visibleToasts) {
    if (isOver(content)) queue.close(key);
  }
}

/** What only says that something was done has been read when the next is done; what offers something, or failed, stays. */
function isReplaced(old: Toast, next: Toast): boolean {
  if (old.subject !== undefined && old.subject === next.subject) return true;
  if (old.tone === "done" && next.tone === "done" && old.action === undefined) return true;
  return old.title === next.title && old.text === next.text && old.action === next.action;
}

/** Where toasts appear; once, in the shell. */
export function ToastRegion(): ReactNode {
  return (
    <AriaToastRegion aria-label="Messages" className={classNames(styles.region)} queue={queue}>
      {({ toast }) => (
        <AriaToast className={classNames(styles.toast, styles[toast.content.tone])} toast={toast}>
          <ToastContent className={classNames(styles.content)}>
            <Text className={classNames(styles.title)} slot="title">
              {toast.content.title}
            </Text>
            {toast.content.text === undefined ? null : (
              <Text className={classNames(styles.text)} slot="description">
                {toast.content.text}
              </Text>
            )}
          </ToastContent>
          {toast.content.action === undefined ? null : (
            <Button
              className={classNames(buttonStyles.button, buttonStyles.secondary, buttonStyles.small)}
              onPress={() => {
                toast.content.action?.onPress();
                queue.close(toast.key);
              }}
            >
              {toast.content.action.label}
            </Button>
          )}
          <Button aria-label="Close" className={classNames(styles.close)} slot="close">
            <CrossIcon />
          </Button>
        </AriaToast>
      )}
    </AriaToastRegion>
  );
}
