import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import { compareExchanges, judgeComparison } from "../../../shared/compare/comparison.ts";
import type { Exchange } from "../../../shared/domain/exchange.ts";
import { useNavigation } from "../../app/navigation-context.tsx";
import { useSetting } from "../../app/use-setting.ts";
import { useWorkspace } from "../../app/workspace-context.tsx";
import { useCall } from "../../host/queries.ts";
import { OutcomeBadge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { CrossIcon } from "../../ui/icons.tsx";
import { Pane, PaneHeader } from "../../ui/pane.tsx";
import { formatCount, formatMilliseconds } from "../../ui/quantities.ts";
import { dayAndTime } from "../history/moments.ts";
import { shortAnswer } from "../history/short-answer.ts";
import styles from "./comparison.module.css";
import { sameEventQuery } from "./same-event.ts";
import tableStyles from "./tenant-comparison.module.css";

type Tenant = { readonly id: string; readonly name: string; readonly kind: string };

/** One event at every tenant: the newest exchange of each beside the one that is compared. Escape closes. */
export function TenantComparison(props: {
  readonly exchange: Exchange;
  readonly onCompare: (otherId: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { exchange, onClose } = props;
  const { tenants } = useWorkspace();
  const view = useRef<HTMLDivElement>(null);
  useEffect(() => {
    view.current?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    onClose();
    event.preventDefault();
  };
  const { setOpenedExchangeId } = useNavigation();
  const open = (id: string) => {
    onClose();
    setOpenedExchangeId(id);
  };
  const others = tenants.filter(({ id }) => id !== exchange.tenant?.id);
  return (
    // Escape works wherever the focus is inside; every control in here keeps its own keys.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.view} onKeyDown={onKeyDown} ref={view} tabIndex={-1}>
      <Pane label="Comparison across tenants">
        <PaneHeader
          trailing={
            <Button label="Close the comparison" onPress={onClose} size="small" variant="quiet">
              <CrossIcon />
            </Button>
          }
        >
          <h2 className={styles.title}>{`${exchange.event ?? ""} across tenants`}</h2>
          <span className={styles.summary}>The newest exchange of each, against the one that was open</span>
        </PaneHeader>
        <div className={styles.scroll}>
          <table aria-label={`${exchange.event ?? ""} across tenants`} className={tableStyles.table}>
            <Head />
            <tbody>
              <ExchangeRow {...props} onOpen={open} reference={null} tenant={exchange.tenant} />
              {others.map((tenant) => (
                <TenantRow key={tenant.id} onOpen={open} tenant={tenant} {...props} />
              ))}
            </tbody>
          </table>
        </div>
      </Pane>
    </div>
  );
}

function Head(): ReactNode {
  const names = ["Tenant", "Outcome", "HTTP", "Took", "Sent", "Answer", "Differences"];
  return (
    <thead>
      <tr>
        {names.map((name) => (
          <th
            className={name === "HTTP" || name === "Took" ? tableStyles.number : undefined}
            key={name}
            scope="col"
          >
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function TenantRow(props: {
  readonly tenant: Tenant;
  readonly exchange: Exchange;
  readonly onOpen: (id: string) => void;
  readonly onCompare: (otherId: string) => void;
}): ReactNode {
  const { tenant, exchange, onOpen, onCompare } = props;
  const page = useCall("history.page", { query: sameEventQuery(exchange, tenant.id, null), limit: 1 });
  const id = page.data?.rows[0]?.id;
  const found = useCall("history.get", { id: id ?? "" }, { isEnabled: id !== undefined });
  const error = page.error ?? found.error;
  if (found.data !== undefined && id !== undefined)
    return (
      <ExchangeRow
        exchange={found.data}
        onCompare={onCompare}
        onOpen={onOpen}
        reference={exchange}
        tenant={tenant}
      />
    );
  const isEmpty = page.data !== undefined && id === undefined;
  return (
    <tr>
      <TenantCell tenant={tenant} />
      <td className={tableStyles.muted} colSpan={6}>
        {error === null ? (isEmpty ? "Not sent there yet" : "Reading") : error.error.message}
      </td>
    </tr>
  );
}

function ExchangeRow(props: {
  readonly tenant: Pick<Tenant, "name" | "kind"> | null;
  readonly exchange: Exchange;
  /** What it is compared with; null for the one that the others are compared with. */
  readonly reference: Exchange | null;
  readonly onOpen: (id: string) => void;
  readonly onCompare: (otherId: string) => void;
}): ReactNode {
  const { exchange, reference } = props;
  const { outcome, response, timings, sentAt } = exchange;
  return (
    <tr aria-current={reference === null}>
      <TenantCell tenant={props.tenant} />
      <td>
        <OutcomeBadge outcome={outcome} />
      </td>
      <td className={tableStyles.number}>{response?.status ?? "\u2013"}</td>
      <td className={tableStyles.number}>{formatMilliseconds(timings.total)}</td>
      <td>
        <button className={tableStyles.link} onClick={() => props.onOpen(exchange.id)} type="button">
          {dayAndTime(sentAt)}
        </button>
      </td>
      <td className={tableStyles.answer} title={exchange.message}>
        {shortAnswer(exchange)}
      </td>
      <td>
        {reference === null ? (
          <span className={tableStyles.muted}>the one compared</span>
        ) : (
          <Differences {...props} reference={reference} />
        )}
      </td>
    </tr>
  );
}

function TenantCell({ tenant }: { readonly tenant: Pick<Tenant, "name" | "kind"> | null }): ReactNode {
  return (
    <th className={tableStyles.tenant} scope="row">
      {tenant === null ? "No tenant" : tenant.name}
      {tenant === null ? null : <span className={tableStyles.muted}>{` ${tenant.kind}`}</span>}
    </th>
  );
}

function Differences(props: {
  readonly exchange: Exchange;
  readonly reference: Exchange;
  readonly onCompare: (otherId: string) => void;
}): ReactNode {
  const rules = useSetting("ignoreRules");
  const { differences, notes } = judgeComparison(compareExchanges(props.reference, props.exchange), rules);
  const counted =
    differences === 0 ? "none that counts" : formatCount(differences, "difference", "differences");
  const words = notes.length === 0 ? counted : `${counted} in the beginning`;
  return (
    <span className={tableStyles.differences} title={notes.length === 0 ? undefined : notes.join(" ")}>
      {words}
      <Button onPress={() => props.onCompare(props.exchange.id)} size="small">
        Compare
      </Button>
    </span>
  );
}
