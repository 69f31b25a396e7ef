import type { Finding } from "../domain/finding.ts";
import type { TextEdit } from "../json/apply-edits.ts";
import { createLocator } from "../json/position.ts";
import type { UnplacedPlaceholder } from "./placeholders.ts";
import type { ResolvedPlaceholder } from "./types.ts";

/**
 * The findings of a draft as they stand in the request that it became: positions moved by what placeholders turned into,
 * and no fixes, since those are edits of the draft. `edits` are the ones that made `requestText` of the draft.
 */
export function placeFindings(
  findings: readonly Finding[],
  edits: readonly TextEdit[],
  requestText: string,
): Finding[] {
  if (findings.length === 0) return [];
  const sorted = edits.toSorted((first, second) => first.offset - second.offset);
  const locate = createLocator(requestText);
  return findings.map(({ fix: _fix, position, ...finding }) => {
    if (position === undefined) return finding;
    const start = moved(position.offset, sorted, "start");
    const end = moved(position.offset + position.length, sorted, "end");
    return { ...finding, position: locate(start, Math.max(0, end - start)) };
  });
}

/** The same placeholders with the place of their values in the request. */
export function placePlaceholders(
  placeholders: readonly UnplacedPlaceholder[],
  edits: readonly TextEdit[],
): ResolvedPlaceholder[] {
  const sorted = edits.toSorted((first, second) => first.offset - second.offset);
  return placeholders.map((placeholder) => {
    const from = moved(placeholder.offset, sorted, "start");
    const to = moved(placeholder.offset + placeholder.placeholder.length, sorted, "end");
    return { ...placeholder, inRequest: { from, to } };
  });
}

/** An offset of the draft in the request. One inside a placeholder goes to the start or the end of what it became. */
function moved(offset: number, edits: readonly TextEdit[], side: "start" | "end"): number {
  let difference = 0;
  for (const edit of edits) {
    const end = edit.offset + edit.length;
    if (end <= offset && !(side === "start" && edit.length === 0 && edit.offset === offset)) {
      difference += edit.text.length - edit.length;
    } else if (edit.offset < offset) {
      return edit.offset + difference + (side === "start" ? 0 : edit.text.length);
    } else break;
  }
  return offset + difference;
}
