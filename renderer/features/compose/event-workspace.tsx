import { useEffect, useMemo, useRef, type ReactNode } from "react";
import { newDraftText } from "../../../shared/compose/new-draft.ts";
import type { TenantView } from "../../../shared/contract/calls.ts";
import type { Vocabulary } from "../../../shared/completion/words.ts";
import type { Catalog, CatalogEvent } from "../../../shared/domain/catalog.ts";
import type { Preset } from "../../../shared/domain/preset.ts";
import type { Draft } from "../../../shared/domain/draft.ts";
import type { TenantValues } from "../../../shared/domain/tenant-values.ts";
import { variableScope, type Variable } from "../../../shared/domain/variable.ts";
import type { Connection } from "../../../shared/domain/tenant.ts";
import { usePaneSize } from "../../app/pane-size.ts";
import { useShortcutHint } from "../../app/actions-context.tsx";
import { useOpening } from "../../app/use-opening.ts";
import { Button } from "../../ui/button.tsx";
import { CompactLabel } from "../../ui/compact-label.tsx";
import { VariablesIcon } from "../../ui/icons.tsx";
import { SplitPane } from "../../ui/split-pane.tsx";
import { ValuesDialog } from "../values/values-dialog.tsx";
import { whoseText } from "../../../shared/form/whose-text.ts";
import { CarriedNotice } from "./carried-notice.tsx";
import { useComposeStores } from "./compose-provider.tsx";
import { DEFAULT_SIZES, LEAST_SIZES } from "./default-sizes.ts";
import type { DraftKey } from "./draft-store.ts";
import type { OnFix } from "./field-findings.tsx";
import { FormPane } from "./form-pane.tsx";
import { LiveRequestContext, useLiveRequest } from "./live-request.ts";
import type { MoveDraft } from "./use-move-draft.ts";
import { OtherEventNotice } from "./other-event-notice.tsx";
import { OtherWindowNotice } from "./other-window-notice.tsx";
import { ParameterToolsProvider } from "./parameter-tools.tsx";
import { RequestAndAnswer, useDraftTab } from "./request-and-answer.tsx";
import { SavePreset } from "./save-preset.tsx";
import { SendBar } from "./send-bar.tsx";
import { standingFor } from "./standing-for.ts";
import { useComposeKeys } from "./use-compose-keys.ts";
import { useComposition, type Composition } from "./use-composition.ts";
import { useDraft, type DraftEditor } from "./use-draft.ts";
import { useFindingKeys } from "./use-finding-keys.ts";
import { useFix } from "./use-fix.ts";
import { useSending, type Sending } from "./use-sending.ts";
import { useWords } from "./use-words.ts";
import styles from "./compose-screen.module.css";

export type EventWorkspaceProps = {
  readonly tenant: TenantView;
  readonly connection: Connection;
  readonly catalog: Catalog;
  readonly event: CatalogEvent;
  /** Which of the event's drafts it is. */
  readonly number: number;
  /** Of this tenant and API. */
  readonly presets: readonly Preset[];
  /** The tenant's variables and pinned values. */
  readonly values: TenantValues;
  /** The draft as saved; null for one not written yet. */
  readonly saved: Draft | null;
  /** In the form's header: other ways to get an event. */
  readonly headerAction: ReactNode;
  /** Makes the text the draft of another event and leaves another one here. */
  readonly onMove: MoveDraft;
};

/** One event being written: the form, what will be sent, and what came of it. */
export function EventWorkspace(props: EventWorkspaceProps): ReactNode {
  const { tenant, connection, catalog, event, values } = props;
  const screen = useRef<HTMLDivElement>(null);
  const requestPane = usePaneSize("compose.request");
  const { key, draft, example } = useEventDraft(props);
  useShown(props, { key, draft, example });
  const variables = useVariables(values, draft);
  const composition = useComposition({ text: draft.text, tenant, connection, catalog, event, variables });
  const sending = useSending(key, draft, props.presets);
  const { composed } = composition;
  const live = useLiveRequest(draft.source, composition);
  const onFix = useFix(draft, { composition, screen, api: key.api });
  useComposeKeys(screen, { onSend: sending.send, onUndo: draft.undo, onRedo: draft.redo });
  const editor = useDraftTab();
  useFindingKeys(screen, {
    api: key.api,
    findings: composed.findings,
    onFix,
    editor: editor.current,
    onShowText: editor.showAt,
  });
  const words = useWords(props, variables);
  const written = { composition, composed, sending, draft, onFix, variables, words };
  return (
    <LiveRequestContext value={live}>
      <div className={styles.workspace} ref={screen}>
        <SplitPane
          {...requestPane}
          defaultSize={DEFAULT_SIZES.request}
          direction="row"
          first={
            <DraftForm
              {...props}
              {...written}
              editor={editor}
              draftKey={key}
              example={example}
              key={draft.id}
            />
          }
          label="Width of the request"
          minimum={LEAST_SIZES.request}
          minimumOther={{ usual: 360, least: LEAST_SIZES.form }}
          second={
            <RequestAndAnswer {...props} {...written} editor={editor} draftKey={key} text={draft.text} />
          }
          sized="second"
        />
      </div>
    </LiveRequestContext>
  );
}

