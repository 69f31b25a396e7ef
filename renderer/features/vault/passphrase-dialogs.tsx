import { useState, type ReactNode } from "react";
import type { VaultWays } from "../../../shared/domain/vault.ts";
import { TextField } from "../../ui/text-field.tsx";
import { showToast } from "../../ui/toast.tsx";
import { FormDialog } from "./form-dialog.tsx";
import { isUsable, NewPassphraseFields, NO_PASSPHRASE } from "./new-passphrase.tsx";
import { useVaultActions } from "./vault-actions.ts";

type DialogProps = { readonly onClose: () => void };

export function CreateVaultDialog({ onClose }: DialogProps): ReactNode {
  const { change } = useVaultActions();
  const [passphrase, setPassphrase] = useState(NO_PASSPHRASE);
  return (
    <FormDialog
      isSubmitDisabled={!isUsable(passphrase)}
      onClose={onClose}
      onSubmit={() => change("vault.createWithPassphrase", { passphrase: passphrase.text })}
      submitLabel="Create the vault"
      title="Create a vault with a passphrase"
    >
      <p>
        Secrets and catalogs are encrypted from then on. The passphrase is asked for at each start and is
        stored nowhere: who forgets it needs the recovery key.
      </p>
      <NewPassphraseFields
        description="At least 10 characters. A few unrelated words are easy to type and hard to guess."
        hasFocus
        label="Passphrase"
        onChange={setPassphrase}
        value={passphrase}
      />
    </FormDialog>
  );
}

/** Also gives a first passphrase to a vault that only the keychain opens. */
export function ChangePassphraseDialog(props: DialogProps & { readonly ways: VaultWays }): ReactNode {
  const { change } = useVaultActions();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState(NO_PASSPHRASE);
  const hasOne = props.ways.passphrase;
  return (
    <FormDialog
      isSubmitDisabled={!isUsable(next) || (hasOne && current === "")}
      onClose={props.onClose}
      onSubmit={async () => {
        const input = { current: hasOne ? current : null, next: next.text };
        const problem = await change("vault.changePassphrase", input);
        if (problem === null)
          showToast({ tone: "done", title: hasOne ? "Passphrase changed" : "Passphrase set" });
        return problem;
      }}
      submitLabel={hasOne ? "Change the passphrase" : "Set the passphrase"}
      title={hasOne ? "Change the passphrase" : "Set a passphrase"}
    >
      {hasOne ? (
        <TextField hasFocus isSecret label="Present passphrase" onChange={setCurrent} value={current} />
      ) : (
        <p>The vault then also opens where there is no keychain, such as on the command line.</p>
      )}
      <NewPassphraseFields hasFocus={!hasOne} label="New passphrase" onChange={setNext} value={next} />
    </FormDialog>
  );
}
