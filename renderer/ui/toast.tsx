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
  /** What can be done about it, such as taking it back. */
  readonly action?: { readonly label: string; readonly onPress: () => void };
};

/** Long enough to read two lines; what went wrong stays until it is closed. */
const DONE_MS = 8000;

const queue = new ToastQueue<Toast>({ maxVisibleToasts: 3 });

/** Says what came of something the user asked for, in the window's corner and to screen readers. */
export function showToast(toast: Toast): void {
  // Saying the same twice would hide twice as much.
  for (const { key, content } of queue.visibleToasts) {
    if (isSame(content, toast)) queue.close(key);
  }
  queue.add(toast, toast.tone === "done" ? { timeout: DONE_MS } : {});
}

function isSame(one: Toast, other: Toast): boolean {
  if (one.subject !== undefined && one.subject === other.subject) return true;
  return one.title === other.title && one.text === other.text && one.action === other.action;
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
