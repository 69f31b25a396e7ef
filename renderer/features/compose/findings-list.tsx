import type { ReactNode } from "react";
import type { Finding } from "../../../shared/domain/finding.ts";
import type { Api } from "../../../shared/domain/tenant.ts";
import { classNames } from "../../ui/class-names.ts";
import { CrossIcon, InfoIcon, WarningIcon } from "../../ui/icons.tsx";
import { fieldOfPath, type FieldId } from "./field-of-path.ts";
import { findingKey, FindingSource, FixButton, type OnFix } from "./field-findings.tsx";
import { Sentence } from "../../ui/sentence.tsx";
import styles from "./findings-list.module.css";

const ICONS = { error: <CrossIcon />, warning: <WarningIcon />, info: <InfoIcon /> } as const;

/** Every finding of the draft. Each leads to the field that shows it, or where none does to its place in the text. */
export function FindingsList(props: {
  readonly id: string;
  readonly api: Api;
  readonly findings: readonly Finding[];
  readonly onJump: (field: FieldId) => void;
  /** Opens the draft's text at a place. */
  readonly onShowText: (offset: number) => void;
  readonly onFix: OnFix;
}): ReactNode {
  return (
    <ul aria-label="Findings" className={styles.list} id={props.id}>
      {props.findings.map((finding) => (
        <li className={classNames(styles.finding, styles[finding.severity])} key={findingKey(finding)}>
          <span className={styles.icon}>{ICONS[finding.severity]}</span>
          <span>
            <Message {...props} finding={finding} /> <FixButton finding={finding} onFix={props.onFix} />
            <FindingSource finding={finding} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Message(props: {
  readonly api: Api;
  readonly finding: Finding;
  readonly onJump: (field: FieldId) => void;
  readonly onShowText: (offset: number) => void;
}): ReactNode {
  const { path, position, message } = props.finding;
  const field = fieldOfPath(path, props.api);
  if (field === null && position === undefined) return <Sentence text={message} />;
  const go = () => {
    if (field !== null) props.onJump(field);
    else if (position !== undefined) props.onShowText(position.offset);
  };
  return (
    <button className={styles.jump} onClick={go} type="button">
      <Sentence text={message} />
    </button>
  );
}
