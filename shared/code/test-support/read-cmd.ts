// What cmd.exe and a program make of a command, as Microsoft documents the two: "How cmd interprets quotes, carets and line
// ends" and "Parsing C command-line arguments". Written apart from what reads pasted commands, so that each checks the other.

/** The commands of a script, each a list of its arguments. Percent signs and exclamation marks must not be in it. */
export function readCmd(script: string): string[][] {
  return readLines(script)
    .filter((line) => line.trim() !== "")
    .map(readArguments);
}

function readLines(script: string): string[] {
  const lines: string[] = [];
  let line = "";
  let isQuoted = false;
  for (let at = 0; at < script.length; at += 1) {
    const character = script.charAt(at);
    if (character === "\n") {
      // An open quote ends with its line.
      lines.push(line);
      [line, isQuoted] = ["", false];
    } else if (character === "^" && !isQuoted) {
      at += 1;
      // A caret takes the line end away; the character behind it then stands for itself, a line feed too.
      if (script.charAt(at) === "\n") at += 1;
      line += script.charAt(at);
    } else if (!isQuoted && /[&|<>()]/.test(character)) {
      throw new Error(`cmd.exe would act on ${character}`);
    } else {
      if (character === '"') isQuoted = !isQuoted;
      line += character;
    }
  }
  return [...lines, line];
}

function readArguments(line: string): string[] {
  const found: string[] = [];
  let word: string | null = null;
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const slashes = /^\\*/.exec(line.slice(at))?.[0].length ?? 0;
    if (slashes > 0 && line.charAt(at + slashes) === '"') {
      word = (word ?? "") + "\\".repeat(Math.floor(slashes / 2)) + (slashes % 2 === 1 ? '"' : "");
      at += slashes - (slashes % 2 === 1 ? 0 : 1);
    } else if (line.charAt(at) === '"') {
      isQuoted = !isQuoted;
      word ??= "";
    } else if (!isQuoted && /[ \t]/.test(line.charAt(at))) {
      if (word !== null) found.push(word);
      word = null;
    } else {
      word = (word ?? "") + line.charAt(at);
    }
  }
  return word === null ? found : [...found, word];
}
