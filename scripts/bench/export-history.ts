import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { openHistory } from "../../electron/core/history/history.ts";
import type { Exchange } from "../../shared/domain/exchange.ts";
import { exampleExchange } from "../../shared/domain/test-support/example-exchange.ts";
import { withFolder } from "./folder.ts";
import type { Benchmark, Measurement } from "./measurement.ts";

const EXCHANGES = 100_000;
const BATCH = 2_000;

const resultSchema = z.object({ megabytes: z.number(), blockedMs: z.number(), seconds: z.number() });
const run = promisify(execFile);

const RUNS = [
  ["ndjson", "none"],
  ["html", "pseudonymised"],
  ["bundle", "none"],
  ["ndjson", "masked"],
] as const;

/** Exports of 100,000 exchanges, each by a person of its own: memory on top of the program's, and how long others had to wait. */
export const exportHistory: Benchmark = {
  name: "export history",
  run: () =>
    withFolder(async (folder) => {
      const path = join(folder, "history.sqlite");
      await fill(path);
      const measurements: Measurement[] = [];
      for (const [format, profile] of RUNS) {
        const child = join(import.meta.dirname, "export-process.ts");
        const { stdout } = await run(process.execPath, [
          child,
          path,
          join(folder, "export"),
          format,
          profile,
        ]);
        measurements.push(...describe(`${format}, ${profile}`, resultSchema.parse(JSON.parse(stdout))));
      }
      return measurements;
    }),
};

function describe(
  what: string,
  { megabytes, blockedMs, seconds }: z.infer<typeof resultSchema>,
): Measurement[] {
  const name = `export of 100,000 exchanges (${what})`;
  return [
    {
      name: `${name}, memory`,
      value: megabytes,
      unit: "MB",
      target: "at most +100 MB",
      met: megabytes <= 100,
    },
    {
      name: `${name}, longest wait of others`,
      value: blockedMs,
      unit: "ms",
      target: "at most 50 ms",
      met: blockedMs <= 50,
    },
    {
      name: `${name}, rate`,
      value: EXCHANGES / seconds,
      unit: "1/s",
      target: "reported, no target",
      met: true,
    },
  ];
}

async function fill(path: string): Promise<void> {
  const opened = openHistory(path);
  if (!opened.ok) throw new Error(opened.error.message);
  for (let from = 0; from < EXCHANGES; from += BATCH) {
    const batch = Array.from({ length: BATCH }, (_, index) => exchangeOf(from + index));
    await Promise.all(batch.map((exchange) => opened.value.append(exchange)));
  }
  opened.value.close();
}

function exchangeOf(index: number): Exchange {
  const customer = `customer-${index}`;
  const context = Array.from(
    { length: 20 },
    (_, position) => `"parameter_${position}":"value ${index} of ${position}"`,
  );
  const text = `{"tenant":999,"event":"deposit","customer":"${customer}","context":{"email":"person.${index}@shop.example",${context.join(",")}}}`;
  const example = exampleExchange();
  return exampleExchange({
    id: `exchange-${index}`,
    event: "deposit",
    identity: { kind: "customer", value: customer },
    request: { ...example.request, text, byteLength: text.length },
  });
}
