import { useState, type ReactNode } from "react";
import type { TenantView } from "../../../shared/contract/calls.ts";
import { useHost } from "../../host/host-context.tsx";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import styles from "./customer-id.module.css";

/** Any id does to learn whether a key is one. */
const TRIAL_ID = "1";

/** Whether the tenant's key is set, and the way to set it. It goes in and is not shown again. */
export function CustomerIdKey({ tenant }: { readonly tenant: TenantView }): ReactNode {
  const [isSetting, setIsSetting] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const secret = tenant.secrets.find(({ slot }) => slot === "customer-id-key");
  const isSet = secret?.isSet === true;
  return (
    <section aria-label="Key" className={styles.part}>
      <p className={styles.key}>
        <span>
          {isSet
            ? `The key of "${tenant.name}" is set`
            : `"${tenant.name}" has no key of encrypted customer ids`}
          {secret?.hint == null ? "." : `; it ends in ${secret.hint}.`}
        </span>
        {isSetting ? null : (
          <Button onPress={() => setIsSetting(true)} size="small" variant={isSet ? "quiet" : "secondary"}>
            {isSet ? "Replace key" : "Set key"}
          </Button>
        )}
      </p>
      {problem === null ? null : (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {isSetting ? (
        <NewKey
          onDone={(found) => {
            setIsSetting(false);
            setProblem(found);
          }}
          tenantId={tenant.id}
        />
      ) : null}
    </section>
  );
}

function NewKey(props: {
  readonly tenantId: string;
  /** With what is wrong with the key that is set now, or null. */
  readonly onDone: (problem: string | null) => void;
}): ReactNode {
  const { tenantId } = props;
  const host = useHost();
  const [value, setValue] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  async function save(): Promise<void> {
    if (value === "") return;
    const set = await host.call("secrets.set", { tenantId, slot: "customer-id-key", value });
    if (!set.ok) {
      setProblem(set.error.message);
      return;
    }
    setValue("");
    const tried = await host.call("customerId.encrypt", { tenantId, customerId: TRIAL_ID });
    props.onDone(tried.ok ? null : tried.error.message);
  }
  return (
    <form
      aria-label="Set key"
      className={styles.newKey}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        {...(problem === null ? {} : { errorText: problem })}
        description="32 characters, 64 hexadecimal digits or base64 of 32 bytes. It is kept with the tenant's other secrets and is not shown again."
        hasFocus
        isSecret
        label="Key of encrypted customer ids"
        onChange={setValue}
        value={value}
      />
      <div className={styles.actions}>
        <Button isDisabled={value === ""} size="small" type="submit">
          Save key
        </Button>
        <Button onPress={() => props.onDone(null)} size="small" variant="quiet">
          Cancel
        </Button>
      </div>
    </form>
  );
}
