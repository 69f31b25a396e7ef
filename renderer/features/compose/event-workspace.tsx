import { useMemo, useRef, type ReactNode } from "react";
import { newDraftText } from "../../../shared/compose/new-draft.ts";
import type { TenantView } from "../../../shared/contract/calls.ts";
import type { Catalog, CatalogEvent } from "../../../shared/domain/catalog.ts";
import type { Draft } from "../../../shared/domain/draft.ts";
import type { Connection } from "../../../shared/domain/tenant.ts";
import { usePaneSize } from "../../app/pane-size.ts";
import { commandKeyName } from "../../app/use-window-keys.ts";
import { SplitPane } from "../../ui/split-pane.tsx";
import { DEFAULT_SIZES } from "./default-sizes.ts";
import { FormPane } from "./form-pane.tsx";
import { RequestAndAnswer, useDraftTab } from "./request-and-answer.tsx";
import { SendBar } from "./send-bar.tsx";
import { stampedText } from "./stamped-text.ts";
import { useComposeKeys } from "./use-compose-keys.ts";
import { useComposition } from "./use-composition.ts";
import { useDraft } from "./use-draft.ts";
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
  const composition = useComposition({ text: draft.text, tenant, connection, catalog, event });
  const sending = useSending(key, draft);
  const { composed, form, errorCount } = composition;
  const onFix = useFix(draft, { text: composition.text, findings: composed.findings });
  useComposeKeys(screen, { onSend: sending.send, onUndo: draft.undo, onRedo: draft.redo });
  const editor = useDraftTab();
  useFindingKeys(screen, { api: key.api, findings: composed.findings, onFix, editor: editor.current });
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
            {...{ composition, composed, sending, draft, editor, onFix }}
            draftKey={key}
            text={draft.text}
          />
        }
        sized="second"
      />
    </div>
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
