import type { ReactNode } from "react";
import { assertNever } from "../../../shared/result/result.ts";
import { useNavigation } from "../../app/navigation-context.tsx";
import { OutcomeBadge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { CrossIcon } from "../../ui/icons.tsx";
import { formatMilliseconds } from "../../ui/quantities.ts";
import type { Compared } from "../compare/exchange-comparison.tsx";
import styles from "./exchange-detail.module.css";
import type { Resent } from "./use-resend.ts";

/** What came of sending an exchange again, beside the exchange, and the way to compare the two. */
export function ResentLine(props: {
  readonly of: string;
  readonly resent: Resent;
  readonly onCompare: (compared: Compared) => void;
  readonly onDismiss: () => void;
}): ReactNode {
  return (
    <div className={styles.resent}>
      <output className={styles.resentText}>
        <ResentWords resent={props.resent} />
      </output>
      {props.resent.kind === "answered" ? <Offers {...props} newId={props.resent.exchange.id} /> : null}
      {props.resent.kind === "running" ? null : (
        <Button label="Dismiss" onPress={props.onDismiss} size="small" variant="quiet">
          <CrossIcon />
        </Button>
      )}
    </div>
  );
}

function ResentWords({ resent }: { readonly resent: Resent }): ReactNode {
  switch (resent.kind) {
    case "running":
      return "Sending again";
    case "failed":
      return `Not sent again. ${resent.error.message}`;
    case "answered":
      return (
        <>
          Sent again: <OutcomeBadge outcome={resent.exchange.outcome} />{" "}
          {formatMilliseconds(resent.exchange.timings.total)}, {resent.exchange.message}
        </>
      );
    default:
      return assertNever(resent);
  }
}

function Offers(props: {
  readonly of: string;
  readonly newId: string;
  readonly onCompare: (compared: Compared) => void;
}): ReactNode {
  const { setOpenedExchangeId } = useNavigation();
  return (
    <>
      <Button
        onPress={() => props.onCompare({ kind: "exchanges", leftId: props.of, rightId: props.newId })}
        size="small"
      >
        Compare
      </Button>
      <Button onPress={() => setOpenedExchangeId(props.newId)} size="small">
        Open
      </Button>
    </>
  );
}
