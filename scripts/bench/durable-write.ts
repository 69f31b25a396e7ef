import { closeSync, fsyncSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { percentile } from "./measure.ts";

/** Milliseconds this disk takes to make one page appended to a file durable: the least that a durable record costs here. */
export function medianDurableWrite(folder: string): number {
  const file = openSync(join(folder, "durable-write"), "w");
  const page = Buffer.alloc(4096, 1);
  const times: number[] = [];
  for (let index = 0; index < 200; index += 1) {
    const start = performance.now();
    writeSync(file, page);
    fsyncSync(file);
    times.push(performance.now() - start);
  }
  closeSync(file);
  return percentile(times, 0.5);
}
