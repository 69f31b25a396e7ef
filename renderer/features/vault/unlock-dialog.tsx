import { useState, type ReactNode } from "react";
import type { VaultStatus } from "../../../shared/contract/vault-calls.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { FormDialog } from "./form-dialog.tsx";
import { RestoreDialog } from "./recovery-dialogs.tsx";
import { useVaultActions } from "./vault-actions.ts";
import { unlockExplanation } from "./vault-texts.ts";

/** Asks for what opens the vault. `afterwards` is what the vault was needed for. */
export function UnlockDialog(props: {
  readonly status: VaultStatus;
  readonly onClose: () => void;
  readonly afterwards: (() => void) | null;
}): ReactNode {
  const { status, onClose, afterwards } = props;
  const { change } = useVaultActions();
  const [passphrase, setPassphrase] = useState("");
  const [usesRecoveryKey, setUsesRecoveryKey] = useState(false);
  const { state } = status;
  if (state.kind !== "locked" && state.kind !== "unavailable") return null;
  const done = () => {
    onClose();
    afterwards?.();
  };
  if (usesRecoveryKey) return <RestoreDialog afterwards={afterwards ?? undefined} onClose={onClose} />;
  const hasPassphrase = state.ways.passphrase;
  return (
    <FormDialog
      cancelLabel="Not now"
      isSubmitDisabled={hasPassphrase && passphrase === ""}
      onClose={onClose}
      onDone={done}
      onSubmit={() => (hasPassphrase ? change("vault.unlock", { passphrase }) : change("vault.retry", {}))}
      otherActions={
        state.ways.recoveryKey ? (
          <Button onPress={() => setUsesRecoveryKey(true)} variant="quiet">
            Use the recovery key
          </Button>
        ) : null
      }
      submitLabel="Unlock"
      title="Unlock the vault"
    >
      <p>{unlockExplanation(state, afterwards !== null)}</p>
      {hasPassphrase ? (
        <TextField hasFocus isSecret label="Passphrase" onChange={setPassphrase} value={passphrase} />
      ) : null}
    </FormDialog>
  );
}
