import { useCallback } from "react";
import { useGuard } from "../guard/guard-context.tsx";
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
  const { askToApprove } = useGuard();
  return useCallback(
    async function sendDraft(draftId, input, onAnswered) {
      await sends.send(draftId, input);
      const state = sends.sends.get().get(draftId);
      if (state?.kind === "answered") onAnswered?.();
      if (state?.kind !== "failed") return;
      // A locked vault and an approval are one question away.
      const again = () => void sendDraft(draftId, input, onAnswered);
      if (state.error.code === "vault.locked") askToUnlock(again);
      else askToApprove(state.error, again);
    },
    [sends, askToUnlock, askToApprove],
  );
}
