import { readFileSync } from "node:fs";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { describeSystemError } from "../../core/workspace/system-error.ts";
import type { Terminal } from "./terminal.ts";

const MAX_INPUT_BYTES = 64 * 1024 * 1024;

/** The bytes of a file, or of standard input for `-`. Codes: `input.unreadable`, `input.too-large`. */
export async function readInputBytes(terminal: Terminal, source: string): Promise<Result<Uint8Array>> {
  try {
    const bytes = source === "-" ? await readAll(terminal.stdin) : readFileSync(source);
    if (bytes.byteLength <= MAX_INPUT_BYTES) return success(bytes);
  } catch (error) {
    return failure(
      "input.unreadable",
      `${nameOf(source)} cannot be read, because ${describeSystemError(error)}.`,
    );
  }
  return failure("input.too-large", `${nameOf(source)} has more than 64 MiB. An event is far smaller.`);
}

/** The same as text, which must be UTF-8. Code, besides those: `input.not-utf8`. */
export async function readInputText(terminal: Terminal, source: string): Promise<Result<string>> {
  const bytes = await readInputBytes(terminal, source);
  if (!bytes.ok) return bytes;
  try {
    return success(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes.value));
  } catch {
    return failure("input.not-utf8", `${nameOf(source)} is not UTF-8 text. Save it as UTF-8 and try again.`);
  }
}

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.byteLength;
    if (length > MAX_INPUT_BYTES) break;
  }
  return Buffer.concat(chunks);
}

function nameOf(source: string): string {
  return source === "-" ? "Standard input" : `"${source}"`;
}
