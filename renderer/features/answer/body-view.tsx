import { useMemo, useRef, useState, type ReactNode } from "react";
import type { ViewerMark } from "../../ui/code-extensions.ts";
import { SearchIcon } from "../../ui/icons.tsx";
import { Button } from "../../ui/button.tsx";
import { CodeView } from "../../ui/code-view.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { bodyKind, modesOf, type BodyKind } from "./body-kind.ts";
import { createBodyReader, type BodyMode, type BodyPart } from "./body-reader.ts";
import styles from "./body-view.module.css";
import { useBodyPart } from "./use-body-part.ts";
import { useFinding, type FoundPlace } from "./use-finding.tsx";
import { useOpenBody, type BodySource } from "./use-open-body.ts";
import { useSaveBody } from "./use-save-body.ts";

/** Up to this many characters a part is as high as its text; a longer one scrolls by itself. */
const LONGEST_WHOLE = 10_000;

const NO_TEXT = "The body is not UTF-8 text. Its bytes are shown.";

/** The body of an answer: laid out, as it came, or byte by byte. Of a long one a part at a time. */
export function BodyView(source: BodySource): ReactNode {
  const { response } = source;
  if (response.byteLength === 0) return <p className={styles.quiet}>The answer has no body.</p>;
  return response.body === "" ? null : <ShownBody {...source} />;
}

function ShownBody(source: BodySource): ReactNode {
  const { response } = source;
  const kind = bodyKind(response);
  const modes = modesOf(kind);
  const [mode, setMode] = useState<BodyMode>(modes[0]?.value ?? "bytes");
  const body = useOpenBody(source);
  const holder = useRef<HTMLDivElement>(null);
  const finding = useFinding(body, mode, holder);
  const { part } = finding;
  const { shown, isFailed, progress } = useBodyPart(body, { mode, part });
  const partView = shown ?? beginningOf(source, mode);
  return (
    <div onKeyDown={finding.onKeyDown} ref={holder} role="presentation">
      <div className={styles.bar}>
        {modes.length === 1 ? (
          <span className={styles.quiet}>{NO_TEXT}</span>
        ) : (
          <SegmentedControl
            label="How the body is shown"
            onChange={(chosen) => {
              setMode(chosen);
              finding.turnTo(null);
            }}
            options={modes}
            value={mode}
          />
        )}
        <span aria-live="polite" className={styles.quiet}>
          {shown === null ? waitingText(isFailed, progress) : ""}
        </span>
        <TakeAway isWhole={shown?.parts === 1} onFind={finding.open} source={source} text={partView.text} />
      </div>
      {finding.bar}
      {response.truncated ? <p className={styles.quiet}>Only the beginning of the body was kept.</p> : null}
      <Part
        isLaidOut={shown !== null}
        kind={kind}
        mode={mode}
        part={partView}
        place={shown === null ? null : finding.place}
      />
      {shown === null || shown.parts === 1 ? null : (
        <Parts onPart={finding.turnTo} part={part} parts={shown.parts} />
      )}
    </div>
  );
}

/** UTF-16 units shown while the rest is still on its way, more than are in view: they are drawn with everything else of the answer. */
const BEGINNING = 2_500;

/** What there is at once of a long body: its beginning, as it came. */
function beginningOf({ response }: BodySource, mode: BodyMode): BodyPart {
  const body = mode === "bytes" ? response.body : response.body.slice(0, BEGINNING);
  return createBodyReader({ ...response, body })(mode === "bytes" ? "bytes" : "raw", 0);
}

function waitingText(isFailed: boolean, progress: number): string {
  if (isFailed) return "The rest of the body cannot be read. This is its beginning.";
  if (progress === 1) return "Laying the body out. This is its beginning.";
  return `Reading the body, ${Math.floor(progress * 100)} %. This is its beginning.`;
}

function Part(props: {
  readonly part: BodyPart;
  readonly kind: BodyKind;
  readonly mode: BodyMode;
  /** Else it is a beginning as it came, cut off somewhere. */
  readonly isLaidOut: boolean;
  /** What was found and is to be seen. */
  readonly place: FoundPlace | null;
}): ReactNode {
  const { part, mode } = props;
  const place = props.place?.part === part.part ? props.place : null;
  const marks = useMemo(() => (place === null ? [] : [markOf(place)]), [place]);
  // A beginning has the height of what follows it, so that nothing moves when that is there.
  const isShort = props.isLaidOut && part.text.length <= LONGEST_WHOLE;
  return (
    <div className={isShort ? undefined : styles.longBody}>
      <CodeView
        height={isShort ? "content" : "fill"}
        // A part turned to is read from its first line, not from where the one before was scrolled to.
        key={`${mode} ${part.part} ${props.isLaidOut}`}
        label="Answer body"
        // A part from the middle of a document is none by itself, and is not coloured as one.
        language={props.kind === "json" && mode !== "bytes" && part.parts === 1 ? "json" : "text"}
        marks={marks}
        reveal={place}
        text={part.text}
      />
    </div>
  );
}

function markOf({ from, to }: FoundPlace): ViewerMark {
  return { from, to, severity: "found", message: "Found" };
}

/** Copies what is shown. A body in several parts goes into a file as a whole. */
function TakeAway(props: {
  readonly source: BodySource;
  readonly text: string;
  readonly isWhole: boolean;
  readonly onFind: () => void;
}): ReactNode {
  const save = useSaveBody();
  const find = (
    <Button label="Find in the body" onPress={props.onFind} size="small" variant="quiet">
      <SearchIcon />
    </Button>
  );
  if (props.isWhole) {
    return (
      <span className={styles.takeAway}>
        {find}
        <CopyButton text={() => props.text}>Copy body</CopyButton>
      </span>
    );
  }
  return (
    <span className={styles.takeAway}>
      {find}
      <CopyButton text={() => props.text}>Copy this part</CopyButton>
      <Button onPress={() => save(props.source.exchangeId)} size="small">
        Save body
      </Button>
    </span>
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
