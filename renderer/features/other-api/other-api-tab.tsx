import { useSyncExternalStore, type ReactNode } from "react";
import type { ComposedRequest } from "../../../shared/compose/types.ts";
import type { TenantView } from "../../../shared/contract/calls.ts";
import type { Catalog, CatalogEvent } from "../../../shared/domain/catalog.ts";
import { draftId } from "../../../shared/domain/draft.ts";
import type { Connection } from "../../../shared/domain/tenant.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PaneScroll } from "../../ui/pane.tsx";
import { useComposeStores } from "../compose/compose-provider.tsx";
import type { DraftKey } from "../compose/draft-store.ts";
import type { DraftEditor } from "../compose/use-draft.ts";
import { useComposition } from "../compose/use-composition.ts";
import { useSendDraft } from "../compose/use-send-draft.ts";
import type { Sending } from "../compose/use-sending.ts";
import { API_NAMES } from "./api-names.ts";
import { NotCarriedList } from "./not-carried-list.tsx";
import styles from "./other-api.module.css";
import { RequestColumn } from "./request-column.tsx";
import { useTranslatedDraft } from "./use-translated-draft.ts";

export type OtherApiTabProps = {
  readonly tenant: TenantView;
  readonly connection: Connection;
  readonly catalog: Catalog;
  readonly event: CatalogEvent;
  readonly draftKey: DraftKey;
  readonly text: string;
  readonly composed: ComposedRequest;
  readonly sending: Sending;
  readonly variables: Readonly<Record<string, string>>;
  readonly draft: Pick<DraftEditor, "variables">;
};

/** The event as both APIs would get it, what one of them has no place for, and the way to send it to both. */
export function OtherApiTab(props: OtherApiTabProps): ReactNode {
  const { tenant, connection } = props;
  const other = tenant.connections.find(({ api }) => api !== connection.api);
  if (other !== undefined) return <BothApis {...props} other={other} />;
  const name = API_NAMES[connection.api === "optievent" ? "realtime" : "optievent"];
  return (
    <EmptyState title={`No connection for ${name}`}>
      {`"${tenant.name}" has a connection for ${API_NAMES[connection.api]} only. Add one for ${name} to the tenant to see this event in both forms.`}
    </EmptyState>
  );
}

type BothApisProps = OtherApiTabProps & { readonly other: Connection };

function BothApis(props: BothApisProps): ReactNode {
  const { tenant, catalog, connection, other, text } = props;
  const translation = useTranslatedDraft({ text, tenant, catalog, from: connection, to: other });
  if (translation.ok) {
    return <SideBySide {...props} notCarried={translation.notCarried} otherText={translation.text} />;
  }
  return (
    <PaneScroll isPadded label="Other API">
      <Notice severity="warning">
        {`The draft has no form for ${API_NAMES[other.api]}: ${translation.problem.message}`}
      </Notice>
    </PaneScroll>
  );
}

type SideBySideProps = BothApisProps & {
  readonly otherText: string;
  readonly notCarried: Parameters<typeof NotCarriedList>[0]["notCarried"];
};

function SideBySide(props: SideBySideProps): ReactNode {
  const { tenant, catalog, event, connection, other, composed, sending, otherText, variables } = props;
  const translated = useComposition({
    text: otherText,
    tenant,
    connection: other,
    catalog,
    event,
    variables,
  });
  const both = useSendToBoth(props);
  const isGenerated = composed.placeholders.some(({ placeholder }) => !placeholder.startsWith("{{$now"));
  return (
    <PaneScroll isPadded label="Other API">
      <div className={styles.head}>
        <Button isPending={both.isRunning} onPress={both.send}>
          Send to both
        </Button>
        <span className={styles.note}>
          {`First through ${API_NAMES[connection.api]}, then through ${API_NAMES[other.api]}.`}
          {isGenerated ? " Generated values are made anew for each of them." : ""}
        </span>
      </div>
      <NotCarriedList name={API_NAMES[other.api]} notCarried={props.notCarried} />
      <div className={styles.columns}>
        <RequestColumn composed={composed} name={API_NAMES[connection.api]} send={sending.state} />
        <RequestColumn composed={translated.composed} name={API_NAMES[other.api]} send={both.otherState} />
      </div>
    </PaneScroll>
  );
}

/** Both sends go the way of any other; the second goes once the first is answered. */
function useSendToBoth({ draftKey, other, otherText, sending, draft }: SideBySideProps) {
  const { sends } = useComposeStores();
  const sendDraft = useSendDraft();
  const all = useSyncExternalStore(sends.sends.subscribe, sends.sends.get);
  const otherKey = { ...draftKey, api: other.api };
  const { tenantId, api, eventKey } = otherKey;
  const input = { tenantId, api, eventKey, text: otherText, variables: [...draft.variables] };
  const otherId = draftId(otherKey);
  const otherState = all.get(otherId) ?? null;
  return {
    otherState,
    isRunning: sending.state?.kind === "running" || otherState?.kind === "running",
    send: () => sending.sendThen(() => void sendDraft(otherId, input)),
  };
}
