import { styleText } from "node:util";

export type Output = {
  /** False where the reader is slower than what is written; `drain` tells when it has caught up. */
  write(text: string): unknown;
  once?(event: "drain", listener: () => void): unknown;
  readonly isTTY?: boolean | undefined;
};

/** Everything a command touches of the process it runs in, so that tests can run it in theirs. */
export type Terminal = {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted by Ctrl+C and by a request to terminate. */
  readonly interrupted: AbortSignal;
  readonly now: () => Date;
  /** Asks for a line that is not shown as it is typed; null where it was broken off. Absent where nobody can be asked. */
  readonly askSecret?: ((question: string) => Promise<string | null>) | undefined;
};

export type Colour = "red" | "yellow" | "green" | "gray" | "bold";

/** Colours a text for an output that shows colours, and leaves it alone for files, pipes and those who set NO_COLOR. */
export function painterFor(terminal: Terminal, output: Output): (colour: Colour, text: string) => string {
  const hasColour = output.isTTY === true && !terminal.env["NO_COLOR"] && terminal.env["TERM"] !== "dumb";
  return (colour, text) => (hasColour ? styleText(colour, text, { validateStream: false }) : text);
}

/** Writes, and waits for a slow reader, so that a long output is never in memory as a whole. */
export async function writeOut({ stdout }: Terminal, text: string): Promise<void> {
  if (stdout.write(text) !== false) return;
  await new Promise<void>((resolve) => {
    if (stdout.once === undefined) resolve();
    else stdout.once("drain", resolve);
  });
}

/** One line to the people in front of the terminal; never part of a command's output. */
export function say(terminal: Terminal, sentence: string): void {
  terminal.stderr.write(`${printable(sentence)}\n`);
}

/** The one JSON document of a command that was asked for one. */
export function printJson(terminal: Terminal, value: unknown): void {
  terminal.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/**
 * Text from elsewhere made safe to show: control characters would move the cursor, recolour the terminal or forge lines.
 * They are shown as `\u001b`.
 */
export function printable(text: string): string {
  return text.replaceAll(CONTROL, escapeCharacter);
}

/** The same for texts of several lines, which keep their line breaks and tabs. */
export function printableLines(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replaceAll(CONTROL, (character) =>
      character === "\n" || character === "\t" ? character : escapeCharacter(character),
    );
}

// Controls, the marks that turn the direction of text around, and the line breaks of Unicode.
const CONTROL = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
