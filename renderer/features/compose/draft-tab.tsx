import { useMemo, useState, type ReactNode } from "react";
import type { Finding } from "../../../shared/domain/finding.ts";
import { CodeEditor, type CodeEditorHandle } from "../../ui/code-editor.tsx";
import type { CodeMark } from "../../ui/code-extensions.ts";
import { createTypingGroup } from "./typing-group.ts";
import type { DraftEditor } from "./use-draft.ts";

/** The draft as text, placeholders and all: the other view of what the form shows. */
export function DraftTab(props: {
  readonly draft: DraftEditor;
  readonly findings: readonly Finding[];
  readonly onReady: (handle: CodeEditorHandle | null) => void;
}): ReactNode {
  const { draft, findings } = props;
  const [groupOf] = useState(createTypingGroup);
  const marks = useMemo(() => findings.flatMap(markOf), [findings]);
  return (
    <CodeEditor
      label="Draft text"
      marks={marks}
      onChange={({ text, offset }) => draft.edit(groupOf(offset, performance.now()), () => text)}
      onReady={props.onReady}
      text={draft.text}
    />
  );
}

/** One about the whole document would mark everything and so nothing. */
function markOf({ path, position, rule, severity, message }: Finding): CodeMark[] {
  const isWhole = path === "" && rule !== "json.syntax";
  if (position === undefined || isWhole) return [];
  return [{ from: position.offset, to: position.offset + position.length, severity, message }];
}
