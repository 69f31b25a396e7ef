import { createContext, use, useMemo, useState, type ReactNode } from "react";
import type { VaultStatus } from "../../../shared/contract/vault-calls.ts";
import { useCall } from "../../host/queries.ts";
import { UnlockDialog } from "./unlock-dialog.tsx";

export type VaultWindow = {
  /** null until the first answer is there. */
  readonly status: VaultStatus | null;
  /** Asks the user to unlock; `afterwards` happens if that goes well. */
  readonly askToUnlock: (afterwards?: () => void) => void;
};

type Asking = { readonly afterwards: (() => void) | null };

const VaultContext = createContext<VaultWindow | null>(null);

/** Knows how it stands with the vault, and asks for what opens it: at the start, and whenever something needs it. */
export function VaultProvider(props: { readonly children: ReactNode }): ReactNode {
  const status = useCall("vault.status", {}).data ?? null;
  const [asking, setAsking] = useState<Asking | null>(null);
  const [wasAskedAtStart, setAskedAtStart] = useState(false);
  if (status !== null && !wasAskedAtStart) {
    setAskedAtStart(true);
    if (status.state.kind === "locked") setAsking({ afterwards: null });
  }
  const vault = useMemo<VaultWindow>(
    () => ({ status, askToUnlock: (afterwards) => setAsking({ afterwards: afterwards ?? null }) }),
    [status],
  );
  return (
    <VaultContext value={vault}>
      {props.children}
      {status === null || asking === null ? null : (
        <UnlockDialog afterwards={asking.afterwards} onClose={() => setAsking(null)} status={status} />
      )}
    </VaultContext>
  );
}

export function useVault(): VaultWindow {
  const vault = use(VaultContext);
  if (vault === null) throw new Error("useVault was used outside of a VaultProvider.");
  return vault;
}
