import { useQueryClient } from "@tanstack/react-query";
import type { CallInput, CallOutput } from "../../../shared/contract/calls.ts";
import type { VaultCallName, VaultStatus } from "../../../shared/contract/vault-calls.ts";
import type { AppError, Result } from "../../../shared/result/result.ts";
import { useHost } from "../../host/host-context.tsx";
import { callQuery } from "../../host/queries.ts";
import { showToast } from "../../ui/toast.tsx";

/** The calls that answer how it stands with the vault afterwards. */
type StatusCall = {
  [Name in VaultCallName]: CallOutput<Name> extends VaultStatus ? Name : never;
}[VaultCallName];

export type VaultActions = {
  /** Answers what went wrong, or null; the window has the new state then. */
  readonly change: <Name extends StatusCall>(name: Name, input: CallInput<Name>) => Promise<AppError | null>;
  /** The same for a button: what went wrong is said in a message. */
  readonly press: (
    name:
      | "vault.lock"
      | "vault.retry"
      | "vault.createWithKeychain"
      | "vault.addKeychain"
      | "vault.restorePrevious",
  ) => Promise<void>;
  readonly startAnew: () => Promise<Result<{ keptAside: string[] }>>;
  /** The key is given to whoever asked and kept nowhere. */
  readonly exportRecoveryKey: (passphrase: string | null) => Promise<Result<{ recoveryKey: string }>>;
};

export function useVaultActions(): VaultActions {
  const host = useHost();
  const client = useQueryClient();
  const change: VaultActions["change"] = async (name, input) => {
    const result: Result<VaultStatus> = await host.call(name, input);
    if (!result.ok) return result.error;
    client.setQueryData(callQuery(host, "vault.status", {}).queryKey, result.value);
    return null;
  };
  return {
    change,
    async press(name) {
      const problem = await change(name, {});
      if (problem !== null)
        showToast({ tone: "failed", title: "The vault did not change", text: problem.message });
    },
    startAnew: () => host.call("vault.startAnew", {}),
    exportRecoveryKey: (passphrase) => host.call("vault.exportRecoveryKey", { passphrase }),
  };
}
