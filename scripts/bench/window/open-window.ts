import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { chromium, type Page } from "playwright";
import { z } from "zod";
import { findChromium } from "../../lib/chromium.ts";
import { ensureBuilt } from "../../lib/ensure-built.ts";
import { inputTasks, longestTask, type Longest } from "./task-watch.ts";
import { repositoryRoot } from "../../lib/run-tool.ts";

export type MeasuredWindow = {
  readonly page: Page;
  /** The longest task of the window's main thread while something is done. */
  longestTask(run: () => Promise<void>): Promise<Longest>;
  /** The tasks in which the window took a typed character, while something is done. */
  inputTasks(run: () => Promise<void>): Promise<Longest[]>;
  /** The longest block of the host's event loop since it was asked last. */
  longestHostBlock(): Promise<Longest>;
  close(): Promise<void>;
};

const loopReport = z.object({ longestMs: z.number(), processorMs: z.number() });

/** The built console on a workspace, in a real browser, with its host's event loop watched. */
export async function openMeasuredWindow(workspace: string): Promise<MeasuredWindow> {
  if (!(await ensureBuilt())) throw new Error("There is no build to measure.");
  const host = spawn(
    process.execPath,
    [
      "--import",
      join(import.meta.dirname, "loop-watch.ts"),
      join(repositoryRoot, "out/main/browser.js"),
      "--no-open",
      "--workspace",
      workspace,
    ],
    { stdio: ["ignore", "pipe", "inherit", "ipc"] },
  );
  const link = await startLink(host);
  const browser = await chromium.launch({ ...(await findChromium()) });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(link);
  await page.locator("[data-app-state=ready]").waitFor();
  return {
    page,
    longestTask: (run) => longestTask(browser, page, run),
    inputTasks: (run) => inputTasks(browser, page, run),
    async longestHostBlock() {
      const answered = once(host, "message");
      host.send({});
      const [report] = await answered;
      return loopReport.parse(report);
    },
    async close() {
      await browser.close();
      const ended = once(host, "exit");
      host.kill("SIGTERM");
      await ended;
    },
  };
}

async function startLink(host: ChildProcess): Promise<string> {
  if (host.stdout === null) throw new Error("The host says nothing.");
  for await (const line of createInterface(host.stdout)) {
    const link = /http:\/\/127\.0\.0\.1:\d+\/start\?token=\S+/.exec(line)?.[0];
    if (link === undefined) continue;
    host.stdout.resume();
    return link;
  }
  throw new Error("The host ended without a link to its window.");
}
