import { useMemo, useRef, useState, type ReactNode, type RefObject } from "react";
import { flushSync } from "react-dom";
import { newDraftText } from "../../../shared/compose/new-draft.ts";
import type { TenantView } from "../../../shared/contract/calls.ts";
import type { Catalog, CatalogEvent } from "../../../shared/domain/catalog.ts";
import type { Draft } from "../../../shared/domain/draft.ts";
import type { Connection } from "../../../shared/domain/tenant.ts";
import { usePaneSize } from "../../app/pane-size.ts";
import { commandKeyName } from "../../app/use-window-keys.ts";
import type { CodeEditorHandle } from "../../ui/code-editor.tsx";
import { SplitPane } from "../../ui/split-pane.tsx";
import { OtherApiTab, type OtherApiTabProps } from "../other-api/other-api-tab.tsx";
import { SignatureTab } from "../signature/signature-tab.tsx";
import { AnswerPane } from "./answer-pane.tsx";
import { DEFAULT_SIZES } from "./default-sizes.ts";
import { FormPane } from "./form-pane.tsx";
import { DraftTab } from "./draft-tab.tsx";
import { RequestPane, type RequestTabId, type RequestTool } from "./request-pane.tsx";
import { SendBar } from "./send-bar.tsx";
import { stampedText } from "./stamped-text.ts";
import { useComposeKeys } from "./use-compose-keys.ts";
import { useComposition } from "./use-composition.ts";
import { useDraft, type DraftEditor } from "./use-draft.ts";
import { useFindingKeys } from "./use-finding-keys.ts";
import { useFix } from "./use-fix.ts";
import { useSending } from "./use-sending.ts";
import styles from "./compose-screen.module.css";

export type EventWorkspaceProps = {
  readonly tenant: TenantView;
  readonly connection: Connection;
  readonly catalog: Catalog;
  readonly event: CatalogEvent;
  /** The draft as saved; null for one not written yet. */
  readonly saved: Draft | null;
  /** In the form's header: other ways to get an event. */
  readonly headerAction: ReactNode;
};

/** One event being written: the form, what will be sent, and what came of it. */
export function EventWorkspace(props: EventWorkspaceProps): ReactNode {
  const { tenant, connection, catalog, event } = props;
  const screen = useRef<HTMLDivElement>(null);
  const requestPane = usePaneSize("compose.request");
  const { key, draft, example } = useEventDraft(props);
  const composition = useComposition({
    text: draft.text,
    tenant,
    connection,
    catalog,
    event,
  });
  const sending = useSending(key, draft);
  const { composed, form, errorCount } = composition;
  const onFix = useFix(draft, { text: composition.text, findings: composed.findings });
  useComposeKeys(screen, { onSend: sending.send, onUndo: draft.undo, onRedo: draft.redo });
  const editor = useDraftTab();
  useFindingKeys(screen, { api: key.api, findings: composed.findings, onFix, editor: editor.handle });
  const formPane = (
    <FormPane
      api={key.api}
      currency={catalog.conventions?.currency ?? null}
      eventKey={event.key}
      findings={composed.findings}
      form={form}
      headerAction={props.headerAction}
      key={draft.id}
      longestText={tenant.ruleProfile.textWarningLength}
      onEdit={draft.edit}
      onFix={onFix}
      onShowText={editor.showAt}
      sendBar={
        <SendBar
          draft={draft}
          example={example}
          hasErrors={errorCount > 0}
          sending={sending}
          shortcut={`${commandKeyName()} ⏎`}
        />
      }
      stampedText={stampedText(composed)}
    />
  );
  return (
    <div className={styles.workspace} ref={screen}>
      <SplitPane
        {...requestPane}
        defaultSize={DEFAULT_SIZES.request}
        direction="row"
        first={formPane}
        label="Width of the request"
        minimum={300}
        minimumOther={360}
        second={
          <RequestAndAnswer
            {...props}
            {...{ composed, sending, draft, editor }}
            draftKey={key}
            text={draft.text}
          />
        }
        sized="second"
      />
    </div>
  );
}

/** Which view of the request is open, and the way to a place in the draft's text. */
function useDraftTab() {
  const [tab, setTab] = useState<RequestTabId>("body");
  const handle = useRef<CodeEditorHandle>(null);
  const showAt = (offset: number) => {
    flushSync(() => setTab("draft"));
    handle.current?.focusAt(offset);
  };
  return { tab, setTab, handle, showAt };
}

type RequestAndAnswerProps = OtherApiTabProps & {
  readonly draft: DraftEditor;
  readonly editor: {
    readonly tab: RequestTabId;
    readonly setTab: (tab: RequestTabId) => void;
    readonly handle: RefObject<CodeEditorHandle | null>;
  };
};

function RequestAndAnswer(props: RequestAndAnswerProps): ReactNode {
  const { composed, draftKey, sending, draft, editor } = props;
  const draftText: RequestTool = {
    id: "draft",
    label: "Draft",
    content: <DraftTab draft={draft} findings={composed.findings} key={draft.id} ref={editor.handle} />,
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
      first={<RequestPane composed={composed} onTab={editor.setTab} tab={editor.tab} tools={tools} />}
      label="Height of the answer"
      minimum={120}
      minimumOther={120}
      second={
        <AnswerPane
          chosenId={sending.chosenId}
          draft={draftKey}
          onChoose={sending.choose}
          send={sending.state}
        />
      }
      sized="second"
    />
  );
}

/** The event's draft: as changed, else as saved, else made from the catalog's examples. */
function useEventDraft({ tenant, connection, event, saved }: EventWorkspaceProps) {
  const { api } = connection;
  const { id: tenantId, tenantNumber } = tenant;
  const example = useMemo(
    () => newDraftText({ api, tenantNumber, connection, event, eventKey: event.key }),
    [api, tenantNumber, connection, event],
  );
  const key = useMemo(() => ({ tenantId, api, eventKey: event.key }), [tenantId, api, event.key]);
  const draft = useDraft(key, saved?.text ?? example);
  return { key, draft, example };
}
