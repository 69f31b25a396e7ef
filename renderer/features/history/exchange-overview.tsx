import type { ReactNode } from "react";
import type { Exchange } from "../../../shared/domain/exchange.ts";
import type { Finding } from "../../../shared/domain/finding.ts";
import { Badge } from "../../ui/badge.tsx";
import { CodeView } from "../../ui/code-view.tsx";
import { FactList } from "../../ui/fact-list.tsx";
import { Sentence } from "../../ui/sentence.tsx";
import styles from "./exchange-detail.module.css";
import { describeExpectation } from "./expectation.ts";
import { findingMarks } from "./finding-marks.ts";
import { exactTime } from "./moments.ts";

/** What came of it and what was known before, then the text that was sent. */
export function ExchangeOverview(props: { readonly exchange: Exchange }): ReactNode {
  const { exchange } = props;
  return (
    <>
      <div className={styles.facts}>
        <FactList facts={overviewFacts(exchange)} />
      </div>
      <CodeView
        label="Request body with its findings"
        marks={findingMarks(exchange.findings)}
        text={exchange.request.text}
      />
    </>
  );
}

function overviewFacts(exchange: Exchange) {
  const { tenant, catalog, identity, failure, reference, remarks, findings } = exchange;
  return [
    { name: "Answer", value: exchange.message },
    { name: "Next step", value: failure?.nextStep ?? null },
    { name: "Reference", value: reference === null ? null : <code>{reference}</code> },
    { name: "But", value: remarks.length === 0 ? null : <Lines lines={remarks} /> },
    { name: "We expected", value: describeExpectation(exchange) },
    { name: "Sent", value: <code>{exactTime(exchange.sentAt)}</code> },
    { name: "To", value: <code>{exchange.request.url}</code> },
    { name: "Tenant", value: tenant === null ? null : `${tenant.name} (${tenant.kind})` },
    { name: "Identity", value: identity === null ? null : <Identity {...identity} /> },
    { name: "Catalog", value: catalog === null ? null : `${catalog.name}, version ${catalog.version}` },
    { name: "Findings", value: findings.length === 0 ? "None" : <Findings findings={findings} /> },
  ];
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

const TONES = { error: "danger", warning: "warning", info: "info" } as const;

function Findings(props: { readonly findings: readonly Finding[] }): ReactNode {
  return (
    <ul aria-label="Findings before sending" className={styles.findings}>
      {props.findings.map((finding) => (
        <li key={`${finding.rule} ${finding.path}`}>
          <Badge tone={TONES[finding.severity]}>
            {finding.code === null ? finding.rule : `${finding.rule} ${finding.code}`}
          </Badge>{" "}
          {finding.path === "" ? null : <code className={styles.path}>{finding.path} </code>}
          <Sentence text={finding.message} />
        </li>
      ))}
    </ul>
  );
}
