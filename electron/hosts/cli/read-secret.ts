import { readFileSync } from "node:fs";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { describeSystemError } from "../../core/workspace/system-error.ts";
import type { Terminal } from "./terminal.ts";

/** Where a secret comes from. Never from an argument: those are shown to every user of the machine. */
export type SecretSource = {
  /** What it is, for people: "passphrase". */
  readonly what: string;
  readonly file: string | undefined;
  /** The name of an environment variable. */
  readonly variable: string | undefined;
};

/**
 * The secret of the file or variable named; null where neither is. Code: `usage.` and what it is. What was given as a name is not
 * repeated, because people put the secret itself there, and what a build prints is kept.
 */
export function readNamedSecret(terminal: Terminal, source: SecretSource): Result<string | null> {
  const { what, file, variable } = source;
  if (file !== undefined && variable !== undefined) {
    return failure(`usage.${what}`, `Name either a file or a variable for the ${what}, not both.`);
  }
  if (file !== undefined) return readSecretFile(what, file);
  if (variable === undefined) return success(null);
  const value = terminal.env[variable];
  if (value !== undefined && value !== "") return success(value);
  return failure(
    `usage.${what}`,
    `The environment variable that is named for the ${what} is not set. Put the ${what} into it, export it, and name it: not the ${what} itself.`,
  );
}

/** Its first line: editors end a file with a line break that is no part of the secret. */
function readSecretFile(what: string, file: string): Result<string> {
  try {
    const [line = ""] = readFileSync(file, "utf8")
      .replace(/^\uFEFF/, "")
      .split(/\r?\n/);
    if (line !== "") return success(line);
    return failure(`usage.${what}`, `The file that is named for the ${what} has none in its first line.`);
  } catch (error) {
    const reason = describeSystemError(error);
    return failure(
      `usage.${what}`,
      `The file that is named for the ${what} cannot be read, because ${reason}. Name the file, not the ${what} itself.`,
    );
  }
}
