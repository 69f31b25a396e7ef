import type { ComposedRequest } from "../../../shared/compose/types.ts";
import type { Severity } from "../../../shared/domain/finding.ts";

/** A stretch of the request's text that a finding is about. Offsets count UTF-16 units from 0. */
export type RequestMark = {
  readonly from: number;
  readonly to: number;
  readonly severity: Severity;
  readonly message: string;
};

/** Where findings are in the request's text. One about the whole document would mark everything and so nothing. */
export function requestMarks({ requestFindings }: Pick<ComposedRequest, "requestFindings">): RequestMark[] {
  return requestFindings.flatMap(({ path, position, severity, message }) => {
    if (path === "" || position === undefined || position.length === 0) return [];
    return [{ from: position.offset, to: position.offset + position.length, severity, message }];
  });
}
