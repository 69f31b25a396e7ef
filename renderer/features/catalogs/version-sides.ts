/** One of the two catalogs that are compared: a version, or what is being edited. */
export type Side = number | typeof WORKING_COPY;

export const WORKING_COPY = "now";

export function sideName(side: Side): string {
  return side === WORKING_COPY ? "unsaved changes" : `version ${side}`;
}
