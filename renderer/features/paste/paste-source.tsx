import type { ClipboardEvent, DragEvent, ReactNode } from "react";
import { Button } from "../../ui/button.tsx";
import { CodeView } from "../../ui/code-view.tsx";
import { FileButton } from "../../ui/file-button.tsx";
import { formatBytes } from "../../ui/quantities.ts";
import { TextField } from "../../ui/text-field.tsx";
import styles from "./paste-dialog.module.css";
import { LONGEST_TYPED, NO_TEXT, readSource, type SourceText } from "./source-text.ts";

/** Where the text goes in: pasted, typed, dropped or read from a file. */
export function PasteSource(props: {
  readonly source: SourceText;
  readonly onChange: (source: SourceText) => void;
}): ReactNode {
  const { source, onChange } = props;
  const take = (file: File) => void readSource(file).then(onChange);
  const onDrop = (event: DragEvent) => {
    const [file] = event.dataTransfer.files;
    const text = event.dataTransfer.getData("text/plain");
    if (file === undefined && text === "") return;
    event.preventDefault();
    if (file === undefined) onChange({ ...NO_TEXT, text });
    else take(file);
  };
  return (
    // Dropping is one more way to do what the field and the button do.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      aria-label="What to read"
      className={styles.source}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
    >
      {source.text.length > LONGEST_TYPED ? (
        <LongText source={source} />
      ) : (
        <TypedText onChange={onChange} source={source} />
      )}
      <div className={styles.sourceActions}>
        <FileButton onFile={take}>Choose a file</FileButton>
        <Button
          isDisabled={source.text === ""}
          onPress={() => onChange(NO_TEXT)}
          size="small"
          variant="quiet"
        >
          Clear
        </Button>
        <span className={styles.size}>{describe(source)}</span>
      </div>
      {source.problem === null ? null : (
        <p className={styles.problem} role="alert">
          {source.problem}
        </p>
      )}
    </section>
  );
}

function TypedText(props: Parameters<typeof PasteSource>[0]): ReactNode {
  const { source, onChange } = props;
  // Before the field has it: a text of megabytes would keep the window busy for seconds.
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData("text/plain");
    if (text.length <= LONGEST_TYPED) return;
    event.preventDefault();
    onChange({ ...NO_TEXT, text });
  };
  return (
    <div className={styles.typed} onPasteCapture={onPaste}>
      <TextField
        hasFocus
        isLabelHidden
        isMonospace
        isMultiline
        label="Text to read"
        onChange={(text) => onChange({ ...NO_TEXT, text })}
        placeholder="Paste or drop a body, a cURL command, a HAR file, a log"
        value={source.text}
      />
    </div>
  );
}

function LongText({ source }: { readonly source: SourceText }): ReactNode {
  return (
    <div className={styles.long}>
      <CodeView label="Text to read" language="text" text={source.text} />
    </div>
  );
}

function describe({ text, fileName }: SourceText): string {
  if (text === "") return fileName ?? "";
  const size = text.length < LONGEST_TYPED ? `${text.length} characters` : formatBytes(text.length);
  return fileName === null ? size : `${fileName}, ${size}`;
}
