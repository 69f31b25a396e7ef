// How shells and browsers write a text as one argument of a command.

export function posixQuote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

export function posixDoubleQuote(text: string): string {
  return `"${text.replace(/["\\$`]/g, "\\$&")}"`;
}

/** As Chromium quotes what holds a quote or control character. */
export function ansiCQuote(text: string): string {
  const escaped = Array.from({ length: text.length }, (_, index) => {
    const unit = text.charCodeAt(index);
    const character = text.charAt(index);
    if (character === "'" || character === "\\") return `\\${character}`;
    if (character === "\n") return "\\n";
    const isControl = unit < 0x20 || (unit >= 0x7f && unit < 0xa0) || character === "!";
    return isControl ? `\\u${unit.toString(16).padStart(4, "0")}` : character;
  });
  return `$'${escaped.join("")}'`;
}

/** As older Chromium does: every character beyond ASCII in bytes of UTF-8. */
export function ansiCByteQuote(text: string): string {
  const bytes = Array.from(new TextEncoder().encode(text), (byte) => {
    const isPlain = byte >= 0x20 && byte < 0x7f && byte !== 0x27 && byte !== 0x5c;
    return isPlain ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, "0")}`;
  });
  return `$'${bytes.join("")}'`;
}

/** As "Copy as cURL (cmd)" writes it: backslashes and quotes for the program, then carets for cmd.exe. */
export function cmdCaretQuote(text: string): string {
  const forProgram = text.replaceAll("\\", "\\\\").replaceAll('"', '\\"');
  const forCmd = Array.from(forProgram, (character) => {
    if (character === "\n") return "^\n\n";
    return /[A-Za-z0-9\s_\-:=+~'/.,?;()*`]/.test(character) ? character : `^${character}`;
  });
  return `^"${forCmd.join("")}^"`;
}

/** As earlier versions did, where a quote is doubled. Not for line ends, which they lost. */
export function cmdDoubledQuote(text: string): string {
  return `"${text.replaceAll('"', '""').replaceAll("%", '"%"').replaceAll("\\", "\\\\")}"`;
}

/** As one types it for cmd.exe, and as programs read it: a backslash counts only before a quote. */
export function windowsProgramQuote(text: string): string {
  return `"${text.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, "$1$1")}"`;
}

export function powerShellQuote(text: string): string {
  const escaped = Array.from({ length: text.length }, (_, index) => {
    const character = text.charAt(index);
    if (/["`$]/.test(character)) return `\`${character}`;
    return /[ -~]/.test(character) ? character : `$([char]${text.charCodeAt(index)})`;
  });
  return `"${escaped.join("")}"`;
}
