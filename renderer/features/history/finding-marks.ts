import type { Finding } from "../../../shared/domain/finding.ts";
import type { CodeMark } from "../../ui/code-extensions.ts";

/** The places in the text that findings point to. */
export function findingMarks(findings: readonly Finding[]): readonly CodeMark[] {
  return findings.flatMap(({ position, severity, message }) =>
    position === undefined
      ? []
      : [{ from: position.offset, to: position.offset + position.length, severity, message }],
  );
}
