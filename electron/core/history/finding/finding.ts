import { Worker } from "node:worker_threads";
import type { Retention } from "../../../../shared/domain/history.ts";
import { assertNever, failure, type Result } from "../../../../shared/result/result.ts";
import type { AnswerOf, EngineQuestion, QuestionOf, Reply, Request, Task } from "./messages.ts";
import { findingThreadFile } from "./thread-file.ts";

/**
 * The engine in a thread of its own, which is started by the first question. `lane` names questions of which only the newest
 * counts: the ones before answer `history.superseded`. Codes: those of the engine, `history.superseded`,
 * `history.cannot-find` (the thread or its database failed).
 */
export type Finding = {
  ask<Name extends EngineQuestion>(
    name: Name,
    question: QuestionOf<Name>,
    lane?: string | null,
  ): Promise<AnswerOf<Name>>;
  /** The sequences that a retention would remove. */
  expired(retention: Retention, now: number): Promise<Result<number[]>>;
  /** Something was recorded. */
  noteRecorded(): void;
  close(): Promise<void>;
};

const LANES = 64;

type Waiting = (result: Result<unknown>) => void;

export function createFinding(path: string): Finding {
  const latest = new SharedArrayBuffer(LANES * Int32Array.BYTES_PER_ELEMENT);
  const numbers = new Int32Array(latest);
  const slotOf = createSlots();
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let lastId = 0;
  /** The program waits for the thread's end then, also after a last answer. */
  let isClosing = false;

  const failAll = (reason: string): void => {
    worker = null;
    const all = [...waiting.values()];
    waiting.clear();
    for (const settle of all) settle(cannotFind(reason));
  };
  const start = (): Worker => {
    const started = startThread({ kind: "find", path, latest });
    started.on("message", (reply: Reply) => {
      const settle = waiting.get(reply.id);
      waiting.delete(reply.id);
      if (waiting.size === 0 && !isClosing) started.unref();
      settle?.(resultOf(reply));
    });
    started.on("error", (error) => failAll(error.message));
    started.on("exit", () => failAll("it ended"));
    return started;
  };
  const post = (request: Request): void => send((worker ??= start()), request);
  const askFor = (make: (id: number) => Request): Promise<Result<unknown>> =>
    new Promise((resolve) => {
      lastId = (lastId + 1) & 0x3fffffff;
      waiting.set(lastId, resolve);
      post(make(lastId));
      worker?.ref();
    });
  return {
    ask(name, question, lane = null) {
      const slot = lane === null ? null : slotOf(lane);
      const asked = askFor((id) => {
        if (slot !== null) Atomics.store(numbers, slot, id);
        return { kind: "ask", id, name, question, slot };
      });
      // The thread answers a question with the engine's own answer to it.
      return asked as Promise<AnswerOf<typeof name>>;
    },
    expired: (retention, now) =>
      askFor((id) => ({ kind: "expired", id, retention, now })) as Promise<Result<number[]>>,
    noteRecorded() {
      if (worker !== null) send(worker, { kind: "recorded" });
    },
    async close() {
      const running = worker;
      if (running === null) return;
      isClosing = true;
      const ended = new Promise((resolve) => running.once("exit", resolve));
      running.ref();
      send(running, { kind: "close" });
      await ended;
    },
  };
}

/** A place of the shared memory for each lane. Two of many may share one: then a question may have to be asked again. */
function createSlots(): (lane: string) => number {
  const slots = new Map<string, number>();
  return (lane) => {
    const slot = slots.get(lane) ?? slots.size % LANES;
    slots.set(lane, slot);
    return slot;
  };
}

function startThread(task: Task): Worker {
  const started = new Worker(findingThreadFile(), { workerData: task, execArgv: [], name: "history" });
  started.unref();
  return started;
}

function send(worker: Worker, request: Request): void {
  worker.postMessage(request, []);
}

function resultOf(reply: Reply): Result<unknown> {
  switch (reply.kind) {
    case "answer":
      return reply.result;
    case "superseded":
      return failure("history.superseded", "A newer question took the place of this one.");
    case "failed":
      return cannotFind(reply.reason);
    default:
      return assertNever(reply);
  }
}

function cannotFind(reason: string): Result<never> {
  return failure(
    "history.cannot-find",
    `The history cannot be searched, because ${reason}. What was recorded is not concerned. Try again, or start the console anew.`,
  );
}
