import type { ReactNode } from "react";
import type { Finding } from "../../../shared/domain/finding.ts";
import { classNames } from "../../ui/class-names.ts";
import { CrossIcon, InfoIcon, WarningIcon } from "../../ui/icons.tsx";
import { findingKey, FindingSource, FixButton, type OnFix } from "./field-findings.tsx";
import { Sentence } from "../../ui/sentence.tsx";
import styles from "./findings-list.module.css";

const ICONS = { error: <CrossIcon />, warning: <WarningIcon />, info: <InfoIcon /> } as const;

/** More are not listed: drawing them would take seconds, and nobody reads them. */
const MOST_LISTED = 200;

/** The findings of the draft, the most serious first. Each leads to where it can be mended. */
export function FindingsList(props: {
  readonly id: string;
  readonly findings: readonly Finding[];
  /** How many there are in all. */
  readonly count: number;
  readonly onJump: (finding: Finding) => void;
  readonly onFix: OnFix;
}): ReactNode {
  const listed = props.findings.slice(0, MOST_LISTED);
  const rest = props.count - listed.length;
  return (
    <ul aria-label="Findings" className={styles.list} id={props.id}>
      {listed.map((finding) => (
        <li className={classNames(styles.finding, styles[finding.severity])} key={findingKey(finding)}>
          <span className={styles.icon}>{ICONS[finding.severity]}</span>
          <span>
            <Message finding={finding} onJump={props.onJump} />{" "}
            <FixButton finding={finding} onFix={props.onFix} />
            <FindingSource finding={finding} />
          </span>
        </li>
      ))}
      {rest > 0 ? <li>{`And ${rest} more, none of them more serious.`}</li> : null}
    </ul>
  );
}

function Message(props: {
  readonly finding: Finding;
  readonly onJump: (finding: Finding) => void;
}): ReactNode {
  const { path, position, message } = props.finding;
  if (path === "" && position === undefined) return <Sentence text={message} />;
  return (
    <button className={styles.jump} onClick={() => props.onJump(props.finding)} type="button">
      <Sentence text={message} />
    </button>
  );
}
