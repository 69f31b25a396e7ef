import type { ReactNode } from "react";
import type { Exchange } from "../../../shared/domain/exchange.ts";
import { exchangeToMarkdown } from "../../../shared/export/markdown.ts";
import { useWorkspace } from "../../app/workspace-context.tsx";
import { Button } from "../../ui/button.tsx";
import { copyText } from "../../ui/copy-button.tsx";
import { MoreIcon } from "../../ui/icons.tsx";
import { MenuButton } from "../../ui/menu-button.tsx";
import { showToast } from "../../ui/toast.tsx";
import type { Compared } from "../compare/exchange-comparison.tsx";
import { CompareMenu } from "./compare-menu.tsx";
import { useEditInCompose } from "./use-edit-in-compose.ts";

type ActionProps = {
  readonly exchange: Exchange;
  readonly onResend: (text: string) => void;
  readonly onCompare: (compared: Compared) => void;
  readonly onPickOther: (id: string) => void;
};

/** What can be done with an exchange: send it again, go on from it in Compose, compare it. */
export function ExchangeActions(props: ActionProps): ReactNode {
  const { exchange } = props;
  const edit = useEditInCompose(exchange);
  const { tenants } = useWorkspace();
  const canResend = tenants.some(({ id }) => id === exchange.tenant?.id);
  return (
    <>
      <ResendButton {...props} isDisabled={!canResend} />
      <Button isDisabled={edit === null} onPress={() => edit?.()} size="small">
        Edit
      </Button>
      <CompareMenu {...props} />
      <MenuButton
        entries={[
          { id: "ticket", label: "Copy as a ticket", description: "Markdown, with request and answer" },
        ]}
        label="More"
        onAction={() => void copyTicket(exchange)}
        size="small"
        variant="quiet"
      >
        <MoreIcon />
      </MenuButton>
    </>
  );
}

async function copyTicket(exchange: Exchange): Promise<void> {
  if (await copyText(exchangeToMarkdown(exchange))) showToast({ tone: "done", title: "Copied as a ticket" });
}

function ResendButton(props: ActionProps & { readonly isDisabled: boolean }): ReactNode {
  const { exchange, onResend, isDisabled } = props;
  const { draftText, request } = exchange;
  if (draftText === null || draftText === request.text) {
    return (
      <Button isDisabled={isDisabled} onPress={() => onResend(request.text)} size="small">
        Resend
      </Button>
    );
  }
  return (
    <MenuButton
      entries={[
        { id: "same", label: "As it was sent", description: "The very text, its time and ids included" },
        { id: "anew", label: "With placeholders filled in anew", description: "A new time and new ids" },
      ]}
      isDisabled={isDisabled}
      label="Resend"
      onAction={(id) => onResend(id === "same" ? request.text : draftText)}
      size="small"
    >
      Resend
    </MenuButton>
  );
}
