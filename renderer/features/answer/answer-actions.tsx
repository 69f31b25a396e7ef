import type { ReactNode } from "react";
import type { Exchange } from "../../../shared/domain/exchange.ts";
import { exchangeToMarkdown } from "../../../shared/export/markdown.ts";
import { useCommands } from "../../app/actions-context.tsx";
import { useNavigation } from "../../app/navigation-context.tsx";
import { Button } from "../../ui/button.tsx";
import { copyText, CopyButton } from "../../ui/copy-button.tsx";
import styles from "./answer-actions.module.css";

type AnswerActionsProps = {
  readonly exchange: Exchange;
  readonly onResend: (exchange: Exchange) => void;
  readonly onEdit: (exchange: Exchange) => void;
  readonly onCompare: (exchangeId: string) => void;
  readonly isSending: boolean;
};

/** What can be done with an exchange from its answer. */
export function AnswerActions(props: AnswerActionsProps): ReactNode {
  const { exchange } = props;
  useAnswerCommands(props);
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

/** The same from the palette. */
function useAnswerCommands({ exchange, isSending, onResend, onEdit, onCompare }: AnswerActionsProps): void {
  const { screen } = useNavigation();
  const command = (id: string, title: string, run: () => void) => ({
    id: `answer:${id}`,
    section: "Answer",
    title,
    run,
  });
  useCommands("answer", () => {
    if (screen !== "compose") return [];
    return [
      ...(isSending
        ? []
        : [command("resend", "Resend: send the answered text once more", () => onResend(exchange))]),
      command("edit", "Edit: take the answered text into the draft", () => onEdit(exchange)),
      command("compare", "Compare the answered text with the draft", () => onCompare(exchange.id)),
      command("ticket", "Copy the answer as ticket", () => void copyText(exchangeToMarkdown(exchange))),
    ];
  });
}
