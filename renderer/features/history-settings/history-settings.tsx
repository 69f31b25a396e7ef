import type { ReactNode } from "react";
import { useCall } from "../../host/queries.ts";
import { FactList } from "../../ui/fact-list.tsx";
import { formatBytes, formatCount } from "../../ui/quantities.ts";
import styles from "./history-settings.module.css";
import { RetentionForm } from "./retention-form.tsx";
import { VerifyHistory } from "./verify-history.tsx";

/** How much history there is and is kept, and whether it is as it was recorded. */
export function HistorySettings(): ReactNode {
  const status = useCall("history.status", {}).data;
  const retention = useCall("history.retention", {}).data;
  return (
    <>
      <FactList
        facts={[
          {
            name: "Recorded",
            value:
              status === undefined
                ? null
                : `${formatCount(status.count, "exchange", "exchanges")}, ${formatBytes(status.bytes)} on disk`,
          },
        ]}
      />
      <section aria-label="Evidence" className={styles.section}>
        <h2 className={styles.heading}>Evidence</h2>
        <VerifyHistory />
      </section>
      <section aria-label="How much is kept" className={styles.section}>
        <h2 className={styles.heading}>How much is kept</h2>
        {retention === undefined ? null : (
          // Begins anew from what is saved, when another window saves something else.
          <RetentionForm key={JSON.stringify(retention)} saved={retention} />
        )}
      </section>
    </>
  );
}
