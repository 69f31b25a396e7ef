import { useState, type ReactNode } from "react";
import type { VaultStatus } from "../../../shared/contract/vault-calls.ts";
import { assertNever } from "../../../shared/result/result.ts";
import { useAsked } from "../../app/use-asked.ts";
import { Button } from "../../ui/button.tsx";
import { CreateVaultDialog } from "./passphrase-dialogs.tsx";
import { OpenVault } from "./open-vault.tsx";
import { RestoreDialog } from "./recovery-dialogs.tsx";
import { StartAnew } from "./start-anew-dialog.tsx";
import { useVaultActions } from "./vault-actions.ts";
import { useVault } from "./vault-context.tsx";
import styles from "./vault-section.module.css";
import { longVaultText } from "./vault-texts.ts";

/** How it stands with the vault, and everything that can be done about it. */
export function VaultSection(): ReactNode {
  const { status } = useVault();
  if (status === null) return null;
  return (
    <>
      <p>{longVaultText(status.state)}</p>
      <StateActions status={status} />
      <p className={styles.quiet}>
        This window never holds a secret. Requests show it as <code>{"{{secret:token}}"}</code>, and so do the
        history and every export.
      </p>
    </>
  );
}

function StateActions({ status }: { readonly status: VaultStatus }): ReactNode {
  const { state } = status;
  switch (state.kind) {
    case "none":
      return <NoVault status={status} />;
    case "open":
      return <OpenVault keychain={status.keychain} state={state} />;
    case "locked":
      return (
        <ShutVault
          canUnlock
          hasPrevious={state.isDamaged && state.hasPrevious}
          hasRecoveryKey={state.ways.recoveryKey}
        />
      );
    case "unavailable":
      return (
        <ShutVault
          canRetry
          canUnlock={state.ways.passphrase}
          hasPrevious={false}
          hasRecoveryKey={state.ways.recoveryKey}
        />
      );
    case "damaged":
      return <ShutVault canRetry hasPrevious={state.hasPrevious} hasRecoveryKey={false} />;
    case "newer":
      return null;
    default:
      return assertNever(state);
  }
}

function NoVault({ status: { keychain } }: { readonly status: VaultStatus }): ReactNode {
  const { press } = useVaultActions();
  const [isCreating, setCreating] = useState(false);
  useAsked({ "vault.create": () => setCreating(true) });
  return (
    <>
      <div className={styles.actions}>
        {keychain.kind === "missing" ? null : (
          <Button onPress={() => void press("vault.createWithKeychain")} variant="primary">
            {`Create a vault that ${keychain.backend} opens`}
          </Button>
        )}
        <Button
          onPress={() => setCreating(true)}
          variant={keychain.kind === "missing" ? "primary" : "secondary"}
        >
          Create a vault with a passphrase
        </Button>
      </div>
      {keychain.kind === "missing" ? <p className={styles.quiet}>{keychain.reason}</p> : null}
      {isCreating ? <CreateVaultDialog onClose={() => setCreating(false)} /> : null}
    </>
  );
}

/** The ways out of a vault that is not open, the nearest first. */
function ShutVault(props: {
  readonly canUnlock?: boolean;
  readonly canRetry?: boolean;
  readonly hasPrevious: boolean;
  readonly hasRecoveryKey: boolean;
}): ReactNode {
  const { askToUnlock } = useVault();
  const { press } = useVaultActions();
  const [isRestoring, setRestoring] = useState(false);
  return (
    <>
      <div className={styles.actions}>
        {props.canRetry === true ? (
          <Button onPress={() => void press("vault.retry")}>Try again</Button>
        ) : null}
        {props.canUnlock === true ? (
          <Button onPress={() => askToUnlock()} variant="primary">
            Unlock
          </Button>
        ) : null}
        {props.hasRecoveryKey ? (
          <Button onPress={() => setRestoring(true)}>Use the recovery key</Button>
        ) : null}
        {props.hasPrevious ? (
          <Button onPress={() => void press("vault.restorePrevious")}>Go back to the version before</Button>
        ) : null}
        <StartAnew />
      </div>
      {isRestoring ? <RestoreDialog onClose={() => setRestoring(false)} /> : null}
    </>
  );
}
