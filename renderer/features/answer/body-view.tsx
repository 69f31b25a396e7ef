import { useState, type ReactNode } from "react";
import type { ResponseRecord } from "../../../shared/domain/exchange.ts";
import { Button } from "../../ui/button.tsx";
import { CodeView } from "../../ui/code-view.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { bodyKind, modesOf } from "./body-kind.ts";
import type { BodyMode } from "./body-reader.ts";
import styles from "./body-view.module.css";
import { useBodyPart } from "./use-body-part.ts";

/** Up to this many characters a part is as high as its text; a longer one scrolls by itself. */
const LONGEST_WHOLE = 10_000;

const NO_TEXT = "The body is not UTF-8 text. Its bytes are shown.";

/** The body of an answer: laid out, as it came, or byte by byte. Of a long one a part at a time. */
export function BodyView({ response }: { readonly response: ResponseRecord }): ReactNode {
  const kind = bodyKind(response);
  const modes = modesOf(kind);
  const [mode, setMode] = useState<BodyMode>(modes[0]?.value ?? "bytes");
  const [part, setPart] = useState(0);
  const { shown, isFailed } = useBodyPart(response, { mode, part });
  if (response.byteLength === 0) return <p className={styles.quiet}>The answer has no body.</p>;
  if (response.body === "") return null;
  return (
    <>
      <div className={styles.bar}>
        {modes.length === 1 ? (
          <span className={styles.quiet}>{NO_TEXT}</span>
        ) : (
          <SegmentedControl
            label="How the body is shown"
            onChange={(chosen) => {
              setMode(chosen);
              setPart(0);
            }}
            options={modes}
            value={mode}
          />
        )}
        <CopyButton text={() => (mode === "raw" ? response.body : (shown?.text ?? ""))}>Copy body</CopyButton>
      </div>
      {response.truncated ? <p className={styles.quiet}>Only the beginning of the body was kept.</p> : null}
      {shown === null ? (
        <p aria-live="polite" className={styles.quiet}>
          {isFailed ? "The body cannot be laid out. Look at it raw." : "Laying the body out"}
        </p>
      ) : (
        <>
          <div className={shown.text.length <= LONGEST_WHOLE ? undefined : styles.longBody}>
            <CodeView
              height={shown.text.length <= LONGEST_WHOLE ? "content" : "fill"}
              // A part turned to is read from its first line, not from where the one before was scrolled to.
              key={shown.part}
              label="Answer body"
              language={kind === "json" && mode !== "bytes" ? "json" : "text"}
              text={shown.text}
            />
          </div>
          {shown.parts === 1 ? null : <Parts onPart={setPart} part={part} parts={shown.parts} />}
        </>
      )}
    </>
  );
}

function Parts(props: {
  readonly part: number;
  readonly parts: number;
  readonly onPart: (part: number) => void;
}): ReactNode {
  const { part, parts, onPart } = props;
  return (
    <div className={styles.parts}>
      <Button isDisabled={part === 0} onPress={() => onPart(0)} size="small">
        First
      </Button>
      <Button isDisabled={part === 0} onPress={() => onPart(part - 1)} size="small">
        Previous
      </Button>
      <span aria-live="polite">{`Part ${part + 1} of ${parts}`}</span>
      <Button isDisabled={part + 1 >= parts} onPress={() => onPart(part + 1)} size="small">
        Next
      </Button>
      <Button isDisabled={part + 1 >= parts} onPress={() => onPart(parts - 1)} size="small">
        Last
      </Button>
    </div>
  );
}