type DraftFormProps = EventWorkspaceProps & {
  readonly draftKey: DraftKey;
  readonly words: Vocabulary;
  readonly draft: DraftEditor;
  readonly example: string;
  readonly composition: Composition;
  readonly sending: Sending;
  readonly editor: Pick<ReturnType<typeof useDraftTab>, "showAt">;
  readonly onFix: OnFix;
};

/** The draft's form, and under it what to do with the draft. */
function DraftForm(props: DraftFormProps): ReactNode {
  const { tenant, connection, catalog, event, draft, composition } = props;
  const { composed, form, findingCount } = composition;
  const whose = form.ok ? whoseText(form.eventName, { api: connection.api, event, catalog }) : null;
  const other = whose?.kind === "other" ? whose.event : null;
  const standing = useMemo(() => standingFor(composed), [composed]);
  return (
    <ParameterToolsProvider
      draftKey={props.draftKey}
      onEdit={draft.edit}
      ruleProfile={tenant.ruleProfile}
      values={props.values}
      words={props.words}
    >
      <FormPane
        api={connection.api}
        declared={event.parameters}
        currency={catalog.conventions?.currency ?? null}
        eventKey={event.key}
        findingCount={findingCount}
        findings={composed.findings}
        form={form}
        headerAction={
          <>
            <ValuesButton {...props} />
            {props.headerAction}
          </>
        }
        notice={
          <>
            <CarriedNotice draft={draft} />
            {other === null ? null : <OtherEventNotice {...props} other={other} />}
            <OtherWindowNotice draftId={draft.id} />
          </>
        }
        longestText={tenant.ruleProfile.textWarningLength}
        onEdit={draft.edit}
        onFix={props.onFix}
        onShowText={props.editor.showAt}
        sendBar={<DraftBar {...props} otherEventKey={other?.key ?? null} />}
        standing={standing}
        text={draft.text}
      />
    </ParameterToolsProvider>
  );
}

/** What is done with the draft: sent, saved, undone. */
function DraftBar(props: DraftFormProps & { readonly otherEventKey: string | null }): ReactNode {
  const { event, draft, composition } = props;
  const { composed, errorCount } = composition;
  const sendKeys = useShortcutHint("send") ?? "";
  return (
    <SendBar
      draft={draft}
      example={props.example}
      hasErrors={errorCount > 0}
      sending={props.sending}
      shortcut={sendKeys}
    >
      <SavePreset
        draft={draft}
        draftKey={props.draftKey}
        findings={composed.findings}
        otherEventKey={props.otherEventKey}
        presets={props.presets}
        title={event.title ?? event.key}
      />
    </SendBar>
  );
}

const NO_VARIABLES: Variable[] = [];

function ValuesButton({ tenant, values, draft, composition }: DraftFormProps): ReactNode {
  const { isOpen, setIsOpen, button } = useOpening("variables");
  return (
    <>
      <Button label="Variables" onPress={() => setIsOpen(true)} ref={button} size="small" variant="quiet">
        <CompactLabel short={<VariablesIcon />}>Variables</CompactLabel>
      </Button>
      {isOpen ? (
        <ValuesDialog
          onClose={() => setIsOpen(false)}
          onOwn={draft.setVariables}
          own={draft.variables}
          placeholders={composition.composed.placeholders}
          tenantName={tenant.name}
          values={values}
        />
      ) : null}
    </>
  );
}

/** Remembers the draft for when the tenant or the API is switched. */
function useShown(
  { tenant, connection, catalog }: EventWorkspaceProps,
  { key, draft, example }: ReturnType<typeof useEventDraft>,
): void {
  const { shown } = useComposeStores();
  useEffect(() => {
    const { name: tenantName, tenantNumber } = tenant;
    const place = { tenantName, tenantNumber, connection, catalog };
    shown.set({ key, text: draft.text, example, variables: draft.variables, place });
  });
}

/** What names stand for in the draft: its own variables, else the tenant's. */
function useVariables(values: TenantValues, draft: DraftEditor): Readonly<Record<string, string>> {
  return useMemo(() => variableScope(values.variables, draft.variables), [values.variables, draft.variables]);
}

/** The event's draft: as changed, else as saved, else made from the catalog's examples. */
function useEventDraft({ tenant, connection, event, number, saved, values }: EventWorkspaceProps) {
  const { api } = connection;
  const { id: tenantId, tenantNumber } = tenant;
  const { pinned } = values;
  const example = useMemo(
    () => newDraftText({ api, tenantNumber, connection, event, eventKey: event.key, pinned }),
    [api, tenantNumber, connection, event, pinned],
  );
  const key = useMemo(
    () => ({ tenantId, api, eventKey: event.key, number }),
    [tenantId, api, event.key, number],
  );
  const base = saved ?? { text: example, variables: NO_VARIABLES, presetId: null };
  const draft = useDraft(key, base, saved);
  return { key, draft, example };
}
