import type { ReactNode } from "react";
import type { Finding } from "../../../shared/domain/finding.ts";
import { Badge } from "../../ui/badge.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PaneScroll } from "../../ui/pane.tsx";
import { Sentence } from "../../ui/sentence.tsx";
import styles from "./exchange-detail.module.css";

const TONES = { error: "danger", warning: "warning", info: "info" } as const;

/** The findings before sending, each with its place, its words and where the rule comes from. */
export function ExchangeFindings(props: { readonly findings: readonly Finding[] }): ReactNode {
  if (props.findings.length === 0) {
    return (
      <EmptyState title="Nothing was found">Validation had nothing to say before it was sent.</EmptyState>
    );
  }
  return (
    <PaneScroll isPadded label="Findings before sending">
      <ul className={styles.findings}>
        {props.findings.map((finding) => (
          <li className={styles.finding} key={`${finding.rule} ${finding.path} ${finding.message}`}>
            <FindingLine finding={finding} />
            <p className={styles.source}>{finding.source}</p>
          </li>
        ))}
      </ul>
    </PaneScroll>
  );
}

/** A finding in a line: rule, the vendor's code where there is one, place, words. */
export function FindingLine({ finding }: { readonly finding: Finding }): ReactNode {
  return (
    <>
      <Badge tone={TONES[finding.severity]}>
        {finding.code === null ? finding.rule : `${finding.rule} ${finding.code}`}
      </Badge>{" "}
      {finding.path === "" ? null : <code className={styles.path}>{finding.path} </code>}
      <Sentence text={finding.message} />
    </>
  );
}
