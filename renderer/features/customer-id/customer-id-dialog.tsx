import { useState, type ReactNode } from "react";
import type { TenantView } from "../../../shared/contract/calls.ts";
import type { IdentityMode } from "../../../shared/form/edit-form.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import styles from "./customer-id.module.css";
import { CustomerIdKey } from "./customer-id-key.tsx";
import { useCustomerIds } from "./use-customer-ids.ts";
import { VisitorId } from "./visitor-id.tsx";

export type UseIdentity = (mode: IdentityMode, value: string) => void;

/** A customer id in its three forms: plain, encrypted with the tenant's key, and as the visitor that belongs to it. */
export function CustomerIdDialog(props: {
  readonly tenant: TenantView;
  readonly customerId: string;
  readonly hasVisitor: boolean;
  readonly onUse: UseIdentity;
  readonly onClose: () => void;
}): ReactNode {
  const { tenant, onUse } = props;
  const ids = useCustomerIds(tenant.id, props.customerId);
  return (
    <Dialog
      actions={<Button onPress={props.onClose}>Close</Button>}
      isOpen
      onClose={props.onClose}
      title="Customer ids"
    >
      <div className={styles.parts}>
        <CustomerIdKey tenant={tenant} />
        <IdField
          actionLabel="Encrypt"
          label="Customer id"
          note={null}
          onAct={ids.encrypt}
          onChange={ids.setPlain}
          onUse={(value) => onUse("customer", value)}
          problem={ids.plain.problem}
          value={ids.plain.value}
        />
        <IdField
          actionLabel="Decrypt"
          label="Encrypted customer id"
          note={ids.note}
          onAct={ids.decrypt}
          onChange={ids.setEncrypted}
          onUse={(value) => onUse("customer", value)}
          problem={ids.encrypted.problem}
          value={ids.encrypted.value}
        />
        <VisitorId
          customerId={ids.plain.value}
          onUse={props.hasVisitor ? (value) => onUse("visitor", value) : null}
        />
      </div>
    </Dialog>
  );
}

function IdField(props: {
  readonly label: string;
  readonly value: string;
  readonly problem: string | null;
  readonly note: string | null;
  readonly actionLabel: string;
  readonly onChange: (value: string) => void;
  readonly onAct: () => Promise<void>;
  readonly onUse: (value: string) => void;
}): ReactNode {
  const { label, value, problem, note } = props;
  const [isPending, setIsPending] = useState(false);
  const act = async () => {
    setIsPending(true);
    await props.onAct();
    setIsPending(false);
  };
  return (
    <section aria-label={label} className={styles.part}>
      <TextField
        {...(problem === null ? {} : { errorText: problem })}
        {...(note === null ? {} : { description: note })}
        isMonospace
        label={label}
        onChange={props.onChange}
        value={value}
      />
      <div className={styles.actions}>
        <Button isDisabled={value === ""} isPending={isPending} onPress={() => void act()} size="small">
          {props.actionLabel}
        </Button>
        <Button isDisabled={value === ""} onPress={() => props.onUse(value)} size="small" variant="quiet">
          Use as customer
        </Button>
      </div>
    </section>
  );
}
