import type { ReactNode } from "react";
import { describeClockSkew, describeTls } from "../../../shared/answers/connection-words.ts";
import { expectationMet } from "../../../shared/answers/expectation-met.ts";
import type { Exchange, TlsFacts } from "../../../shared/domain/exchange.ts";
import { useNavigation } from "../../app/navigation-context.tsx";
import { CodeView } from "../../ui/code-view.tsx";
import { FactList } from "../../ui/fact-list.tsx";
import { API_NAMES } from "../other-api/api-names.ts";
import styles from "./exchange-detail.module.css";
import { FindingLine } from "./exchange-findings.tsx";
import { describeConnection } from "./describe-connection.ts";
import { findingMarks } from "./finding-marks.ts";
import { exactTime } from "./moments.ts";

/** More than these are on the findings' own tab only. */
const MOST_FINDINGS = 4;

/** What came of it and what was known before, then the text that was sent. */
export function ExchangeOverview(props: {
  readonly exchange: Exchange;
  readonly onShowFindings: () => void;
}): ReactNode {
  const { exchange } = props;
  return (
    <>
      <div className={styles.facts}>
        <FactList facts={[...overviewFacts(exchange, props.onShowFindings), ...recordFacts(exchange)]} />
      </div>
      <CodeView
        label="Request body with its findings"
        marks={findingMarks(exchange.findings)}
        text={exchange.request.text}
      />
    </>
  );
}

function overviewFacts(exchange: Exchange, onShowFindings: () => void) {
  const { failure, reference, remarks, imported } = exchange;
  return [
    {
      name: "Imported",
      value:
        imported === null ? null : `from ${imported.origin}: somebody else's evidence, not sent from here`,
    },
    { name: "Answer", value: exchange.message },
    { name: "Next step", value: failure?.nextStep ?? null },
    { name: "Reference", value: reference === null ? null : <code>{reference}</code> },
    { name: "But", value: remarks.length === 0 ? null : <Lines lines={remarks} /> },
    { name: "Expectation", value: expectationMet(exchange).text },
    { name: "Negative test", value: exchange.negative ? "Yes, it was sent to be refused" : null },
    { name: "Sent", value: <code>{exactTime(exchange.sentAt)}</code> },
    { name: "To", value: <code>{exchange.request.url}</code> },
    { name: "Findings", value: <Findings exchange={exchange} onShowAll={onShowFindings} /> },
  ];
}

/** Under which circumstances it was sent. */
function recordFacts(exchange: Exchange) {
  const { tenant, catalog, identity, run, clockOffsetMs, connection, tls, presetId } = exchange;
  return [
    { name: "Tenant", value: tenant === null ? null : `${tenant.name} (${tenant.kind}), as it was then` },
    { name: "API", value: API_NAMES[exchange.api] },
    { name: "Identity", value: identity === null ? null : <Identity {...identity} /> },
    { name: "Catalog", value: catalog === null ? null : <CatalogLink {...catalog} /> },
    { name: "Preset", value: presetId === null ? null : <code>{presetId}</code> },
    {
      name: "Run",
      value: run === null ? null : `${run.id}${run.row === null ? "" : `, row ${run.row}`}`,
    },
    { name: "Connection", value: connection === null ? null : describeConnection(connection) },
    { name: "TLS", value: tls === null ? null : tlsWords(tls, exchange) },
    {
      name: "Clock",
      value: clockOffsetMs === null ? null : (describeClockSkew(exchange) ?? "the server's as ours"),
    },
    { name: "Console", value: `version ${exchange.appVersion}` },
  ];
}

/** The catalog as it was then, and the way to that very version of it. */
function CatalogLink(props: {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}): ReactNode {
  const { showCatalogVersion } = useNavigation();
  const { id, name, version } = props;
  return (
    <button
      className={styles.link}
      onClick={() => showCatalogVersion({ catalogId: id, version })}
      title="Open this version in Catalogs"
      type="button"
    >
      {`${name}, version ${version}`}
    </button>
  );
}

/** The handshake, the chain of certificates, and what somebody has to see to. */
function tlsWords(tls: TlsFacts, exchange: Exchange): string {
  const { summary, chain, warnings } = describeTls(tls, exchange);
  const certificates = chain.map(
    ({ name, issuer, validity }) => `${name}, ${validity}, issued by ${issuer}.`,
  );
  return [summary, ...certificates.slice(0, 1), ...warnings].join(" ");
}

function Identity(props: { readonly kind: string; readonly value: string }): ReactNode {
  return (
    <>
      {props.kind} <code>{props.value}</code>
    </>
  );
}

function Lines(props: { readonly lines: readonly string[] }): ReactNode {
  return (
    <ul>
      {props.lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Findings(props: { readonly exchange: Exchange; readonly onShowAll: () => void }): ReactNode {
  const { findings } = props.exchange;
  if (findings.length === 0) return "None";
  const more = findings.length - MOST_FINDINGS;
  return (
    <ul aria-label="Findings before sending" className={styles.findings}>
      {findings.slice(0, MOST_FINDINGS).map((finding) => (
        <li key={`${finding.rule} ${finding.path} ${finding.message}`}>
          <FindingLine finding={finding} />
        </li>
      ))}
      {more > 0 ? (
        <li>
          <button className={styles.link} onClick={props.onShowAll} type="button">
            {`and ${more.toLocaleString("en-GB")} more`}
          </button>
        </li>
      ) : null}
    </ul>
  );
}
