import { useState, type ReactNode } from "react";
import type { KeychainStatus, UnreadableSecret, VaultState } from "../../../shared/domain/vault.ts";
import { useAsked } from "../../app/use-asked.ts";
import { useUpdateSettings } from "../../app/update-settings.ts";
import { useSetting } from "../../app/use-setting.ts";
import { useWorkspace } from "../../app/workspace-context.tsx";
import { Button } from "../../ui/button.tsx";
import { FactList } from "../../ui/fact-list.tsx";
import { Select } from "../../ui/select.tsx";
import { ChangePassphraseDialog } from "./passphrase-dialogs.tsx";
import { RecoveryKeyDialog } from "./recovery-dialogs.tsx";
import { useVaultActions } from "./vault-actions.ts";
import styles from "./vault-section.module.css";
import { SLOT_TEXTS, waysText } from "./vault-texts.ts";

/** What can be done with a vault while it is open. */
export function OpenVault(props: {
  readonly state: Extract<VaultState, { kind: "open" }>;
  readonly keychain: KeychainStatus;
}): ReactNode {
  const { state, keychain } = props;
  const { ways } = state;
  const { press } = useVaultActions();
  const [dialog, setDialog] = useState<"passphrase" | "recovery-key" | null>(null);
  const close = () => setDialog(null);
  useAsked({
    "vault.passphrase": () => setDialog("passphrase"),
    "vault.recovery-key": () => setDialog("recovery-key"),
  });
  return (
    <>
      <FactList
        facts={[
          { name: "Opens with", value: waysText(ways) },
          { name: "Locks itself", value: <IdleChoice /> },
        ]}
      />
      {ways.recoveryKey ? null : (
        <p>There is no recovery key. Without one, what is in the vault is lost with what opens it.</p>
      )}
      <Unreadable secrets={state.unreadable} />
      <div className={styles.actions}>
        <Button onPress={() => void press("vault.lock")}>Lock now</Button>
        <Button onPress={() => setDialog("passphrase")}>
          {ways.passphrase ? "Change the passphrase" : "Set a passphrase"}
        </Button>
        <Button onPress={() => setDialog("recovery-key")}>Make a recovery key</Button>
        {keychain.kind === "available" && ways.keychain === null ? (
          <Button
            onPress={() => void press("vault.addKeychain")}
          >{`Open with ${keychain.backend} too`}</Button>
        ) : null}
      </div>
      {dialog === "passphrase" ? <ChangePassphraseDialog onClose={close} ways={ways} /> : null}
      {dialog === "recovery-key" ? <RecoveryKeyDialog onClose={close} ways={ways} /> : null}
    </>
  );
}

const IDLE_CHOICES = [
  { value: "5", label: "After 5 minutes without use" },
  { value: "15", label: "After 15 minutes without use" },
  { value: "30", label: "After 30 minutes without use" },
  { value: "60", label: "After an hour without use" },
  { value: "240", label: "After four hours without use" },
  { value: "0", label: "Only when the console ends" },
] as const;

function IdleChoice(): ReactNode {
  const vaultIdleMinutes = useSetting("vaultIdleMinutes");
  const updateSettings = useUpdateSettings();
  const chosen = IDLE_CHOICES.find(({ value }) => Number(value) === vaultIdleMinutes);
  return (
    <Select
      isLabelHidden
      label="Locks itself"
      onChange={(value) => updateSettings(() => ({ vaultIdleMinutes: Number(value) }))}
      options={IDLE_CHOICES}
      placeholder={`After ${vaultIdleMinutes} minutes without use`}
      value={chosen?.value ?? null}
    />
  );
}

/** Records that do not decrypt. They stay as they are until their secret is entered again. */
function Unreadable({ secrets }: { readonly secrets: readonly UnreadableSecret[] }): ReactNode {
  const { tenants } = useWorkspace();
  if (secrets.length === 0) return null;
  const nameOf = (id: string | null) =>
    tenants.find((tenant) => tenant.id === id)?.name ??
    (id === null ? "an unknown tenant" : `the tenant "${id}"`);
  return (
    <>
      <p>
        These secrets are damaged and cannot be decrypted; all others work. Enter them again in their tenant,
        or leave them as they are.
      </p>
      <ul className={styles.unreadable}>
        {secrets.map(({ tenantId, slot }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- Two damaged records can look the same, and none moves.
          <li key={index}>{`${slot === null ? "A secret" : SLOT_TEXTS[slot]} of ${nameOf(tenantId)}`}</li>
        ))}
      </ul>
    </>
  );
}
