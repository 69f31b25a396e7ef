import { DatabaseSync } from "node:sqlite";
import { isMainThread, parentPort, workerData, type MessagePort } from "node:worker_threads";
import { createRedactor } from "../../../shared/redaction/redact.ts";
import { createAnnotations } from "../history/annotations.ts";
import { createExchangeReader } from "../history/exchange-reader.ts";
import { describeSystemError } from "../workspace/system-error.ts";
import { exchangeSource } from "./exchange-source.ts";
import type { ExportReply, ExportTask } from "./export-messages.ts";
import { exportChunks } from "./make-export.ts";

// The thread that reads, redacts and writes out an export piece by piece, so that the program goes on sending and drawing
// meanwhile. Its messages come from `thread-export.ts` of the same program only.

if (!isMainThread && parentPort !== null) run(parentPort, workerData as ExportTask);

function run(port: MessagePort, task: ExportTask): void {
  const pieces = piecesOf(task)[Symbol.asyncIterator]();
  const answer = async (): Promise<void> => {
    const reply = await next(pieces);
    port.postMessage(reply, reply.kind === "piece" ? [reply.bytes.buffer as ArrayBuffer] : []);
  };
  port.on("message", () => void answer());
}

async function next(pieces: AsyncIterator<string | Uint8Array>): Promise<ExportReply> {
  try {
    const piece = await pieces.next();
    if (piece.done === true) return { kind: "end" };
    // A copy of its own, because what is handed over is gone from here.
    const bytes =
      typeof piece.value === "string" ? new TextEncoder().encode(piece.value) : new Uint8Array(piece.value);
    return { kind: "piece", bytes };
  } catch (error) {
    return { kind: "failed", reason: describeSystemError(error) };
  }
}

function piecesOf({ path, selected, request, facts, secrets, done }: ExportTask) {
  const database = new DatabaseSync(path, { readOnly: true, timeout: 5000 });
  const store = { ...createExchangeReader(database), annotations: createAnnotations(database) };
  const written = new Int32Array(done);
  return exportChunks({
    facts,
    request,
    redactSecrets: createRedactor(secrets),
    source: exchangeSource(store, selected),
    // Given up by ending the thread.
    signal: new AbortController().signal,
    onItem: () => Atomics.add(written, 0, 1),
  });
}
