import type { ComposedRequest } from "../../../shared/compose/types.ts";
import type { Severity } from "../../../shared/domain/finding.ts";
import { isMadeWhenSent } from "./standing-for.ts";

/** A stretch of the request's text that a finding is about. Offsets count UTF-16 units from 0. */
export type RequestMark = {
  readonly from: number;
  readonly to: number;
  readonly severity: Severity | "stamped";
  readonly message: string;
};

/**
 * Where findings are in the request's text, and the values that are made when it is sent. A finding about the whole document would
 * mark everything and so nothing.
 */
export function requestMarks(
  composed: Pick<ComposedRequest, "requestFindings"> & Partial<Pick<ComposedRequest, "placeholders">>,
): RequestMark[] {
  return [...findingMarks(composed.requestFindings), ...stampedMarks(composed.placeholders ?? [])];
}

function stampedMarks(placeholders: ComposedRequest["placeholders"]): RequestMark[] {
  return placeholders
    .filter(({ placeholder }) => isMadeWhenSent(placeholder))
    .map(({ placeholder, inRequest: { from, to } }) => ({
      from,
      to,
      severity: "stamped",
      message: `${placeholder}: made anew when the event is sent. This is how it stands now.`,
    }));
}

function findingMarks(requestFindings: ComposedRequest["requestFindings"]): RequestMark[] {
  return requestFindings.flatMap(({ path, position, severity, message }) => {
    if (path === "" || position === undefined || position.length === 0) return [];
    return [{ from: position.offset, to: position.offset + position.length, severity, message }];
  });
}
