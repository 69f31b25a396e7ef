import { parseJson } from "../../../shared/json/parse.ts";
import { looksLikeCurl } from "../../../shared/paste/curl.ts";
import { looksLikePowerShell } from "../../../shared/paste/powershell.ts";
import { recognise } from "../../../shared/paste/recognise.ts";
import type { PasteCandidate, PasteResult } from "../../../shared/paste/types.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { say, type Terminal } from "./terminal.ts";

/**
 * The events of a text that is no body itself but holds some: a cURL command, a HAR log, lines of a log and whatever else
 * can be pasted. Empty for a body, which is judged as it stands, with all that is wrong with it; an array that no SDK made
 * counts as one, because it is wrong as a body. Says on standard error what was recognised and what was passed over.
 * Code: `input.no-event`, for a command that sends no body that could be read.
 */
export function pastedEvents(terminal: Terminal, text: string): Result<readonly PasteCandidate[]> {
  const result = recognise(text);
  if (!result.ok) return isCommand(text) ? failure("input.no-event", sentence(result)) : success([]);
  if (isBody(text, result.candidates)) return success([]);
  const { candidates, notes } = result;
  const [first] = candidates;
  if (candidates.length === 1 && first !== undefined) {
    say(terminal, `Recognised: ${first.kind}. ${first.notes.join(" ")}`.trim());
  } else say(terminal, `Recognised: ${candidates.length} events.`);
  for (const note of notes) say(terminal, note);
  return success(candidates);
}

function isCommand(text: string): boolean {
  return looksLikeCurl(text) || looksLikePowerShell(text);
}

function sentence({ reason, position }: Extract<PasteResult, { ok: false }>): string {
  return `Line ${position.line}, column ${position.column}: ${reason}`;
}

/** A body with a mistake is to be told of that mistake, even where a piece of it would make an event. */
function isBody(text: string, candidates: readonly PasteCandidate[]): boolean {
  if (candidates.every(({ form }) => form === "body" || form === "list")) return true;
  if (parseJson(text).ok) return false;
  const isBrokenArray = /^\s*\[\s*[{"[]/.test(text);
  const isBrokenObject = /^\s*\{(?!\s*\\)/.test(text) && candidates[0]?.form !== "lines";
  return isBrokenArray || isBrokenObject;
}
