import type { ReactNode } from "react";
import {
  COVERAGE_HEADS,
  coverageRows,
  type CoverageLine,
  type CoverageRow,
} from "../../../shared/catalog-coverage/coverage-sides.ts";
import type { EventCoverage, TenantCoverage } from "../../../shared/contract/coverage-calls.ts";
import { useNavigation } from "../../app/navigation-context.tsx";
import { OutcomeBadge } from "../../ui/badge.tsx";
import { formatCount } from "../../ui/quantities.ts";
import styles from "./catalogs.module.css";
import { useEditor } from "./use-catalog-editor.ts";

/** Declared, sent and answered beside each other: the event first, then each parameter of which they differ. */
export function CoverageTable(props: {
  readonly event: EventCoverage;
  /** The event's row in the editor; null where the catalog lacks it. */
  readonly row: number | null;
}): ReactNode {
  const { event, row } = props;
  const { actions } = useEditor();
  const [own, ...parameters] = coverageRows(event);
  return (
    <table aria-label={`Coverage of ${event.event}`} className={styles.coverageTable}>
      <thead>
        <tr>
          {COVERAGE_HEADS.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>
            {own === undefined ? null : <Lines lines={own.declared} />}
            {row === null ? null : (
              <button
                aria-label={`Open ${event.event}`}
                className={styles.link}
                onClick={() => actions.open(row)}
                type="button"
              >
                Open
              </button>
            )}
          </td>
          <td>{own === undefined ? null : <Sent event={event} lines={own.sent} />}</td>
          <td>
            <Answered event={event} />
          </td>
        </tr>
        {parameters.map((one) => (
          <ParameterRows key={one.parameter} row={one} />
        ))}
      </tbody>
    </table>
  );
}

function ParameterRows({ row }: { readonly row: CoverageRow }): ReactNode {
  return (
    <>
      <tr>
        <th className={styles.coverageParameter} colSpan={3} scope="rowgroup">
          <code>{row.parameter}</code>
        </th>
      </tr>
      <tr>
        {[row.declared, row.sent, row.answered].map((lines, index) => (
          <td key={COVERAGE_HEADS[index]}>
            <Lines lines={lines} />
          </td>
        ))}
      </tr>
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly CoverageLine[] }): ReactNode {
  return lines.map((line) => {
    const text = line.map((piece) => piece.text).join("");
    return (
      <p key={text}>
        {line.map(({ kind, text: part }) => (kind === "code" ? <code key={part}>{part}</code> : part))}
      </p>
    );
  });
}

/** When each tenant was last sent it stands at the answer, which leads to the exchange. */
function Sent(props: { readonly event: EventCoverage; readonly lines: readonly CoverageLine[] }): ReactNode {
  const { event, lines } = props;
  if (event.tenants.length === 0) return <Lines lines={lines} />;
  const gateway = event.gateway === null ? [] : lines.slice(-1);
  return (
    <>
      {event.tenants.map(({ tenantId, tenantName, sent }) => (
        <p key={tenantId}>{`${tenantName}: ${formatCount(sent, "time", "times")}`}</p>
      ))}
      <Lines lines={gateway} />
    </>
  );
}

function Answered({ event }: { readonly event: EventCoverage }): ReactNode {
  const { gateway } = event;
  return (
    <>
      {event.tenants.map((tenant) => (
        <Answer key={tenant.tenantId} tenant={tenant} />
      ))}
      {gateway === null ? null : (
        <p>{`Local gateway: ${gateway.received - gateway.refused} accepted, ${gateway.refused} refused`}</p>
      )}
    </>
  );
}

function Answer({ tenant }: { readonly tenant: TenantCoverage }): ReactNode {
  const { showExchange } = useNavigation();
  const { last } = tenant;
  return (
    <div className={styles.coverageAnswer}>
      <span>{`${tenant.outcomes.accepted} of ${tenant.sent} accepted, last:`}</span>
      <OutcomeBadge outcome={last.outcome} />
      <button
        aria-label={`The last exchange with ${tenant.tenantName}, ${momentOf(last.sentAt)}`}
        className={styles.link}
        onClick={() => showExchange(last.exchangeId)}
        title={last.message}
        type="button"
      >
        {momentOf(last.sentAt)}
      </button>
    </div>
  );
}

function momentOf(iso: string): string {
  return new Date(iso).toLocaleString("en-GB", {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  });
}
