import type { Finding } from "../../../shared/domain/finding.ts";

/** The findings that have a place in the draft, in the order of the text. */
export function placedFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings
    .filter(({ position }) => position !== undefined)
    .toSorted((first, second) => offsetOf(first) - offsetOf(second));
}

/** The finding after (or before) a place in the text, around the end; null where there is none. */
export function neighbour(
  findings: readonly Finding[],
  from: number | null,
  direction: "next" | "previous",
): Finding | null {
  const placed = placedFindings(findings);
  const [first] = placed;
  const last = placed.at(-1);
  if (first === undefined || last === undefined) return null;
  if (direction === "next") return placed.find((finding) => offsetOf(finding) > (from ?? -1)) ?? first;
  return placed.findLast((finding) => from !== null && offsetOf(finding) < from) ?? last;
}

/**
 * The field with findings after (or before) the one that has the keyboard, in the order the form shows them; null past the
 * last one.
 */
export function nextField(
  order: readonly string[],
  hasFindings: (field: string) => boolean,
  here: string | null,
  direction: "next" | "previous",
): string | null {
  const inDirection = direction === "next" ? order : order.toReversed();
  const start = here === null ? 0 : inDirection.indexOf(here) + 1;
  return inDirection.slice(start).find(hasFindings) ?? null;
}

/** The finding with a fix that stands at a place in the text; null where there is none. */
export function fixableAt(findings: readonly Finding[], caret: number): Finding | null {
  const covers = ({ position }: Finding) =>
    position !== undefined && position.offset <= caret && caret <= position.offset + position.length;
  return findings.find((finding) => finding.fix !== undefined && covers(finding)) ?? null;
}

function offsetOf({ position }: Finding): number {
  return position?.offset ?? 0;
}
