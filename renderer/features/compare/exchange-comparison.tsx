import { useMemo, type ReactNode } from "react";
import { compareExchanges } from "../../../shared/compare/comparison.ts";
import { compareWithExpectation } from "../../../shared/compare/compare-expectation.ts";
import type { Exchange } from "../../../shared/domain/exchange.ts";
import { assertNever } from "../../../shared/result/result.ts";
import { useCall } from "../../host/queries.ts";
import { outcomeLabel } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { dayAndTime } from "../history/moments.ts";
import { ComparisonView } from "./comparison-view.tsx";
import { useWholeExchange } from "../answer/use-whole-exchange.ts";
import { TenantComparison } from "./tenant-comparison.tsx";

/** What is compared: two exchanges, one with what was expected of it, or one with the same event at other tenants. */
export type Compared =
  | { readonly kind: "exchanges"; readonly leftId: string; readonly rightId: string }
  | { readonly kind: "expectation"; readonly id: string; readonly presetText: string | null }
  /** One event at every tenant. */
  | { readonly kind: "tenants"; readonly id: string };

/** A comparison, once what is compared has been read. */
export function ExchangeComparison(props: {
  readonly compared: Compared;
  readonly onChange: (compared: Compared) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { compared, onClose } = props;
  const leftId = compared.kind === "exchanges" ? compared.leftId : compared.id;
  const rightId = compared.kind === "exchanges" ? compared.rightId : compared.id;
  const left = useCall("history.get", { id: leftId });
  const right = useCall("history.get", { id: rightId });
  const error = left.error ?? right.error;
  if (error !== null) {
    return (
      <EmptyState action={<Button onPress={onClose}>Back to the list</Button>} title="Nothing to compare">
        {error.error.message}
      </EmptyState>
    );
  }
  if (left.data === undefined || right.data === undefined) return null;
  switch (compared.kind) {
    case "exchanges":
      return (
        <Exchanges
          left={left.data}
          onClose={onClose}
          onSwap={() => props.onChange({ kind: "exchanges", leftId: rightId, rightId: leftId })}
          right={right.data}
        />
      );
    case "expectation":
      return <WithExpectation exchange={right.data} onClose={onClose} presetText={compared.presetText} />;
    case "tenants":
      return (
        <TenantComparison
          exchange={right.data}
          onClose={onClose}
          onCompare={(otherId) =>
            props.onChange({ kind: "exchanges", leftId: compared.id, rightId: otherId })
          }
        />
      );
    default:
      return assertNever(compared);
  }
}

function Exchanges(props: {
  readonly left: Exchange;
  readonly right: Exchange;
  readonly onSwap: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const left = useWholeExchange(props.left);
  const right = useWholeExchange(props.right);
  if (left === null || right === null) return <EmptyState title="Reading the answers">{READING}</EmptyState>;
  return <ReadExchanges {...props} left={left} right={right} />;
}

const READING = "Their bodies are long and are read as a whole before they are compared.";

function ReadExchanges(props: Parameters<typeof Exchanges>[0]): ReactNode {
  const { left, right } = props;
  const raw = useMemo(() => compareExchanges(left, right), [left, right]);
  return (
    <ComparisonView
      onClose={props.onClose}
      onSwap={props.onSwap}
      raw={raw}
      titles={{ left: titleOf(left), right: titleOf(right) }}
    />
  );
}

function WithExpectation(props: {
  readonly exchange: Exchange;
  readonly presetText: string | null;
  readonly onClose: () => void;
}): ReactNode {
  const { exchange, presetText } = props;
  const raw = useMemo(
    () => compareWithExpectation({ expected: exchange.expected, text: presetText }, exchange),
    [exchange, presetText],
  );
  return (
    <ComparisonView
      onClose={props.onClose}
      onSwap={null}
      raw={raw}
      titles={{ left: "Expected", right: titleOf(exchange) }}
    />
  );
}

/** An exchange in a few words: event, tenant, outcome and moment. */
function titleOf(exchange: Exchange): string {
  return [
    exchange.event ?? "(no event)",
    exchange.tenant?.name,
    outcomeLabel(exchange.outcome),
    dayAndTime(exchange.sentAt),
  ]
    .filter((part) => part !== undefined)
    .join(", ");
}
