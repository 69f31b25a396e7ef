import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { KnownSecret } from "../../../shared/redaction/redact.ts";
import { success, type Result } from "../../../shared/result/result.ts";
import type { History } from "../history/history.ts";
import { threadFile } from "../thread-file.ts";
import { selectExchanges } from "./exchange-source.ts";
import type { ExportAsk, ExportReply, ExportTask } from "./export-messages.ts";
import { describeExport, type ExportFacts, type ExportRequest, type MadeExport } from "./make-export.ts";

export type ThreadExport = ExportFacts & {
  readonly history: History;
  /** As they are at the start: what is locked meanwhile is still taken out. */
  readonly secrets: readonly KnownSecret[];
};

/**
 * Prepares an export that is made in a thread of its own, started when the first chunk is taken. Aborting the signal ends the thread
 * and makes taking the next chunk reject. `onProgress` hears how many exchanges were written. Codes: those of `selectExchanges`.
 */
export async function makeExportInThread(
  { history, secrets, ...facts }: ThreadExport,
  { selection, ...request }: ExportRequest,
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<Result<MadeExport>> {
  const selected = await selectExchanges(history, selection);
  if (!selected.ok) return selected;
  const done = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const task: ExportTask = { path: history.path, selected: selected.value, request, facts, secrets, done };
  const chunks = piecesOf(task, signal, onProgress);
  return success(describeExport(request.format, facts.exportedAt, selected.value.total, chunks));
}

/**
 * Kept small, so that what a garbage collector puts off stays small too: an export of any length needs a few exchanges at a time. The
 * larger limit leaves room for answers of tens of megabytes; without one, the heap grows in strides made for gigabytes.
 */
const LIMITS = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 768 };

/** How often it is told how far it is while a piece is awaited. */
const TELL_EVERY_MS = 200;

async function* piecesOf(
  task: ExportTask,
  signal: AbortSignal,
  onProgress: (done: number) => void,
): AsyncGenerator<Uint8Array> {
  signal.throwIfAborted();
  const file = threadFile(import.meta.url, "export-thread.ts", "export-thread.js");
  const worker = new Worker(file, { workerData: task, execArgv: [], name: "export", resourceLimits: LIMITS });
  const stop = () => void worker.terminate();
  signal.addEventListener("abort", stop);
  const written = new Int32Array(task.done);
  const tell = () => onProgress(Atomics.load(written, 0));
  const telling = setInterval(tell, TELL_EVERY_MS);
  try {
    for (;;) {
      const reply = await ask(worker, signal);
      tell();
      if (reply.kind === "end") return;
      if (reply.kind === "failed") throw new Error(reply.reason);
      yield reply.bytes;
    }
  } finally {
    clearInterval(telling);
    signal.removeEventListener("abort", stop);
    await worker.terminate();
  }
}

/** Rejects where the thread fails or ends instead of answering. */
async function ask(worker: Worker, signal: AbortSignal): Promise<ExportReply> {
  signal.throwIfAborted();
  const settled = new AbortController();
  const answered = once(worker, "message", { signal: settled.signal });
  const ended = once(worker, "exit", { signal: settled.signal });
  // A thread has no origin.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  worker.postMessage("next" satisfies ExportAsk);
  try {
    const reply = await Promise.race([answered, ended.then(() => null)]);
    signal.throwIfAborted();
    if (reply === null) throw new Error("the thread of the export ended early");
    return reply[0] as ExportReply;
  } finally {
    settled.abort();
    await Promise.allSettled([answered, ended]);
  }
}
