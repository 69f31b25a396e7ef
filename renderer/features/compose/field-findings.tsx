import type { ReactNode } from "react";
import type { Finding } from "../../../shared/domain/finding.ts";
import { Button } from "../../ui/button.tsx";
import { classNames } from "../../ui/class-names.ts";
import { CrossIcon, InfoIcon, WarningIcon } from "../../ui/icons.tsx";
import { Sentence } from "../../ui/sentence.tsx";
import styles from "./field-findings.module.css";

const ICONS = { error: <CrossIcon />, warning: <WarningIcon />, info: <InfoIcon /> } as const;

/** Applies the fix of a finding to the draft. */
export type OnFix = (finding: Finding) => void;

/** What validation says of one field: the sentence, its fix where there is one, its code and the place. */
export function FieldFindings(props: {
  readonly findings: readonly Finding[];
  readonly onFix: OnFix;
}): ReactNode {
  return props.findings.map((finding) => (
    <span className={classNames(styles.finding, styles[finding.severity])} key={findingKey(finding)}>
      <span className={styles.icon}>{ICONS[finding.severity]}</span>
      <span>
        <Sentence text={finding.message} /> <FixButton finding={finding} onFix={props.onFix} />
        <FindingSource finding={finding} />
      </span>
    </span>
  ));
}

/** What tells a finding from the others of the same text. */
export function findingKey(finding: Finding): string {
  return `${finding.rule} ${finding.path} ${finding.message}`;
}

/** All that is shown of findings. Their positions shift with every keystroke elsewhere; this does not. */
export function shownFindings(findings: readonly Finding[]): string {
  return JSON.stringify(
    findings.map((finding) => [findingKey(finding), finding.severity, finding.code, finding.fix?.label]),
  );
}

export function FixButton(props: { readonly finding: Finding; readonly onFix: OnFix }): ReactNode {
  const { finding, onFix } = props;
  if (finding.fix === undefined) return null;
  return (
    <>
      <Button onPress={() => onFix(finding)} size="small" variant="quiet">
        {finding.fix.label}
      </Button>{" "}
    </>
  );
}

/** The vendor's code, or the rule's name where it has none, and the place in the payload. */
export function FindingSource(props: { readonly finding: Finding }): ReactNode {
  const { code, rule, path } = props.finding;
  return (
    <span className={styles.source}>
      {code ?? rule}
      {path === "" ? null : ` · ${path}`}
    </span>
  );
}

/** The findings of a field as its control takes them: errors make it invalid, the others only describe it. */
export function describeFindings(
  findings: readonly Finding[],
  onFix: OnFix,
): { readonly errorText?: ReactNode; readonly description?: ReactNode } {
  const errors = findings.filter(({ severity }) => severity === "error");
  const others = findings.filter(({ severity }) => severity !== "error");
  return {
    ...(errors.length === 0 ? {} : { errorText: <FieldFindings findings={errors} onFix={onFix} /> }),
    ...(others.length === 0 ? {} : { description: <FieldFindings findings={others} onFix={onFix} /> }),
  };
}
