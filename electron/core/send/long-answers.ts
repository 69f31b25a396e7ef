import { Worker } from "node:worker_threads";
import type { Exchange, ExchangeSummary } from "../../../shared/domain/exchange.ts";
import type { BodyPiece } from "../../../shared/domain/history.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { noteDamage } from "../history/damage-mark.ts";
import { isNoDatabase } from "../history/sqlite-error.ts";
import { threadFile } from "../thread-file.ts";
import { describeSystemError } from "../workspace/system-error.ts";
import type {
  LongAnswerJob,
  LongAnswerReply,
  LongAnswerRequest,
  ThreadError,
} from "./long-answer-messages.ts";

/** An answer of more bytes is read, redacted and recorded by a thread of its own. */
export const LONG_ANSWER_BYTES = 400_000;

/** What became of a long answer; `error` is SQLite's, where it could not be recorded. */
export type RecordedLongAnswer = { readonly exchange: Exchange; readonly error: Error | null };

export type LongAnswers = {
  /** Done when it is recorded durably. Rejects where the thread broke down. The bytes of the answer are given away. */
  record(job: LongAnswerJob): Promise<RecordedLongAnswer>;
  /** The piece of a recorded body that begins at a byte. Codes: `history.not-found`, `history.damaged`. */
  piece(exchangeId: string, from: number): Promise<Result<BodyPiece>>;
  close(): Promise<void>;
};

/** `path` is the history's; `onRecorded` is told of each exchange that the thread has added to it. */
export function createLongAnswers(path: string, onRecorded: (summary: ExchangeSummary) => void): LongAnswers {
  const thread = createThread(path);
  const noted = (error: ThreadError): Error => {
    const problem = asError(error);
    if (isNoDatabase(problem)) noteDamage(path);
    return problem;
  };
  return {
    async record(job) {
      const reply = await thread.ask(
        (id) => ({ kind: "record", id, ...job }),
        transferable(job.response.body),
      );
      if (reply.kind !== "recorded")
        throw new Error("The thread that records long answers answered something else.");
      const { exchange, summary, error } = reply;
      if (summary !== null) onRecorded(summary);
      return { exchange, error: error === null ? null : noted(error) };
    },
    async piece(exchangeId, from) {
      const reply = await thread.ask((id) => ({ kind: "piece", id, exchangeId, from }));
      if (reply.kind === "piece" && reply.value !== null) return success(reply.value);
      const error = reply.kind === "piece" ? reply.error : null;
      return error === null ? notFound(exchangeId) : unreadable(exchangeId, noted(error));
    },
    close: () => thread.close(),
  };
}

type Waiting = {
  readonly resolve: (reply: LongAnswerReply) => void;
  readonly reject: (error: Error) => void;
};

/** Started by the first question; keeps the program alive only while it is at work. */
function createThread(path: string) {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let lastId = 0;

  const failAll = (reason: string): void => {
    worker = null;
    const all = [...waiting.values()];
    waiting.clear();
    for (const { reject } of all) reject(new Error(reason));
  };
  const start = (): Worker => {
    const started = new Worker(file(), { workerData: path, execArgv: [], name: "long answers" });
    started.on("message", (reply: LongAnswerReply) => {
      waiting.get(reply.id)?.resolve(reply);
      waiting.delete(reply.id);
      if (waiting.size === 0) started.unref();
    });
    started.on("error", (error) => failAll(error.message));
    started.on("exit", () => failAll("The thread that records long answers ended."));
    return started;
  };
  return {
    ask: (make: (id: number) => LongAnswerRequest, given: readonly ArrayBuffer[] = []) =>
      new Promise<LongAnswerReply>((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        worker ??= start();
        worker.ref();
        worker.postMessage(make(lastId), given);
      }),
    async close() {
      const running = worker;
      if (running === null) return;
      const ended = new Promise((resolve) => running.once("exit", resolve));
      running.ref();
      running.postMessage({ kind: "close" } satisfies LongAnswerRequest, []);
      await ended;
    },
  };
}

function file(): string {
  return threadFile(import.meta.url, "long-answer-thread.ts", "answer-thread.js");
}

/** A long body has its memory to itself and is given away with it; one that shares it with others is copied. */
function transferable({ buffer, byteOffset, byteLength }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && byteOffset === 0 && byteLength > LONG_ANSWER_BYTES ? [buffer] : [];
}

function asError({ message, errcode }: ThreadError): Error {
  return Object.assign(new Error(message), errcode === null ? {} : { errcode });
}

function notFound(id: string): Result<never> {
  return failure("history.not-found", "This exchange is not in the history of this workspace.", { id });
}

function unreadable(id: string, error: Error): Result<never> {
  const reason = describeSystemError(error);
  return failure("history.damaged", `The answer's body cannot be read, because ${reason}.`, { id });
}
