import { createBareClient } from "./bare-client.ts";
import { withFolder } from "./folder.ts";
import { measureCalls } from "./measure.ts";
import type { Benchmark, Measurement } from "./measurement.ts";
import { createRecordingSender, draftText } from "./sending.ts";
import { startAnsweringServer } from "./start-server.ts";

const SENDS = 5_000;
const CONCURRENCY = 10;
const LEAST_SHARE = 0.7;

/** Ten sends at a time, every exchange recorded durably, against a bare client with ten at a time. */
export const sendMany: Benchmark = {
  name: "send many",
  run: () =>
    withFolder(async (folder) => {
      const server = await startAnsweringServer();
      const body = Buffer.from(draftText);
      const bare = createBareClient(server.url);
      const theirs = await measureCalls(SENDS, CONCURRENCY, () => bare.send(body));
      bare.close();
      const sender = createRecordingSender(folder, server.url);
      const ours = await measureCalls(SENDS, CONCURRENCY, () => sender.send());
      await sender.close();
      server.stop();
      return [rate(ours.rate, theirs.rate), processorTime(ours.processorMs, theirs.processorMs)];
    }),
};

function rate(value: number, baseline: number): Measurement {
  return {
    name: `sends recorded durably, ${CONCURRENCY} at a time`,
    value,
    unit: "1/s",
    baseline,
    ratio: value / baseline,
    target: `at least ${LEAST_SHARE * 100} % of the bare client`,
    met: value / baseline >= LEAST_SHARE,
  };
}

/** Which the disk and other programs on the machine change less than the clock. */
function processorTime(value: number, baseline: number): Measurement {
  return {
    name: "of that, processor time of one send",
    value,
    unit: "ms",
    baseline,
    ratio: value / baseline,
    target: "reported, no target",
    met: true,
  };
}
