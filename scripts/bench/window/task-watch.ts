import type { Browser, Page } from "playwright";
import { z } from "zod";

const traceSchema = z.object({
  traceEvents: z.array(
    z.looseObject({
      name: z.string(),
      pid: z.number(),
      tid: z.number(),
      dur: z.number().optional(),
      tdur: z.number().optional(),
      args: z.looseObject({ name: z.unknown().optional() }).optional(),
    }),
  ),
});

/** In milliseconds: by the clock, and of the processor, which is the same on a machine that is busy with other programs. */
export type Longest = { readonly longestMs: number; readonly processorMs: number };

/** The longest task of the window's main thread while something is done, as the browser itself recorded it. */
export async function longestTask(browser: Browser, page: Page, run: () => Promise<void>): Promise<Longest> {
  await browser.startTracing(page, { categories: ["toplevel", "disabled-by-default-devtools.timeline"] });
  await run();
  const trace = await browser.stopTracing();
  const { traceEvents } = traceSchema.parse(JSON.parse(trace.toString("utf8")));
  const isMain = (name: unknown) => name === "CrRendererMain";
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === "thread_name" && isMain(args?.name))
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) => name.endsWith("RunTask") && mains.has(`${pid} ${tid}`),
  );
  return {
    longestMs: Math.max(0, ...tasks.map(({ dur = 0 }) => dur / 1000)),
    processorMs: Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur / 1000)),
  };
}
