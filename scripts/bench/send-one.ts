import { randomBytes } from "node:crypto";
import { createBareClient } from "./bare-client.ts";
import { medianDurableWrite } from "./durable-write.ts";
import { withFolder } from "./folder.ts";
import { percentile } from "./measure.ts";
import type { Benchmark, Measurement } from "./measurement.ts";
import { createRecordingSender, draftText } from "./sending.ts";
import { startAnsweringServer } from "./start-server.ts";

const SENDS = 1_000;
const WARM_UP = 200;
/** Those of a workspace with ten tenants. */
const TOKENS = 10;

/**
 * One send, recorded durably, against a bare keep-alive client, and once more where tokens are to be kept out of the record; they take
 * turns, so that all meet the same machine.
 */
export const sendOne: Benchmark = {
  name: "send one",
  run: () =>
    withFolder(async (folder) => {
      const server = await startAnsweringServer();
      const bare = createBareClient(server.url);
      const sender = createRecordingSender(folder, server.url);
      const tokens = Array.from({ length: TOKENS }, () => randomBytes(16).toString("hex"));
      const careful = createRecordingSender(folder, server.url, tokens);
      const [ours = [], withTokens = [], bareTimes = []] = await takeTurns([
        () => sender.send(),
        () => careful.send(),
        () => bare.send(Buffer.from(draftText)),
      ]);
      const disk = medianDurableWrite(folder);
      await sender.close();
      await careful.close();
      bare.close();
      server.stop();
      const known = `${TOKENS} tokens known, `;
      return [
        compare("median", 0.5, 1, ours, bareTimes),
        compare("p95", 0.95, 5, ours, bareTimes),
        compare(`${known}median`, 0.5, 1, withTokens, bareTimes),
        compare(`${known}p95`, 0.95, 5, withTokens, bareTimes),
        diskShare(disk),
      ];
    }),
};

/** The milliseconds of each of the calls, again and again one after the other. */
async function takeTurns(calls: readonly (() => Promise<void>)[]): Promise<number[][]> {
  const times = calls.map((): number[] => []);
  for (let index = 0; index < SENDS + WARM_UP; index += 1) {
    for (const [which, call] of calls.entries()) {
      const taken = await time(call);
      if (index >= WARM_UP) times[which]?.push(taken);
    }
  }
  return times;
}

async function time(call: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await call();
  return performance.now() - start;
}

function compare(
  label: string,
  share: number,
  allowed: number,
  ours: readonly number[],
  bare: readonly number[],
): Measurement {
  const value = percentile(ours, share);
  const baseline = percentile(bare, share);
  return {
    name: `one send recorded durably, ${label}`,
    value,
    unit: "ms",
    baseline,
    ratio: value / baseline,
    target: `at most +${allowed} ms, is +${(value - baseline).toFixed(2)} ms`,
    met: value - baseline <= allowed,
  };
}

function diskShare(value: number): Measurement {
  return {
    name: "of that, this disk's own time for one durable write, median",
    value,
    unit: "ms",
    target: "reported, no target",
    met: true,
  };
}
