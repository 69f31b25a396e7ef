import type { ReactNode } from "react";
import type { Exchange } from "../../../shared/domain/exchange.ts";
import { exchangeToMarkdown } from "../../../shared/export/markdown.ts";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import styles from "./answer-actions.module.css";

/** What can be done with an exchange from its answer. `resend` and `edit` are there where the draft is of the same event. */
export function AnswerActions(props: {
  readonly exchange: Exchange;
  readonly onResend: (exchange: Exchange) => void;
  readonly onEdit: (exchange: Exchange) => void;
  readonly onCompare: (exchangeId: string) => void;
  readonly isSending: boolean;
}): ReactNode {
  const { exchange } = props;
  return (
    <div aria-label="Exchange" className={styles.actions} role="toolbar">
      <Button
        isPending={props.isSending}
        label="Resend: send the same text once more"
        onPress={() => props.onResend(exchange)}
        size="small"
      >
        Resend
      </Button>
      <Button
        label="Edit: take this exchange's text into the draft"
        onPress={() => props.onEdit(exchange)}
        size="small"
      >
        Edit
      </Button>
      <Button
        label="Compare this exchange with the draft"
        onPress={() => props.onCompare(exchange.id)}
        size="small"
      >
        Compare
      </Button>
      <CopyButton text={() => exchangeToMarkdown(exchange)}>Copy as ticket</CopyButton>
    </div>
  );
}
