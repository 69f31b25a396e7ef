import { useCallback, useState, useSyncExternalStore } from "react";
import { useVault } from "../vault/vault-context.tsx";
import { useComposeStores } from "./compose-provider.tsx";
import type { DraftKey } from "./draft-store.ts";
import type { SendState } from "./send-store.ts";
import type { DraftEditor } from "./use-draft.ts";

export type Sending = {
  readonly state: SendState | null;
  readonly send: () => void;
  readonly cancel: () => void;
  /** An earlier exchange of this event, shown in place of the last answer; null for that. */
  readonly chosenId: string | null;
  readonly choose: (exchangeId: string) => void;
};

/** Sends the draft as it is at that moment and holds what is shown of its answers. */
export function useSending(key: DraftKey, draft: DraftEditor): Sending {
  const { sends } = useComposeStores();
  const { askToUnlock } = useVault();
  const all = useSyncExternalStore(sends.sends.subscribe, sends.sends.get);
  const [chosen, setChosen] = useState<{ readonly draftId: string; readonly id: string } | null>(null);
  const choose = useCallback((id: string) => setChosen({ draftId: draft.id, id }), [draft.id]);
  /** A locked vault is one question away: once it is open, what was to be sent is sent. */
  async function sendOrUnlock(): Promise<void> {
    const input = { ...key, text: draft.text };
    await sends.send(draft.id, input);
    const state = sends.sends.get().get(draft.id);
    if (state?.kind === "failed" && state.error.code === "vault.locked") {
      askToUnlock(() => void sends.send(draft.id, input));
    }
  }
  return {
    state: all.get(draft.id) ?? null,
    chosenId: chosen?.draftId === draft.id ? chosen.id : null,
    choose,
    cancel: () => void sends.cancel(draft.id),
    send() {
      setChosen(null);
      void draft.flush();
      void sendOrUnlock();
    },
  };
}
