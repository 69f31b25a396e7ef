import { cpSync } from "node:fs";
import { chromium, type Browser } from "playwright";
import { startBuiltProgram } from "../lib/built-program.ts";
import { findChromium } from "../lib/chromium.ts";
import { ensureBuilt } from "../lib/ensure-built.ts";
import { withFolder } from "./folder.ts";
import { exampleWorkspace } from "./history-database.ts";
import { percentile } from "./measure.ts";
import type { Benchmark, Measurement } from "./measurement.ts";

const EXCHANGES = 100_000;
const STARTS = 7;
const ALLOWED_MS = 1_500;
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/start\?token=\S+/;

/** From the start of the built browser host's process to a window that can be used, on a workspace with a long history. */
export const startWindow: Benchmark = {
  name: "start window",
  run: () =>
    withFolder(async (workspace) => {
      if (!(await ensureBuilt())) throw new Error("There is no build to start.");
      cpSync(exampleWorkspace(EXCHANGES), workspace, { recursive: true });
      const launching = performance.now();
      const browser = await chromium.launch(await findChromium());
      const launched = performance.now() - launching;
      // The first one makes the workspace's other files, and the browser its own.
      await startOnce(browser, workspace);
      const starts: Start[] = [];
      for (let count = 0; count < STARTS; count += 1) starts.push(await startOnce(browser, workspace));
      await browser.close();
      const median = (part: keyof Start) =>
        percentile(
          starts.map((start) => start[part]),
          0.5,
        );
      const value = median("ready");
      const where = `browser host, ${EXCHANGES.toLocaleString("en-GB")} exchanges`;
      return [
        {
          name: `start to usable window, ${where}, in a browser that runs, median`,
          value,
          unit: "ms",
          target: `at most ${ALLOWED_MS} ms, slowest ${Math.max(...starts.map(({ ready }) => ready)).toFixed(0)} ms`,
          met: value <= ALLOWED_MS,
        },
        reported("of that, until the host has said its address, median", median("address")),
        reported("a start of the browser itself, which comes on top where none runs", launched),
      ];
    }),
};

/** Milliseconds since the process was started. */
type Start = { readonly address: number; readonly ready: number };

/** A window of its own each time, with nothing cached. */
async function startOnce(browser: Browser, workspace: string): Promise<Start> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const started = performance.now();
  const program = startBuiltProgram("browser", ["--no-open", "--workspace", workspace]);
  const [url] = await program.waitFor(ADDRESS);
  const address = performance.now() - started;
  await page.goto(url, { waitUntil: "commit" });
  await page.locator("[data-app-state=ready]").waitFor();
  const ready = performance.now() - started;
  await context.close();
  await program.end("SIGTERM");
  return { address, ready };
}

function reported(name: string, value: number): Measurement {
  return { name, value, unit: "ms", target: "reported, no target", met: true };
}
