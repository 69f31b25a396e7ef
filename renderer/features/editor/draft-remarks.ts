import type { ResolvedPlaceholder } from "../../../shared/compose/types.ts";
import type { Finding } from "../../../shared/domain/finding.ts";
import { parseJson } from "../../../shared/json/parse.ts";
import type { CodeFinding } from "../../ui/code-editor-findings.ts";
import type { CodeNote } from "../../ui/code-editor-notes.ts";

/** A value longer than this is cut; the request shows all of it. */
const LONGEST_NOTE = 60;

/** What each placeholder stands for, behind it. */
export function placeholderNotes(composed: {
  readonly placeholders: readonly Pick<ResolvedPlaceholder, "offset" | "placeholder" | "value">[];
}): CodeNote[] {
  const { placeholders } = composed;
  return placeholders.map(({ offset, placeholder, value }) => ({
    at: offset + placeholder.length,
    text: shortened(shownValue(value)),
  }));
}

/** A string without its quotes: the placeholder stands between the draft's own. */
function shownValue(json: string): string {
  const parsed = parseJson(json);
  return parsed.ok && parsed.root.kind === "string" ? parsed.root.value : json;
}

function shortened(text: string): string {
  return text.length > LONGEST_NOTE ? `${text.slice(0, LONGEST_NOTE)}…` : text;
}

/** Where findings are in the draft's text. */
export function draftFindings(
  text: string,
  findings: readonly Finding[],
  onFix: (finding: Finding) => void,
): CodeFinding[] {
  return findings.flatMap((finding) => {
    const { position, severity, message, rule, code, path, fix } = finding;
    if (position === undefined) return [];
    return [
      {
        ...markedSpan(text, position.offset, position.length),
        severity,
        message,
        source: [code ?? rule, path].filter((part) => part !== "").join(" · "),
        fix: fix === undefined ? null : { label: fix.label, apply: () => onFix(finding) },
      },
    ];
  });
}

/** One about a whole object or array is marked at its bracket: marking everything would mark nothing. */
function markedSpan(text: string, offset: number, length: number): { from: number; to: number } {
  const isPlaceholder = text.startsWith("{{", offset);
  const isContainer = !isPlaceholder && "{[".includes(text.charAt(offset) || " ");
  return { from: offset, to: offset + (isContainer ? Math.min(length, 1) : length) };
}
