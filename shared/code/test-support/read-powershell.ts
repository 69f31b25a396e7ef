// What PowerShell makes of the lines of an array of text, as its language specification says of strings. Written apart from
// what writes them.

/** The text that the lines of `-join @( ... )` give, `token` standing where the script fills it in. */
export function readJoined(script: string, token: string): string {
  const [, lines = ""] = /-join @\(\n([^]*?)\n\)\)\n/.exec(script) ?? [];
  return lines
    .split("\n")
    .map((line) => readSum(line.trim(), token))
    .join("");
}

function readSum(line: string, token: string): string {
  const single = /^'((?:[^']|'')*)'(?: \+ "`n")?$/.exec(line);
  if (single !== null) return (single[1] ?? "").replaceAll("''", "'") + (line.endsWith('"`n"') ? "\n" : "");
  if (line === "$tokenInJson") return token;
  const double = /^"((?:[^"`$]|`.|\$\(\[char\]0x[0-9a-f]{4}\))*)"$/.exec(line);
  if (double === null) throw new Error(`No string of PowerShell: ${line}`);
  return (double[1] ?? "").replace(
    /`(.)|\$\(\[char\]0x([0-9a-f]{4})\)/g,
    (_, escaped?: string, code?: string) =>
      code === undefined
        ? ({ n: "\n", r: "\r", t: "\t" }[escaped ?? ""] ?? escaped ?? "")
        : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
