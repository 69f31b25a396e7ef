import type { ClipboardEvent, ReactNode } from "react";
import { isReadFromMarkup } from "../../../../shared/catalog-import/clipboard.ts";
import { Button } from "../../../ui/button.tsx";
import { FileButton } from "../../../ui/file-button.tsx";
import { formatBytes } from "../../../ui/quantities.ts";
import { TextField } from "../../../ui/text-field.tsx";
import { LONGEST_TYPED } from "../../paste/source-text.ts";
import styles from "./import.module.css";
import { isNothing, NOTHING, type ImportSource } from "./import-source.ts";

/** Where the list comes from: pasted, chosen, or what was sent. */
export function ImportSourcePane(props: {
  readonly source: ImportSource;
  readonly problem: string | null;
  readonly onChange: (source: ImportSource) => void;
  readonly onFile: (file: File) => void;
  /** null where there is no history to take examples from. */
  readonly onHistory: (() => void) | null;
}): ReactNode {
  const { source, onChange } = props;
  return (
    <section aria-label="What to read" className={styles.source}>
      {typeof source.input === "string" &&
      source.input.length <= LONGEST_TYPED &&
      source.fileName === null &&
      source.label === undefined ? (
        <PastedText onChange={onChange} text={source.input} />
      ) : (
        <p className={styles.fileName}>
          <strong>{source.fileName ?? source.label ?? "A long text"}</strong>
          <span className={styles.muted}>{formatBytes(source.input.length)}</span>
        </p>
      )}
      <div className={styles.sourceActions}>
        <FileButton onFile={props.onFile}>Choose a file</FileButton>
        {props.onHistory === null ? null : (
          <Button onPress={props.onHistory} size="small">
            What was sent
          </Button>
        )}
        <Button isDisabled={isNothing(source)} onPress={() => onChange(NOTHING)} size="small" variant="quiet">
          Clear
        </Button>
      </div>
      {props.problem === null ? null : (
        <p className={styles.problem} role="alert">
          {props.problem}
        </p>
      )}
    </section>
  );
}

function PastedText(props: {
  readonly text: string;
  readonly onChange: (source: ImportSource) => void;
}): ReactNode {
  // Before the field has it: a text of megabytes would keep the window busy for seconds.
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData("text/plain");
    const html = event.clipboardData.getData("text/html");
    const isTable = isReadFromMarkup({ text, html });
    if (!isTable && text.length <= LONGEST_TYPED) return;
    event.preventDefault();
    props.onChange(
      isTable ? { input: html, fileName: null, label: "A copied table" } : { input: text, fileName: null },
    );
  };
  return (
    <div className={styles.typed} onPasteCapture={onPaste}>
      <TextField
        hasFocus
        isLabelHidden
        isMonospace
        isMultiline
        label="Text to read"
        onChange={(input) => props.onChange({ input, fileName: null })}
        placeholder="Paste or drop a catalog, a tenant configuration, a table, the request form, a JSON Schema or payloads"
        value={props.text}
      />
    </div>
  );
}
