import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import type { AfterCommit } from "./grid-keys.ts";
import styles from "./grid.module.css";

export type EditorProps = {
  readonly text: string;
  /** Why what was typed cannot stay; null while it can. */
  readonly error: string | null;
  readonly onChange: (text: string) => void;
  /** Takes what was typed and goes on to another cell: none, the one below, or in reading order. */
  readonly onCommit: (text: string, then: AfterCommit) => void;
  readonly onCancel: () => void;
};

/** The control of the cell that is being edited. */
export function GridEditor(
  props: EditorProps & { readonly label: string; readonly choices: readonly string[] | null },
): ReactNode {
  return props.choices === null ? (
    <TextEditor {...props} />
  ) : (
    <ChoiceEditor {...props} choices={props.choices} />
  );
}

function keyDown(event: KeyboardEvent<HTMLInputElement | HTMLSelectElement>, props: EditorProps): void {
  // What is not for the editor is not for the grid around it either while it is open.
  event.stopPropagation();
  const text = event.currentTarget.value;
  if (event.nativeEvent.isComposing) return;
  if (event.key === "Escape") props.onCancel();
  else if (event.key === "Enter") props.onCommit(text, event.shiftKey ? "up" : "down");
  else if (event.key === "Tab") props.onCommit(text, event.shiftKey ? "previous" : "next");
  else return;
  event.preventDefault();
}

function TextEditor(props: EditorProps & { readonly label: string }): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <>
      <input
        aria-invalid={props.error !== null}
        aria-label={props.label}
        className={styles.input}
        onBlur={(event) => props.onCommit(event.currentTarget.value, "stay")}
        onChange={(event) => props.onChange(event.currentTarget.value)}
        onKeyDown={(event) => keyDown(event, props)}
        onPointerDown={(event) => event.stopPropagation()}
        ref={input}
        spellCheck={false}
        value={props.text}
      />
      {props.error === null ? null : (
        <span className={styles.problem} role="alert">
          {props.error}
        </span>
      )}
    </>
  );
}

function ChoiceEditor(
  props: EditorProps & { readonly label: string; readonly choices: readonly string[] },
): ReactNode {
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    select.current?.focus();
    try {
      select.current?.showPicker();
    } catch {
      // Without a press or a key just before, the browser does not open it; the next one does.
    }
  }, []);
  return (
    <select
      aria-label={props.label}
      className={styles.input}
      onBlur={(event) => props.onCommit(event.currentTarget.value, "stay")}
      onChange={(event) => props.onCommit(event.currentTarget.value, "stay")}
      onKeyDown={(event) => keyDown(event, props)}
      onPointerDown={(event) => event.stopPropagation()}
      ref={select}
      value={props.text}
    >
      {props.choices.map((choice) => (
        <option key={choice} value={choice}>
          {choice === "" ? "none" : choice}
        </option>
      ))}
    </select>
  );
}
