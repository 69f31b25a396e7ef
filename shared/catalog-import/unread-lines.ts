import { parseJson } from "../json/parse.ts";
import type { PasteCandidate } from "../paste/types.ts";
import type { Report } from "./report.ts";

/**
 * Says of each line of a text of one payload to a line why nothing was read of it; false where the text is none of these: a
 * log, or documents over several lines. Lines behind the last payload of one that is `cut` were never looked at.
 */
export function reportUnreadLines(
  text: string,
  candidates: readonly PasteCandidate[],
  isCut: boolean,
  report: Report,
): boolean {
  const lines = text.split("\n");
  const filled = lines.reduce((count, line) => count + (line.trim() === "" ? 0 : 1), 0);
  const known = new Set(candidates.map(({ position }) => position.line));
  if (!candidates.some(({ form }) => form === "lines") || known.size * 2 < filled) return false;
  const end = isCut
    ? candidates.reduce((last, { position }) => Math.max(last, position.line), 0)
    : lines.length;
  for (const [index, line] of lines.slice(0, end).entries()) {
    if (known.has(index + 1) || line.trim() === "") continue;
    const { column, reason } = whyUnread(line);
    report.say("error", { line: index + 1, column }, `Nothing of this line was read: ${reason}`);
  }
  return true;
}

function whyUnread(line: string): { readonly column: number; readonly reason: string } {
  const parsed = parseJson(line);
  if (parsed.ok) return { column: 1, reason: "it holds no event." };
  const { offset, message } = parsed.problem;
  return { column: Math.min(offset, line.length) + 1, reason: message };
}
