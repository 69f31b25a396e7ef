import { useState, type ReactNode } from "react";
import type { TenantView } from "../../../shared/contract/calls.ts";
import type { SecretSlot } from "../../../shared/domain/vault.ts";
import type { AppError } from "../../../shared/result/result.ts";
import { useHost } from "../../host/host-context.tsx";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { showToast } from "../../ui/toast.tsx";
import { FormDialog } from "../vault/form-dialog.tsx";
import { useVault } from "../vault/vault-context.tsx";
import { FormRow } from "./form-parts.tsx";
import styles from "./tenants.module.css";

/** A secret of the tenant: whether it is set, and the ways to set and clear it. It is stored at once and never shown. */
export function SecretRow(props: {
  readonly tenant: TenantView | null;
  readonly slot: SecretSlot;
  readonly label: string;
  /** The accessible name, which is unlike that of the other secrets. */
  readonly name: string;
  readonly description: string;
}): ReactNode {
  const { tenant, slot, label, name, description } = props;
  const host = useHost();
  const [isSetting, setSetting] = useState(false);
  if (tenant === null) {
    return (
      <FormRow label={label}>
        <p className={styles.fixed}>Can be set once the tenant is added.</p>
      </FormRow>
    );
  }
  const secret = tenant.secrets.find((one) => one.slot === slot);
  const isSet = secret?.isSet === true;
  async function clear(tenantId: string): Promise<void> {
    const cleared = await host.call("secrets.clear", { tenantId, slot });
    if (cleared.ok) showToast({ tone: "done", title: `${name} cleared` });
    else showToast({ tone: "failed", title: "Nothing was cleared", text: cleared.error.message });
  }
  return (
    <FormRow label={label}>
      <div className={styles.secret}>
        <span>{describe(secret)}</span>
        <Button label={`${isSet ? "Set new" : "Set"} ${name}`} onPress={() => setSetting(true)} size="small">
          {isSet ? "Set new" : "Set"}
        </Button>
        {isSet ? (
          <Button label={`Clear ${name}`} onPress={() => void clear(tenant.id)} size="small" variant="quiet">
            Clear
          </Button>
        ) : null}
      </div>
      <p className={styles.hint}>{description}</p>
      {isSetting ? (
        <SecretDialog name={name} onClose={() => setSetting(false)} slot={slot} tenant={tenant} />
      ) : null}
    </FormRow>
  );
}

function SecretDialog(props: {
  readonly tenant: TenantView;
  readonly slot: SecretSlot;
  readonly name: string;
  readonly onClose: () => void;
}): ReactNode {
  const { tenant, slot, name, onClose } = props;
  const host = useHost();
  const { askToUnlock } = useVault();
  const [value, setValue] = useState("");
  async function set(): Promise<AppError | null> {
    const result = await host.call("secrets.set", { tenantId: tenant.id, slot, value });
    if (result.ok) return null;
    if (result.error.code === "vault.locked") askToUnlock();
    return result.error;
  }
  return (
    <FormDialog
      isSubmitDisabled={value === ""}
      onClose={onClose}
      onSubmit={set}
      submitLabel="Set"
      title={`${tenant.name}: ${name}`}
    >
      <p>It goes to the console and does not come back to this window.</p>
      <TextField hasFocus isSecret label={name} onChange={setValue} value={value} />
    </FormDialog>
  );
}

function describe(secret: TenantView["secrets"][number] | undefined): string {
  if (secret?.isSet !== true) return "Not set";
  if (!secret.isReadable)
    return "Set, but it cannot be read now: the vault is locked, or the record is damaged";
  return secret.hint === null ? "Set" : `Set, ends with ..${secret.hint}`;
}
