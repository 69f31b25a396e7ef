import type { ReactNode } from "react";
import type { Exchange } from "../../../shared/domain/exchange.ts";
import { useWorkspace } from "../../app/workspace-context.tsx";
import { useHost } from "../../host/host-context.tsx";
import type { Host } from "../../host/host.ts";
import { MenuButton } from "../../ui/menu-button.tsx";
import { showToast } from "../../ui/toast.tsx";
import type { Compared } from "../compare/exchange-comparison.tsx";
import { sameEventQuery } from "../compare/same-event.ts";

type CompareTarget = "pick" | "before" | "expected" | "preset" | "tenants" | `tenant ${string}`;

/** What an exchange can be compared with. */
export function CompareMenu(props: {
  readonly exchange: Exchange;
  readonly onCompare: (compared: Compared) => void;
  readonly onPickOther: (id: string) => void;
}): ReactNode {
  const { exchange, onCompare, onPickOther } = props;
  const host = useHost();
  const { tenants } = useWorkspace();
  const others = exchange.event === null ? [] : tenants.filter(({ id }) => id !== exchange.tenant?.id);
  const compareWith = async (tenantId: string | null) => {
    const found = await findSameEvent(host, exchange, tenantId);
    if (found !== null) onCompare({ kind: "exchanges", leftId: found, rightId: exchange.id });
    else if (tenantId === null) sayNothing("There is no earlier exchange of this event.");
    else sayNothing("This event was not sent to that tenant yet.");
  };
  const compareWithPreset = async () => {
    const presetText = await findPresetText(host, exchange);
    if (presetText !== null) onCompare({ kind: "expectation", id: exchange.id, presetText });
    else sayNothing("The preset it was made from is not there any more.");
  };
  const onAction = (target: CompareTarget) => {
    if (target === "pick") onPickOther(exchange.id);
    else if (target === "expected") onCompare({ kind: "expectation", id: exchange.id, presetText: null });
    else if (target === "preset") void compareWithPreset();
    else if (target === "tenants") onCompare({ kind: "tenants", id: exchange.id });
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
        ...(exchange.presetId === null
          ? []
          : [{ id: "preset", label: "With its preset: what was expected, and the text" } as const]),
        ...(others.length === 0 ? [] : [{ id: "tenants", label: "This event across all tenants" } as const]),
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

function sayNothing(text: string): void {
  showToast({ tone: "failed", title: "Nothing to compare with", text });
}

/** The newest exchange of the same event: before this one at its own tenant (null), or at another tenant. */
async function findSameEvent(
  host: Host,
  exchange: Exchange,
  tenantId: string | null,
): Promise<string | null> {
  const query =
    tenantId === null
      ? sameEventQuery(exchange, exchange.tenant?.id, exchange.sentAt)
      : sameEventQuery(exchange, tenantId, null);
  const answer = await host.call("history.page", { query, limit: 1 });
  return answer.ok ? (answer.value.rows[0]?.id ?? null) : null;
}

/** The text of the preset as it is now; null where it is gone. */
async function findPresetText(host: Host, { presetId, tenant }: Exchange): Promise<string | null> {
  const answer = await host.call("presets.list", { tenantId: tenant?.id ?? "" });
  return answer.ok ? (answer.value.find(({ id }) => id === presetId)?.text ?? null) : null;
}
