import { useMemo, useRef, useState, type ReactNode } from "react";
import type { Vocabulary } from "../../../shared/completion/words.ts";
import { formatJson } from "../../../shared/json/format.ts";
import { useShortcutHint } from "../../app/actions-context.tsx";
import { Button } from "../../ui/button.tsx";
import type { PlaceKeeper } from "../../ui/code-editor-place.ts";
import { CodeEditor, type CodeEditorHandle, type CodeRemarks } from "../../ui/code-editor.tsx";
import { useLatest } from "../../ui/use-latest.ts";
import { draftLanguage } from "../editor/draft-language.ts";
import { draftFindings, placeholderNotes } from "../editor/draft-remarks.ts";
import styles from "./draft-tab.module.css";
import { useComposeStores } from "./compose-provider.tsx";
import type { OnFix } from "./field-findings.tsx";
import { createTypingGroup } from "./typing-group.ts";
import type { Composition } from "./use-composition.ts";
import { useTextKeys } from "./use-text-keys.ts";
import type { DraftEditor } from "./use-draft.ts";

export type DraftTabProps = {
  readonly draft: DraftEditor;
  readonly composition: Composition;
  readonly words: Vocabulary;
  readonly onFix: OnFix;
  /** Told of the editor when it is there, and with null when it is gone. */
  readonly onReady: (editor: CodeEditorHandle | null) => void;
};

/** The draft as text, placeholders and all: the other view of what the form shows. */
export function DraftTab(props: DraftTabProps): ReactNode {
  const { draft, composition, onFix, onReady } = props;
  const { edit } = draft;
  const { form } = composition;
  const editor = useRef<CodeEditorHandle | null>(null);
  const keepEditor = (handle: CodeEditorHandle | null) => {
    editor.current = handle;
    onReady(handle);
  };
  const place = usePlace(draft.id);
  const [groupOf] = useState(createTypingGroup);
  const words = useLatest(props.words);
  const [extension] = useState(() => draftLanguage(() => words.current));
  const format = () => edit(null, formatJson);
  useTextKeys(editor, format);
  const [formatKeys, findKeys, suggestKeys] = [
    useShortcutHint("text.format"),
    useShortcutHint("text.find"),
    useShortcutHint("text.complete"),
  ];
  const remarks = useRemarks(composition, onFix);
  return (
    <div className={styles.tab} data-draft-text="">
      <div aria-label="Draft text tools" className={styles.bar} role="toolbar">
        <Button
          isDisabled={!form.ok}
          onPress={format}
          {...(formatKeys === undefined ? {} : { shortcut: formatKeys })}
          size="small"
          variant="quiet"
        >
          Format
        </Button>
        <Button
          onPress={() => editor.current?.run("find")}
          {...(findKeys === undefined ? {} : { shortcut: findKeys })}
          size="small"
          variant="quiet"
        >
          Find
        </Button>
        {suggestKeys === undefined ? null : <span className={styles.hint}>{`${suggestKeys} suggests`}</span>}
      </div>
      <CodeEditor
        extension={extension}
        label="Draft text"
        onChange={({ text, offset }) => edit(groupOf(offset, performance.now()), () => text)}
        onReady={keepEditor}
        place={place}
        remarks={remarks}
        source={draft.source}
      />
    </div>
  );
}

function useRemarks({ composed, text }: Composition, onFix: OnFix): CodeRemarks {
  return useMemo(
    () => ({
      text,
      findings: draftFindings(text, composed.findings, onFix),
      notes: placeholderNotes(composed),
    }),
    [composed, text, onFix],
  );
}

/** Caret and scroll of a draft's text outlive its editor, as undo does. */
function usePlace(draftId: string): PlaceKeeper {
  const { places } = useComposeStores();
  return useMemo(
    () => ({
      get: () => places.get(draftId) ?? null,
      set: (place) => void places.set(draftId, place),
    }),
    [places, draftId],
  );
}
