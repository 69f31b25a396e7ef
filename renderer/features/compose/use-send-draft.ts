import { useCallback } from "react";
import { useVault } from "../vault/vault-context.tsx";
import { useComposeStores } from "./compose-provider.tsx";
import type { SendStore } from "./send-store.ts";

type SendDraft = (
  draftId: string,
  input: Parameters<SendStore["send"]>[1],
  /** Once there is an answer, of whatever outcome. */
  onAnswered?: () => void,
) => Promise<void>;

/** Sends a draft. Where something has to be asked for first, it is asked for, and then the draft is sent. */
export function useSendDraft(): SendDraft {
  const { sends } = useComposeStores();
  const { askToUnlock } = useVault();
  return useCallback(
    async function sendDraft(draftId, input, onAnswered) {
      await sends.send(draftId, input);
      const state = sends.sends.get().get(draftId);
      if (state?.kind === "answered") onAnswered?.();
      // A locked vault is one question away.
      if (state?.kind === "failed" && state.error.code === "vault.locked") {
        askToUnlock(() => void sendDraft(draftId, input, onAnswered));
      }
    },
    [sends, askToUnlock],
  );
}
