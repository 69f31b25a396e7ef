import { DatabaseSync } from "node:sqlite";
import { isMainThread, parentPort, workerData, type MessagePort } from "node:worker_threads";
import { failure } from "../../../../shared/result/result.ts";
import { describeSystemError } from "../../workspace/system-error.ts";
import { verifyChain } from "../verify.ts";
import { openEngine, type Engine } from "./engine.ts";
import type { Reply, Request, Task, VerifyReply } from "./messages.ts";
import { Superseded } from "./plan.ts";

// The thread that answers questions about history, so that the program goes on sending and drawing meanwhile. Its messages
// come from `finding.ts` of the same program only.

/** The index waits this long for a quiet moment, but not for ever. */
const QUIET_MS = 300;
const LONGEST_WAIT_MS = 3000;
/** Between two stretches, for questions that wait. */
const BREATH_MS = 15;

if (!isMainThread && parentPort !== null) run(parentPort, workerData as Task);

function run(port: MessagePort, task: Task): void {
  if (task.kind === "verify") verify(port, task.path, new Int32Array(task.stop));
  else find(port, task.path, new Int32Array(task.latest));
}

function find(port: MessagePort, path: string, latest: Int32Array): void {
  let opened: Engine | null = null;
  const engine = (): Engine => (opened ??= openEngine(path));
  const improving = createImproving(() => engine().improve());
  port.on("message", (request: Request) => {
    if (request.kind === "close") {
      improving.stop();
      opened?.close();
      port.close();
      return;
    }
    if (request.kind !== "recorded") port.postMessage(answer(engine, request, latest) satisfies Reply);
    improving.touch();
  });
}

function answer(
  engine: () => Engine,
  request: Exclude<Request, { kind: "close" | "recorded" }>,
  latest: Int32Array,
): Reply {
  const { id } = request;
  try {
    if (request.kind === "expired") {
      return { kind: "answer", id, result: engine().expired(request.retention, request.now) };
    }
    const { slot, name, question } = request;
    const stop = (): void => {
      if (slot !== null && Atomics.load(latest, slot) !== id) throw new Superseded();
    };
    stop();
    // The client's types say which question belongs to which name.
    const ask = engine()[name] as (question: unknown, stop: () => void) => ReturnType<Engine["count"]>;
    return { kind: "answer", id, result: ask(question, stop) };
  } catch (error) {
    if (error instanceof Superseded) return { kind: "superseded", id };
    return { kind: "failed", id, reason: describeSystemError(error) };
  }
}

/** Goes on with the index while nothing is asked or recorded. */
function createImproving(improve: () => boolean) {
  let timer: NodeJS.Timeout | null = null;
  let waitingSince = 0;
  const next = (): void => {
    timer = null;
    try {
      if (improve()) timer = setTimeout(next, BREATH_MS);
    } catch {
      // Busy or gone: the next question says what is wrong, and what is not in the index is found without it.
    }
  };
  return {
    touch() {
      const now = performance.now();
      if (timer === null) waitingSince = now;
      if (timer !== null && now - waitingSince > LONGEST_WAIT_MS) return;
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(next, QUIET_MS);
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
    },
  };
}

function verify(port: MessagePort, path: string, stop: Int32Array): void {
  const reply = (message: VerifyReply): void => port.postMessage(message);
  try {
    const database = new DatabaseSync(path, { readOnly: true, timeout: 5000 });
    const verification = verifyChain(database, (done, total) => {
      reply({ kind: "progress", done, total });
      return Atomics.load(stop, 0) === 0;
    });
    database.close();
    reply({ kind: "verified", verification });
  } catch (error) {
    const refused = failure(
      "history.damaged",
      `The history cannot be read through, because ${describeSystemError(error)}.`,
    );
    if (!refused.ok) reply({ kind: "failed", error: refused.error });
  }
  port.close();
}
