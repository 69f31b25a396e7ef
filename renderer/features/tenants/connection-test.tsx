import { useState, type ReactNode } from "react";
import type {
  ConnectionTest as TestResult,
  ConnectionTestStep,
} from "../../../shared/contract/connection-calls.ts";
import { useNavigation } from "../../app/navigation-context.tsx";
import { useHost } from "../../host/host-context.tsx";
import { Button } from "../../ui/button.tsx";
import { formatMilliseconds } from "../../ui/quantities.ts";
import { showToast } from "../../ui/toast.tsx";
import { API_LABELS, type ConnectionFieldsProps } from "./connection-props.ts";
import { FormRow } from "./form-parts.tsx";
import styles from "./tenants.module.css";

const STEP_LABELS = {
  settings: "Settings",
  dns: "Name",
  connect: "Connection",
  proxy: "Proxy",
  tls: "TLS",
  event: "Event",
} as const satisfies Record<ConnectionTestStep["name"], string>;

const OUTCOME_LABELS = {
  done: "Done",
  failed: "Failed",
  skipped: "Skipped",
} as const satisfies Record<ConnectionTestStep["outcome"], string>;

/** Tests the connection as it is stored, and says what was found step by step. */
export function ConnectionTest({ form, tenant, isDirty, onSave }: ConnectionFieldsProps): ReactNode {
  const host = useHost();
  const [isRunning, setRunning] = useState(false);
  const [result, setResult] = useState<TestResult | null>(null);
  if (tenant === null) return null;
  const tenantId = tenant.id;
  const text = isRunning ? "Testing" : isDirty ? "Save and test connection" : "Test connection";
  async function run(): Promise<void> {
    if (isRunning) return;
    setRunning(true);
    setResult(null);
    if (!isDirty || (await onSave())) {
      const tested = await host.call("connections.test", { tenantId, api: form.api });
      if (tested.ok) setResult(tested.value);
      else showToast({ tone: "failed", title: "The connection was not tested", text: tested.error.message });
    }
    setRunning(false);
  }
  return (
    <FormRow label="Test">
      <Button label={`${text}: ${API_LABELS[form.api]}`} onPress={() => void run()}>
        {text}
      </Button>
      <div aria-live="polite">{result === null ? null : <Found result={result} />}</div>
    </FormRow>
  );
}

function Found({ result }: { readonly result: TestResult }): ReactNode {
  const { showExchange } = useNavigation();
  const { exchangeId } = result;
  return (
    <div className={styles.test}>
      <p>
        {result.sent === "event" ? "A real event was sent to " : "No event was sent. Tested was "}
        <code>{result.url}</code>.
      </p>
      <ol className={styles.steps}>
        {result.steps.map((step) => (
          <li className={styles.step} data-outcome={step.outcome} key={step.name}>
            <span className={styles.stepName}>{STEP_LABELS[step.name]}</span>
            <span className={styles.stepOutcome}>{OUTCOME_LABELS[step.outcome]}</span>
            <span>{step.message}</span>
            <span className={styles.stepTime}>
              {step.milliseconds === null ? "" : formatMilliseconds(step.milliseconds)}
            </span>
          </li>
        ))}
      </ol>
      {exchangeId === null ? null : (
        <Button onPress={() => showExchange(exchangeId)} size="small" variant="quiet">
          Show the exchange
        </Button>
      )}
    </div>
  );
}
