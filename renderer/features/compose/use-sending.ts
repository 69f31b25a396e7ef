import { useCallback, useState, useSyncExternalStore } from "react";
import type { Exchange } from "../../../shared/domain/exchange.ts";
import { useComposeStores } from "./compose-provider.tsx";
import type { DraftKey } from "./draft-store.ts";
import type { SendState } from "./send-store.ts";
import type { DraftEditor } from "./use-draft.ts";
import { useSendDraft } from "./use-send-draft.ts";

export type Sending = {
  readonly state: SendState | null;
  readonly send: () => void;
  /** Sends, and does something more once there is an answer. */
  readonly sendThen: (onAnswered: () => void) => void;
  /** Sends the very text of an exchange once more, as a send of its own. */
  readonly resend: (exchange: Exchange) => void;
  readonly cancel: () => void;
  /** An earlier exchange of this event, shown in place of the last answer; null for that. */
  readonly chosenId: string | null;
  readonly choose: (exchangeId: string) => void;
};

function sendInputOf({ tenantId, api, eventKey }: DraftKey, { text, variables }: DraftEditor) {
  return { tenantId, api, eventKey, text, variables: [...variables] };
}

/** Sends the draft as it is at that moment and holds what is shown of its answers. */
export function useSending(key: DraftKey, draft: DraftEditor): Sending {
  const { sends } = useComposeStores();
  const sendDraft = useSendDraft();
  const all = useSyncExternalStore(sends.sends.subscribe, sends.sends.get);
  const [chosen, setChosen] = useState<{ readonly draftId: string; readonly id: string } | null>(null);
  const choose = useCallback((id: string) => setChosen({ draftId: draft.id, id }), [draft.id]);
  const { tenantId, api, eventKey } = key;
  const resend = useCallback(
    ({ request }: Exchange) => {
      setChosen(null);
      // Its placeholders were filled in then, so variables of today have nothing to say.
      void sendDraft(draft.id, { tenantId, api, eventKey, text: request.text, variables: [] });
    },
    [sendDraft, draft.id, tenantId, api, eventKey],
  );
  const sendNow = (onAnswered?: () => void) => {
    setChosen(null);
    void draft.flush();
    void sendDraft(draft.id, sendInputOf(key, draft), onAnswered);
  };
  return {
    state: all.get(draft.id) ?? null,
    chosenId: chosen?.draftId === draft.id ? chosen.id : null,
    choose,
    resend,
    cancel: () => void sends.cancel(draft.id),
    send: () => sendNow(),
    sendThen: sendNow,
  };
}
