import type { ReactNode } from "react";
import type { PasteCandidate } from "../../../shared/paste/types.ts";
import { formatCount } from "../../ui/quantities.ts";
import { CandidateDetail } from "./candidate-detail.tsx";
import { CandidateTable } from "./candidate-table.tsx";
import type { Inspect } from "./inspect-candidate.ts";
import styles from "./paste-dialog.module.css";
import type { Recognition } from "./use-recognition.ts";

/** What was made of the text: the events in it, or where and why it could not be read. */
export function PasteResultView(props: {
  readonly recognition: Recognition;
  readonly isReading: boolean;
  readonly candidates: readonly PasteCandidate[];
  readonly candidate: PasteCandidate | null;
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
  readonly inspect: Inspect;
  readonly target: string | null;
}): ReactNode {
  const { recognition, candidates, candidate, inspect } = props;
  const notes = recognition.result?.ok === true ? recognition.result.notes : [];
  return (
    <>
      <output aria-label="What was recognised" className={styles.status}>
        {statusOf(recognition, props.isReading)}
      </output>
      {notes.length === 0 ? null : (
        <ul aria-label="Notes on the whole text" className={styles.notes}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {candidates.length > 1 ? (
        <CandidateTable
          candidates={candidates}
          chosen={props.chosen}
          inspect={inspect}
          key={recognition.text.length}
          onChoose={props.onChoose}
        />
      ) : null}
      {candidate === null ? null : (
        <CandidateDetail
          candidate={candidate}
          inspection={inspect(candidate)}
          isOnly={candidates.length === 1}
          target={props.target}
        />
      )}
    </>
  );
}

function statusOf({ text, result }: Recognition, isReading: boolean): string {
  if (isReading && (result === null || text === "")) return "Reading";
  if (text.trim() === "") return "What is in the text appears here, as soon as something is recognised.";
  if (result === null)
    return "The text could not be read: the reader stopped. Close this and try a part of the text.";
  if (!result.ok) {
    const { line, column } = result.position;
    return `Line ${line}, column ${column}: ${result.reason}`;
  }
  const [first] = result.candidates;
  if (result.candidates.length === 1 && first !== undefined) return first.kind;
  return `${formatCount(result.candidates.length, "event", "events")} found. Choose one.`;
}
