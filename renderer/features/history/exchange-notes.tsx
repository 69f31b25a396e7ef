import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from "react";
import type { Annotation } from "../../../shared/domain/history.ts";
import { useHost } from "../../host/host-context.tsx";
import { TagField } from "../../ui/tag-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import styles from "./exchange-notes.module.css";
import { useKnownTags } from "./use-known-tags.ts";

const QUIET_MS = 600;

/** What people put beside an exchange: a note, saved as it is typed, and tags. The exchange itself never changes. */
export function ExchangeNotes(props: { readonly id: string; readonly annotation: Annotation }): ReactNode {
  const host = useHost();
  const { annotation } = props;
  const [problem, setProblem] = useState<string | null>(null);
  const known = useKnownTags();
  const save = async (change: { note?: string; addTags?: string[]; removeTags?: string[] }) => {
    const result = await host.call("history.annotate", { ids: [props.id], ...change });
    setProblem(result.ok ? null : result.error.message);
    return result.ok;
  };
  return (
    <div className={styles.notes}>
      <NoteField id={props.id} key={props.id} onSave={(note) => save({ note })} saved={annotation.note} />
      <TagField
        known={known}
        label="Tags"
        onChange={(tags) =>
          void save({
            addTags: tags.filter((tag) => !annotation.tags.includes(tag)),
            removeTags: annotation.tags.filter((tag) => !tags.includes(tag)),
          })
        }
        tags={annotation.tags}
      />
      {problem === null ? null : (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

type NoteState = "saved" | "typing" | "saving" | "failed";

const STATE_TEXTS = {
  saved: "",
  typing: "",
  saving: "Saving",
  failed: "Not saved. It is tried again with the next change.",
} as const satisfies Record<NoteState, string>;

/** The note. What is typed is saved when it has been quiet for a moment, when the field is left, and when it goes. */
function NoteField(props: {
  readonly id: string;
  readonly saved: string;
  readonly onSave: (note: string) => Promise<boolean>;
}): ReactNode {
  const [typed, setTyped] = useState<string | null>(null);
  const [state, setState] = useState<NoteState>("saved");
  const pending = useRef<string | null>(null);
  const flush = useEffectEvent(async () => {
    const note = pending.current;
    if (note === null) return;
    pending.current = null;
    setState("saving");
    setState((await props.onSave(note)) ? "saved" : "failed");
  });
  useEffect(() => {
    const timer = setTimeout(() => void flush(), QUIET_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- Only when the field goes.
  useEffect(() => () => void flush(), []);
  return (
    <TextField
      description={STATE_TEXTS[state]}
      isMultiline
      label="Note"
      onBlur={() => void flush()}
      onChange={(note) => {
        pending.current = note;
        setTyped(note);
        setState("typing");
      }}
      placeholder="What is worth knowing about this exchange. Saved as you type."
      value={typed ?? props.saved}
    />
  );
}
