import { useEffect, useState, type ReactNode } from "react";
import { Button } from "./button.tsx";
import { classNames } from "./class-names.ts";
import styles from "./copy-button.module.css";
import { showToast } from "./toast.tsx";
import { SpokenStatus } from "./visually-hidden.tsx";

/** For how long the button says that it has copied. */
const SAID_MS = 2000;

/** Copies a text, made when it is pressed. Says so on the button, and to screen readers. */
export function CopyButton(props: {
  /** The button's text; what is copied, where that is not beside it. */
  readonly children?: string;
  readonly text: () => string;
  readonly size?: "medium" | "small";
  readonly variant?: "secondary" | "quiet";
}): ReactNode {
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = window.setTimeout(() => setCopied(false), SAID_MS);
    return () => window.clearTimeout(timer);
  }, [isCopied]);
  const label = props.children ?? "Copy";
  return (
    <>
      <Button
        label={label}
        onPress={() => void copyText(props.text()).then((isDone) => setCopied(isDone))}
        size={props.size ?? "small"}
        variant={props.variant ?? "secondary"}
      >
        <span className={classNames(styles.stack)}>
          <span data-shown={!isCopied}>{label}</span>
          <span data-shown={isCopied}>Copied</span>
        </span>
      </Button>
      <SpokenStatus>{isCopied ? "Copied" : ""}</SpokenStatus>
    </>
  );
}

/** Puts a text on the clipboard; where that is not possible, says so and answers false. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const reason = "The clipboard is not available to this window. Select the text and copy it by hand.";
    showToast({ tone: "failed", title: "Not copied", text: reason });
    return false;
  }
}
