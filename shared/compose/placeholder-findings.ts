import type { Finding, Position } from "../domain/finding.ts";
import { placeholderRules, type PlaceholderRuleName } from "./placeholder-rules.ts";

const SHOWN_LENGTH = 60;

/** A placeholder that stands for nothing: the text goes out as it is. `reason` is a sentence. */
export function unresolvedFinding(
  path: string,
  placeholder: string,
  reason: string,
  position: Position,
): Finding {
  return finding("placeholder.unresolved", path, `${placeholder} is sent as it stands. ${reason}`, position);
}

/** A placeholder whose value cannot be written in the declared type, and is sent as text instead. */
export function wrongTypeFinding(path: string, value: string, type: string, position: Position): Finding {
  const shown = value.length > SHOWN_LENGTH ? `${value.slice(0, SHOWN_LENGTH)}...` : value;
  const message = `A ${type} is declared here, but the placeholder stands for "${shown}". It is sent as text.`;
  return finding("placeholder.wrong-type", path, message, position);
}

/** Two braces that no name and no two others follow: perhaps meant as a placeholder, and sent as text. */
export function unclosedFinding(path: string, position: Position): Finding {
  const message = "{{ opens a placeholder that }} does not close, so it is sent as text.";
  return finding("placeholder.unclosed", path, message, position);
}

/** For a text that is not JSON: it has no strings to tell placeholders by. */
export function notJsonFinding(position: Position): Finding {
  const message = "The text is not JSON, so its placeholders are sent as they stand.";
  return finding("placeholder.unresolved", "", message, position);
}

function finding(name: PlaceholderRuleName, path: string, message: string, position: Position): Finding {
  const { code, severity, source } = placeholderRules[name];
  return { rule: name, code, severity, path, message, source, position };
}
