import { useState, type ReactNode } from "react";
import type { VaultWays } from "../../../shared/domain/vault.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { showToast } from "../../ui/toast.tsx";
import { FormDialog } from "./form-dialog.tsx";
import { isUsable, NewPassphraseFields, NO_PASSPHRASE } from "./new-passphrase.tsx";
import styles from "./recovery-dialogs.module.css";
import { useVaultActions } from "./vault-actions.ts";

/** Makes a recovery key and shows it, once. */
export function RecoveryKeyDialog(props: {
  readonly ways: VaultWays;
  readonly onClose: () => void;
}): ReactNode {
  const { exportRecoveryKey } = useVaultActions();
  const [passphrase, setPassphrase] = useState("");
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null);
  if (recoveryKey !== null) return <ShownRecoveryKey onClose={props.onClose} recoveryKey={recoveryKey} />;
  const asks = props.ways.passphrase;
  return (
    <FormDialog
      isSubmitDisabled={asks && passphrase === ""}
      onClose={props.onClose}
      // The key takes this dialog's place.
      onDone={() => undefined}
      onSubmit={async () => {
        const result = await exportRecoveryKey(asks ? passphrase : null);
        if (!result.ok) return result.error;
        setRecoveryKey(result.value.recoveryKey);
        return null;
      }}
      submitLabel="Make a recovery key"
      title="Make a recovery key"
    >
      <p>
        A recovery key opens the vault when the passphrase is forgotten or the keychain is gone. It is shown
        once and stored nowhere.
        {props.ways.recoveryKey ? " It replaces the present one, which then opens nothing any more." : ""}
      </p>
      {asks ? (
        <TextField hasFocus isSecret label="Passphrase" onChange={setPassphrase} value={passphrase} />
      ) : null}
    </FormDialog>
  );
}

function ShownRecoveryKey(props: { readonly recoveryKey: string; readonly onClose: () => void }): ReactNode {
  const actions = (
    <>
      <Button onPress={() => void copy(props.recoveryKey)}>Copy</Button>
      <Button onPress={props.onClose} variant="primary">
        I have written it down
      </Button>
    </>
  );
  return (
    <Dialog actions={actions} isKept isOpen onClose={props.onClose} title="The recovery key">
      <div className={styles.shown}>
        <p>Write it down or print it, and keep it away from this computer. It is not shown again.</p>
        <output aria-label="Recovery key" className={styles.key}>
          {props.recoveryKey}
        </output>
        <p>Small letters, spaces and hyphens make no difference when it is typed.</p>
      </div>
    </Dialog>
  );
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    showToast({ tone: "done", title: "Recovery key copied", text: "Empty the clipboard once it is stored." });
  } catch {
    const text = "The clipboard is not available to this window. Write the key down by hand.";
    showToast({ tone: "failed", title: "The key was not copied", text });
  }
}

/** Opens the vault with its recovery key, and gives it a new passphrase if wanted. */
export function RestoreDialog(props: {
  readonly onClose: () => void;
  readonly afterwards?: (() => void) | undefined;
}): ReactNode {
  const { change } = useVaultActions();
  const [recoveryKey, setRecoveryKey] = useState("");
  const [next, setNext] = useState(NO_PASSPHRASE);
  const keepsPassphrase = next.text === "" && next.repeated === "";
  return (
    <FormDialog
      isSubmitDisabled={recoveryKey.trim() === "" || !(keepsPassphrase || isUsable(next))}
      onClose={props.onClose}
      onSubmit={async () => {
        const input = { recoveryKey, newPassphrase: keepsPassphrase ? null : next.text };
        const problem = await change("vault.restoreWithRecoveryKey", input);
        if (problem === null) props.afterwards?.();
        return problem;
      }}
      submitLabel="Open the vault"
      title="Open the vault with the recovery key"
    >
      <TextField
        description="Nine groups of four letters and digits."
        hasFocus
        isMonospace
        label="Recovery key"
        onChange={setRecoveryKey}
        value={recoveryKey}
      />
      <NewPassphraseFields
        description="Leave both empty to keep the passphrase as it is."
        label="New passphrase"
        onChange={setNext}
        value={next}
      />
    </FormDialog>
  );
}
