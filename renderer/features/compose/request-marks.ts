import type { Finding, Severity } from "../../../shared/domain/finding.ts";
import { parseJson } from "../../../shared/json/parse.ts";
import { fromPointer, nodeAt } from "../../../shared/json/path.ts";

/** A stretch of the request's text that a finding is about. Offsets count UTF-16 units from 0. */
export type RequestMark = {
  readonly from: number;
  readonly to: number;
  readonly severity: Severity;
  readonly message: string;
};

/**
 * Where findings are in the composed text. Their own positions are in the draft's text, where placeholders are still
 * unresolved, so each is found again by its path. A finding about what is not there, or about the whole, has no place.
 */
export function requestMarks(text: string, findings: readonly Finding[]): RequestMark[] {
  const parsed = parseJson(text);
  if (!parsed.ok) return [];
  return findings.flatMap(({ path, severity, message }) => {
    const node = path === "" ? undefined : nodeAt(parsed.root, fromPointer(path));
    return node === undefined ? [] : [{ from: node.start, to: node.end, severity, message }];
  });
}
