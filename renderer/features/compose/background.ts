import { createObservable, type Observable } from "./observable.ts";

/** A job that is done. `output` is null where whoever did it broke down. */
export type Done<Job, Output> = { readonly job: Job; readonly output: Output | null };

/** Somebody who does jobs, one after another. */
export type Worker<Job> = { readonly run: (job: Job) => void; readonly stop: () => void };

/** Starts a worker. It calls back once for each job, with null where it broke down. */
export type StartWorker<Job, Output> = (onDone: (output: Output | null) => void) => Worker<Job>;

export type Background<Job, Output> = {
  /** The last job that is done; null while there is none. */
  readonly done: Observable<Done<Job, Output> | null>;
  /** Takes the job next; of those that come while another is done, only the last counts. */
  readonly run: (job: Job) => void;
  /** Lets the worker go. The next job starts another. */
  readonly close: () => void;
};

/** Has jobs done beside the window, so that long ones keep nobody from typing, without ever having two waiting. */
export function createBackground<Job, Output>(start: StartWorker<Job, Output>): Background<Job, Output> {
  const done = createObservable<Done<Job, Output> | null>(null);
  let worker: Worker<Job> | null = null;
  let running: { readonly job: Job } | null = null;
  let next: { readonly job: Job } | null = null;

  function run(job: Job): void {
    if (running !== null) {
      next = { job };
      return;
    }
    running = { job };
    worker ??= start(finish);
    worker.run(job);
  }
  function finish(output: Output | null): void {
    if (running !== null) done.set({ job: running.job, output });
    // One that broke down may be gone for good.
    if (output === null) stop();
    running = null;
    const waiting = next;
    next = null;
    if (waiting !== null) run(waiting.job);
  }
  function stop(): void {
    worker?.stop();
    worker = null;
  }
  return {
    done,
    run,
    close() {
      stop();
      running = null;
      next = null;
    },
  };
}
