import { Worker } from "node:worker_threads";
import type { Verification } from "../../../../shared/domain/history.ts";
import { failure, success, type Result } from "../../../../shared/result/result.ts";
import type { Task, VerifyReply } from "./messages.ts";
import { findingThreadFile } from "./thread-file.ts";

export type RunningVerification = {
  readonly result: Promise<Result<Verification>>;
  stop(): void;
};

/** Looks through the whole chain in a thread of its own. Code: `history.damaged`. */
export function startVerification(
  path: string,
  onProgress: (done: number, total: number) => void,
): RunningVerification {
  const stop = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const task: Task = { kind: "verify", path, stop };
  const worker = new Worker(findingThreadFile(), { workerData: task, execArgv: [], name: "verification" });
  const result = new Promise<Result<Verification>>((resolve) => {
    worker.on("message", (reply: VerifyReply) => {
      if (reply.kind === "progress") onProgress(reply.done, reply.total);
      else
        resolve(reply.kind === "verified" ? success(reply.verification) : { ok: false, error: reply.error });
    });
    const broke = (reason: string) =>
      resolve(failure("history.damaged", `The history cannot be read through, because ${reason}.`));
    worker.on("error", (error) => broke(error.message));
    worker.on("exit", () => broke("looking through it ended early"));
  });
  return { result, stop: () => void Atomics.store(new Int32Array(stop), 0, 1) };
}
