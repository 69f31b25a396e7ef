// What stands in an exchange was written by others. In Markdown it stands in code only, spans or fences, which nothing within
// them can end: no mention, link, image, heading or HTML comes of it.

/** A code span that shows the text in one line; a dash for none. */
export function codeSpan(text: string): string {
  const line = visibleControls(text).replaceAll(/[\n\r]/g, (character) =>
    character === "\n" ? "\\n" : "\\r",
  );
  if (line === "") return "\u2013";
  const fence = "`".repeat(longestRun(line) + 1);
  // One space at either end is taken away again, so that the text may begin or end with a backtick or a space.
  const pad = /^[ `]|[ `]$/.test(line) ? " " : "";
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** A fenced block with the text as it is, but for control characters, which are shown. */
export function codeBlock(text: string, language: string): string {
  const shown = visibleControls(text);
  const fence = "`".repeat(Math.max(3, longestRun(shown) + 1));
  return `${fence}${language}\n${shown}${shown.endsWith("\n") ? "" : "\n"}${fence}\n`;
}

/**
 * A sentence of ours that can quote others: without any meaning to Markdown, in one line. One that could mention a person or an
 * issue is a code span, because ticket systems look for those after Markdown's own escapes are gone.
 */
export function plainText(text: string): string {
  const line = visibleControls(text).replaceAll(/\s+/g, " ").trim();
  return /[@#]/.test(line) ? codeSpan(line) : line.replaceAll(MEANINGFUL, escapeMark);
}

// Left as they are, so that the sentence reads well also where Markdown is not rendered: what stands between two letters or
// digits and means nothing there, points and colons that end something, and points in numbers.
const MEANINGFUL =
  /[\\`*[\]|~<>&$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|:(?=\S)|\.(?=[^\s\d])|(?<=www)\.|^[-+=]|(?<=^\d+)[.)]/gi;

function escapeMark(character: string): string {
  if (character === "<") return "&lt;";
  return character === "&" ? "&amp;" : `\\${character}`;
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}

// Controls, and the marks that turn the direction of text around; tab and line breaks are shown as such.
const CONTROL = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

function visibleControls(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replaceAll(CONTROL, (character) =>
      character === "\n" || character === "\t"
        ? character
        : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
}
