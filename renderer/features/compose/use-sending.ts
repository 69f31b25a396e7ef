import { useCallback, useState, useSyncExternalStore } from "react";
import type { Exchange } from "../../../shared/domain/exchange.ts";
import type { Preset } from "../../../shared/domain/preset.ts";
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

/** With the preset that the draft is from, and what is expected of that. */
function sendInputOf(
  { tenantId, api, eventKey }: DraftKey,
  { text, variables, presetId }: DraftEditor,
  presets: readonly Preset[],
) {
  const preset = presets.find(({ id }) => id === presetId);
  const from = preset === undefined ? {} : { presetId: preset.id, expected: preset.expected };
  return { tenantId, api, eventKey, text, variables: [...variables], ...from };
}

/** Sends the draft as it is at that moment and holds what is shown of its answers. */
export function useSending(key: DraftKey, draft: DraftEditor, presets: readonly Preset[]): Sending {
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
    void draft.settle();
    void sendDraft(draft.id, sendInputOf(key, draft, presets), onAnswered);
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
