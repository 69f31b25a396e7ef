import type { ReactNode } from "react";
import { printQuery } from "../../../shared/history-query/print.ts";
import type { Exchange } from "../../../shared/domain/exchange.ts";
import { exchangeToMarkdown } from "../../../shared/export/markdown.ts";
import { useWorkspace } from "../../app/workspace-context.tsx";
import { useHost } from "../../host/host-context.tsx";
import type { Host } from "../../host/host.ts";
import { Button } from "../../ui/button.tsx";
import { copyText } from "../../ui/copy-button.tsx";
import { MoreIcon } from "../../ui/icons.tsx";
import { MenuButton } from "../../ui/menu-button.tsx";
import { showToast } from "../../ui/toast.tsx";
import type { Compared } from "../compare/exchange-comparison.tsx";
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

type CompareTarget = "pick" | "before" | "expected" | `tenant ${string}`;

function CompareMenu(props: ActionProps): ReactNode {
  const { exchange, onCompare, onPickOther } = props;
  const host = useHost();
  const { tenants } = useWorkspace();
  const others = exchange.event === null ? [] : tenants.filter(({ id }) => id !== exchange.tenant?.id);
  const compareWith = async (tenantId: string | null) => {
    const found = await findSameEvent(host, exchange, tenantId);
    if (found === null)
      showToast({
        tone: "failed",
        title: "Nothing to compare with",
        text:
          tenantId === null
            ? "There is no earlier exchange of this event."
            : "This event was not sent to that tenant yet.",
      });
    else onCompare({ kind: "exchanges", leftId: found, rightId: exchange.id });
  };
  const onAction = (target: CompareTarget) => {
    if (target === "pick") onPickOther(exchange.id);
    else if (target === "expected") onCompare({ kind: "expectation", id: exchange.id, presetText: null });
    else void compareWith(target === "before" ? null : target.slice("tenant ".length));
  };
  return (
    <MenuButton<CompareTarget>
      entries={[
        { id: "pick", label: "With another, chosen in the list" },
        { id: "before", label: "With the one before of this event", isDisabled: exchange.event === null },
        {
          id: "expected",
          label: "With what was expected",
          isDisabled: exchange.expected === null,
          ...(exchange.expected === null ? { description: "Nothing was said to come of it" } : {}),
        },
        ...others.map((tenant) => ({
          id: `tenant ${tenant.id}` as const,
          label: `With the newest of this event at ${tenant.name}`,
        })),
      ]}
      label="Compare"
      onAction={onAction}
      size="small"
    >
      Compare
    </MenuButton>
  );
}

/** The newest exchange of the same event: before this one at its own tenant (null), or at another tenant. */
async function findSameEvent(
  host: Host,
  exchange: Exchange,
  tenantId: string | null,
): Promise<string | null> {
  const facet = (name: "event" | "tenant" | "before", value: string) =>
    ({ kind: "facet", negated: false, facet: name, values: [value] }) as const;
  const tenant = tenantId ?? exchange.tenant?.id;
  const text = printQuery([
    facet("event", exchange.event ?? ""),
    ...(tenant === undefined ? [] : [facet("tenant", tenant)]),
    ...(tenantId === null ? [facet("before", exchange.sentAt)] : []),
  ]);
  const answer = await host.call("history.page", { query: { text, timeZone: "UTC" }, limit: 1 });
  return answer.ok ? (answer.value.rows[0]?.id ?? null) : null;
}
