import type { EventCoverage } from "../../../shared/contract/coverage-calls.ts";

export type CoverageGroup = { readonly title: string; readonly events: readonly EventCoverage[] };

/** What needs a look first: what the catalog lacks, what is only partly covered, what was never sent; then the rest. */
export function coverageGroups(events: readonly EventCoverage[]): CoverageGroup[] {
  const declared = events.filter(({ isDeclared }) => isDeclared);
  const sent = declared.filter((event) => event.sent > 0);
  return [
    { title: "Not in the catalog", events: events.filter(({ isDeclared }) => !isDeclared) },
    { title: "Sent, with gaps", events: sent.filter(hasGaps) },
    { title: "Never sent", events: declared.filter((event) => event.sent === 0) },
    { title: "Sent completely", events: sent.filter((event) => !hasGaps(event)) },
  ];
}

function hasGaps(event: EventCoverage): boolean {
  return (
    event.neverSentParameters.length > 0 ||
    event.neverSentValues.length > 0 ||
    event.undeclaredParameters.length > 0 ||
    event.undeclaredValues.length > 0
  );
}
