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
 * One send, recorded durably, against a bare keep-alive client; the two take turns, so that both meet the same machine. And the same
 * where tokens are to be kept out of the record.
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
      const sendBare = () => bare.send(Buffer.from(draftText));
      const times = await takeTurns(() => sender.send(), sendBare);
      const timesWithTokens = await takeTurns(() => careful.send(), sendBare);
      const disk = medianDurableWrite(folder);
      await sender.close();
      await careful.close();
      bare.close();
      server.stop();
      const known = `${TOKENS} tokens known, `;
      return [
        compare("median", 0.5, 1, times),
        compare("p95", 0.95, 5, times),
        compare(`${known}median`, 0.5, 1, timesWithTokens),
        compare(`${known}p95`, 0.95, 5, timesWithTokens),
        diskShare(disk),
      ];
    }),
};

type Times = { readonly ours: readonly number[]; readonly bare: readonly number[] };

async function takeTurns(ours: () => Promise<void>, bare: () => Promise<void>): Promise<Times> {
  const times = { ours: [] as number[], bare: [] as number[] };
  for (let index = 0; index < SENDS + WARM_UP; index += 1) {
    const first = await time(ours);
    const second = await time(bare);
    if (index < WARM_UP) continue;
    times.ours.push(first);
    times.bare.push(second);
  }
  return times;
}

async function time(call: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await call();
  return performance.now() - start;
}

function compare(label: string, share: number, allowed: number, times: Times): Measurement {
  const value = percentile(times.ours, share);
  const baseline = percentile(times.bare, share);
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
