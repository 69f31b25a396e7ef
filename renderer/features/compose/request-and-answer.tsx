import { memo, useCallback, useDeferredValue, useMemo, useRef, useState, type ReactNode } from "react";
import { flushSync } from "react-dom";
import type { Vocabulary } from "../../../shared/completion/words.ts";
import type { Exchange } from "../../../shared/domain/exchange.ts";
import { usePaneSize } from "../../app/pane-size.ts";
import type { CodeEditorHandle } from "../../ui/code-editor.tsx";
import { SplitPane } from "../../ui/split-pane.tsx";
import { OtherApiTab, type OtherApiTabProps } from "../other-api/other-api-tab.tsx";
import { SignatureTab } from "../signature/signature-tab.tsx";
import { AnswerPane } from "./answer-pane.tsx";
import { DEFAULT_SIZES } from "./default-sizes.ts";
import { DraftTab } from "./draft-tab.tsx";
import type { OnFix } from "./field-findings.tsx";
import { RequestPane, type RequestTabId, type RequestTool } from "./request-pane.tsx";
import type { Composition } from "./use-composition.ts";
import type { DraftEditor } from "./use-draft.ts";

/** Which view of the request is open, and the way to a place in the draft's text. */
export function useDraftTab() {
  const [tab, setTab] = useState<RequestTabId>("body");
  const [comparedId, setComparedId] = useState<string | null>(null);
  const handle = useRef<CodeEditorHandle>(null);
  const showAt = useCallback((offset: number) => {
    flushSync(() => setTab("draft"));
    handle.current?.focusAt(offset);
  }, []);
  const onReady = useCallback((editor: CodeEditorHandle | null) => {
    handle.current = editor;
  }, []);
  const current = useCallback(() => handle.current, []);
  const compareWith = useCallback((exchangeId: string) => {
    setComparedId(exchangeId);
    setTab("difference");
  }, []);
  return useMemo(
    () => ({
      tab,
      setTab,
      onReady,
      current,
      showAt,
      /** The exchange that the request is compared with; null for the last one sent. */
      comparedId,
      setComparedId,
      compareWith,
    }),
    [tab, onReady, current, showAt, comparedId, compareWith],
  );
}

type RequestAndAnswerProps = OtherApiTabProps & {
  readonly draft: DraftEditor;
  readonly composition: Composition;
  readonly onFix: OnFix;
  readonly editor: Pick<
    ReturnType<typeof useDraftTab>,
    "tab" | "setTab" | "onReady" | "comparedId" | "setComparedId" | "compareWith"
  >;
  readonly words: Vocabulary;
};

/**
 * What will be sent, in all its views, and what came of it. It may come a moment after what is typed into the form, but not be
 * of another draft.
 */
export function RequestAndAnswer(props: RequestAndAnswerProps): ReactNode {
  const soon = useDeferredValue(props);
  const shown = soon.draft.id === props.draft.id ? soon : props;
  // Which view is open is not written in the form: whoever opens one has it at once.
  return <RequestAndAnswerNow {...shown} editor={props.editor} />;
}

const RequestAndAnswerNow = memo(function RequestAndAnswerNow(props: RequestAndAnswerProps): ReactNode {
  const { composed, draftKey, sending, draft, editor, words } = props;
  const { edit } = draft;
  const onEdit = useCallback(
    // One step of undo, which gives back what was there.
    (exchange: Exchange) => edit(null, () => exchange.draftText ?? exchange.request.text),
    [edit],
  );
  const draftText: RequestTool = {
    id: "draft",
    label: "Draft",
    content: <DraftTab {...props} key={draft.id} onReady={editor.onReady} words={words} />,
  };
  const signature: RequestTool = {
    id: "signature",
    label: "Signature",
    content: <SignatureTab {...props} />,
  };
  const tools: readonly RequestTool[] = [
    draftText,
    ...(draftKey.api === "optievent" ? [signature] : []),
    { id: "other-api", label: "Other API", content: <OtherApiTab {...props} /> },
  ];
  return (
    <SplitPane
      {...usePaneSize("compose.answer")}
      defaultSize={DEFAULT_SIZES.answer}
      direction="column"
      first={
        <RequestPane
          composed={composed}
          difference={{ draftKey, comparedId: editor.comparedId, onCompare: editor.setComparedId }}
          onTab={editor.setTab}
          tab={editor.tab}
          tools={tools}
        />
      }
      label="Height of the answer"
      minimum={120}
      minimumOther={120}
      second={
        <AnswerPane
          chosenId={sending.chosenId}
          draft={draftKey}
          onChoose={sending.choose}
          onCompare={editor.compareWith}
          onEdit={onEdit}
          onResend={sending.resend}
          send={sending.state}
        />
      }
      sized="second"
    />
  );
});
