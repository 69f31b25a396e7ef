import { describe, expect, it } from "vitest";
import { createBackground } from "./background.ts";

/** Works when told to, as a thread does when it gets to it: makes texts upper case, and breaks down on "broken". */
function slowWorkers() {
  const waiting: (() => void)[] = [];
  const seen: string[] = [];
  let started = 0;
  return {
    seen,
    started: () => started,
    workNext: () => waiting.shift()?.(),
    start: (onDone: (output: string | null) => void) => {
      started += 1;
      return {
        run(job: string) {
          seen.push(job);
          waiting.push(() => onDone(job === "broken" ? null : job.toUpperCase()));
        },
        stop: () => void waiting.splice(0),
      };
    },
  };
}

describe("work in the background", () => {
  it("does the first job and of those that come meanwhile only the last", () => {
    const workers = slowWorkers();
    const background = createBackground(workers.start);
    expect(background.done.get()).toBeNull();
    for (const job of ["a", "b", "c"]) background.run(job);
    workers.workNext();
    expect(background.done.get()).toEqual({ job: "a", output: "A" });
    workers.workNext();
    expect(background.done.get()).toEqual({ job: "c", output: "C" });
    expect(workers.seen).toEqual(["a", "c"]);
    expect(workers.started()).toBe(1);
  });

  it("goes on after a job that the worker broke down on", () => {
    const workers = slowWorkers();
    const background = createBackground(workers.start);
    background.run("broken");
    workers.workNext();
    expect(background.done.get()).toEqual({ job: "broken", output: null });
    background.run("a");
    workers.workNext();
    expect(background.done.get()?.output).toBe("A");
    expect(workers.started()).toBe(2);
  });

  it("can be closed while it works, and used again", () => {
    const workers = slowWorkers();
    const background = createBackground(workers.start);
    background.run("first");
    background.close();
    workers.workNext();
    expect(background.done.get()).toBeNull();
    background.run("second");
    workers.workNext();
    expect(background.done.get()?.job).toBe("second");
    expect(workers.started()).toBe(2);
  });
});
