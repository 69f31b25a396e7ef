import { useMemo, type ReactNode } from "react";
import type { Finding } from "../../../shared/domain/finding.ts";
import type { PasteCandidate } from "../../../shared/paste/types.ts";
import { classNames } from "../../ui/class-names.ts";
import { CodeView } from "../../ui/code-view.tsx";
import { FactList } from "../../ui/fact-list.tsx";
import { CrossIcon, InfoIcon, WarningIcon } from "../../ui/icons.tsx";
import { PaneHeading } from "../../ui/pane.tsx";
import { formatCount } from "../../ui/quantities.ts";
import { Sentence } from "../../ui/sentence.tsx";
import { requestMarks } from "../compose/request-marks.ts";
import type { Inspection } from "./inspect-candidate.ts";
import styles from "./paste-dialog.module.css";

const ICONS = { error: <CrossIcon />, warning: <WarningIcon />, info: <InfoIcon /> } as const;
const MOST_FINDINGS = 100;

/** One event of what was pasted: where it was, what was done to it, what validation says, and the body itself. */
export function CandidateDetail(props: {
  readonly candidate: PasteCandidate;
  readonly inspection: Inspection;
  /** The line over it has said already what it was recognised as. */
  readonly isOnly: boolean;
  /** What becomes of it. */
  readonly target: ReactNode;
}): ReactNode {
  const { candidate } = props;
  const { findings, identity } = props.inspection;
  const marks = useMemo(() => requestMarks({ requestFindings: findings }), [findings]);
  const { line, column } = candidate.position;
  return (
    <section aria-label="Chosen event" className={styles.detail}>
      <FactList
        facts={[
          { name: "Recognised as", value: props.isOnly ? null : candidate.kind },
          { name: "Place", value: `Line ${line}, column ${column}` },
          { name: "Sent to", value: candidate.url ?? null },
          { name: "Identity", value: identity === "" ? null : identity.slice(0, 300) },
          { name: "Opens as", value: props.target },
        ]}
      />
      {candidate.notes.length === 0 ? null : (
        <ul aria-label="Notes" className={styles.notes}>
          {candidate.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <PaneHeading>{formatCount(findings.length, "finding", "findings")}</PaneHeading>
      <Findings findings={findings} />
      <div className={styles.preview}>
        <CodeView label="Body found" language="json" marks={marks} text={candidate.text} />
      </div>
    </section>
  );
}

function Findings({ findings }: { readonly findings: readonly Finding[] }): ReactNode {
  if (findings.length === 0) return null;
  const left = findings.length - MOST_FINDINGS;
  return (
    <ul aria-label="Findings of the chosen event" className={styles.findings}>
      {findings.slice(0, MOST_FINDINGS).map((finding, index) => (
        // Two findings can be alike in everything but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <li className={classNames(styles.finding, styles[finding.severity])} key={index}>
          {ICONS[finding.severity]}
          <span>
            <Sentence text={finding.message} />{" "}
            {finding.code === null ? finding.rule : `${finding.rule} (${finding.code})`}
          </span>
        </li>
      ))}
      {left > 0 ? <li className={styles.none}>{formatCount(left, "more", "more")}</li> : null}
    </ul>
  );
}
