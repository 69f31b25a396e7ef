import type { ReadStream } from "node:tty";

const ENTER = new Set(["\r", "\n", "\u0004"]);
const BACKSPACE = new Set(["\u007f", "\b"]);
const CTRL_C = "\u0003";

/**
 * Asks for a line at a terminal without showing what is typed. null where it was broken off. The question goes to standard
 * error, so that standard output holds nothing but the command's own.
 */
export function askSecretAt(
  input: ReadStream,
  output: { write(text: string): unknown },
  question: string,
): Promise<string | null> {
  // Before the question: what is typed or pasted the moment it appears must not be shown either.
  input.setRawMode(true);
  output.write(`${question}: `);
  return new Promise((resolve) => {
    let typed: string[] = [];
    const end = (answer: string | null) => {
      input.off("data", onData);
      input.setRawMode(false);
      input.pause();
      output.write("\n");
      resolve(answer);
    };
    const onData = (data: Buffer) => {
      for (const character of data.toString("utf8")) {
        if (ENTER.has(character)) return end(typed.join(""));
        if (character === CTRL_C) return end(null);
        if (BACKSPACE.has(character)) typed = typed.slice(0, -1);
        else typed.push(character);
      }
    };
    input.on("data", onData);
    input.resume();
  });
}
