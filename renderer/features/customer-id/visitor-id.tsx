import { useDeferredValue, type ReactNode } from "react";
import { useCall } from "../../host/queries.ts";
import { Button } from "../../ui/button.tsx";
import styles from "./customer-id.module.css";

/** The id of the visitor that this customer is once logged in. */
export function VisitorId(props: {
  readonly customerId: string;
  /** null where the API has no visitor. */
  readonly onUse: ((visitorId: string) => void) | null;
}): ReactNode {
  const { onUse } = props;
  const customerId = useDeferredValue(props.customerId);
  const visitor = useCall("customerId.visitorId", { customerId }, { isEnabled: customerId !== "" });
  const visitorId = customerId === "" ? null : (visitor.data?.visitorId ?? null);
  return (
    <section aria-label="Visitor id" className={styles.part}>
      <p className={styles.visitor}>
        <span className={styles.name}>Visitor id of this customer</span>
        <output aria-label="Visitor id of this customer">
          <code>{visitorId ?? visitor.error?.message ?? "none without a customer id"}</code>
        </output>
      </p>
      {onUse === null ? null : (
        <div className={styles.actions}>
          <Button
            isDisabled={visitorId === null}
            onPress={() => {
              if (visitorId !== null) onUse(visitorId);
            }}
            size="small"
            variant="quiet"
          >
            Use as visitor
          </Button>
        </div>
      )}
    </section>
  );
}
