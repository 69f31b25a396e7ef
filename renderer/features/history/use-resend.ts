import { useState } from "react";
import type { Exchange } from "../../../shared/domain/exchange.ts";
import type { AppError } from "../../../shared/result/result.ts";
import { useHost } from "../../host/host-context.tsx";
import { useGuard } from "../guard/guard-context.tsx";
import { useVault } from "../vault/vault-context.tsx";

/** What came of sending an exchange again. */
export type Resent =
  | { readonly kind: "running" }
  | { readonly kind: "answered"; readonly exchange: Exchange }
  | { readonly kind: "failed"; readonly error: AppError };

/** Sends an exchange again. Where something has to be asked for first, it is asked for, as in Compose. */
export function useResend(exchange: Exchange): {
  readonly resent: Resent | null;
  /** `text`: the very text that was sent, or the draft whose placeholders are filled in anew. */
  readonly resend: (text: string) => void;
  readonly dismiss: () => void;
} {
  const host = useHost();
  const { askToUnlock } = useVault();
  const { askToApprove } = useGuard();
  const [state, setState] = useState<{ readonly of: string; readonly resent: Resent } | null>(null);
  const show = (resent: Resent) => setState({ of: exchange.id, resent });
  async function resend(text: string): Promise<void> {
    const { tenant, api, event, draftId, presetId, expected } = exchange;
    if (tenant === null) return;
    show({ kind: "running" });
    const result = await host.call("exchange.send", {
      sendId: crypto.randomUUID(),
      tenantId: tenant.id,
      api,
      text,
      eventKey: event,
      draftId,
      presetId,
      expected,
    });
    if (result.ok) {
      show({ kind: "answered", exchange: result.value });
      return;
    }
    show({ kind: "failed", error: result.error });
    const again = () => void resend(text);
    if (result.error.code === "vault.locked") askToUnlock(again);
    else askToApprove(result.error, again);
  }
  return {
    resent: state?.of === exchange.id ? state.resent : null,
    resend: (text) => void resend(text),
    dismiss: () => setState(null),
  };
}
