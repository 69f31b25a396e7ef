import { monitorEventLoopDelay } from "node:perf_hooks";
import { makeExportInThread } from "../../electron/core/export/thread-export.ts";
import { writeWhole } from "../../electron/core/export/write-whole.ts";
import { openHistory } from "../../electron/core/history/history.ts";
import type { ExportFormat, RedactionProfile } from "../../shared/domain/history-export.ts";
import type { HistorySelection } from "../../shared/domain/history.ts";

// A process of its own for the benchmark of exports, so that nothing else is in its memory:
// node export-process.ts HISTORY FILE FORMAT PROFILE. Prints {megabytes, blockedMs, seconds} as JSON.

const [path = "", file = "", format = "har", profile = "none"] = process.argv.slice(2);
const opened = openHistory(path);
if (!opened.ok) throw new Error(opened.error.message);
const history = opened.value;
const secrets = [{ name: "token", value: "5a4db0c5e11ed0c0de5a4db0c5e11ed0" }];

async function run(selection: HistorySelection): Promise<void> {
  const options = {
    history,
    secrets,
    exportedAt: new Date(),
    appVersion: "0.1.0",
    host: "bench",
  };
  const request = { selection, format: format as ExportFormat, profile: profile as RedactionProfile };
  const made = await makeExportInThread(options, request, new AbortController().signal, () => {});
  if (!made.ok) throw new Error(made.error.message);
  await writeWhole(file, made.value.chunks);
}

const everything = { kind: "query", query: { text: "", timeZone: "UTC" }, upTo: null } as const;
// What the program needs in any case is there before it is measured.
await run({ ...everything, upTo: 1_000 });
const before = process.memoryUsage().rss;
let most = before;
const sampling = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
const start = performance.now();
await run(everything);
const seconds = (performance.now() - start) / 1000;
delay.disable();
clearInterval(sampling);
history.close();
console.log(JSON.stringify({ megabytes: (most - before) / 1e6, blockedMs: delay.max / 1e6, seconds }));
