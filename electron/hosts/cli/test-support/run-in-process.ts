import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { onTestFinished } from "vitest";
import { runCommandLine } from "../run.ts";

export type Ended = {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Standard output read as the one JSON document it must be; throws where it is not one. */
  json(): unknown;
};

/** A new folder that is removed after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "optievent-cli-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export type RunOptions = {
  readonly workspace?: string;
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly isTTY?: boolean;
  readonly interrupted?: AbortSignal;
  readonly now?: Date;
  /** Somebody sits at the terminal and types this when asked. */
  readonly typed?: string | null;
  /** Told of each text written to standard output as it is written. */
  readonly onStdout?: (text: string) => void;
};

/** Runs the command line in this process on streams of its own. Each run has a new workspace unless told which. */
export async function runCli(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  let stdout = "";
  let stderr = "";
  const isTTY = options.isTTY ?? false;
  const code = await runCommandLine(["--workspace", options.workspace ?? temporaryFolder(), ...args], {
    stdin: Readable.from([Buffer.from(options.stdin ?? "")]),
    stdout: {
      isTTY,
      write(text) {
        stdout += text;
        options.onStdout?.(text);
      },
    },
    stderr: { isTTY, write: (text) => (stderr += text) },
    env: options.env ?? {},
    interrupted: options.interrupted ?? new AbortController().signal,
    now: () => options.now ?? new Date(),
    askSecret: options.typed === undefined ? undefined : () => Promise.resolve(options.typed ?? null),
  });
  return { code, stdout, stderr, json: () => JSON.parse(stdout) };
}
