import type { Browser, Page } from "playwright";
import { z } from "zod";

const traceSchema = z.object({
  traceEvents: z.array(
    z.looseObject({
      name: z.string(),
      pid: z.number(),
      tid: z.number(),
      ts: z.number().optional(),
      dur: z.number().optional(),
      tdur: z.number().optional(),
      args: z
        .looseObject({
          name: z.unknown().optional(),
          data: z.looseObject({ type: z.unknown().optional() }).optional(),
        })
        .optional(),
    }),
  ),
});

/** In milliseconds: by the clock, and of the processor, which is the same on a machine that is busy with other programs. */
export type Longest = { readonly longestMs: number; readonly processorMs: number };

const CATEGORIES = ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"];

/** The longest task of the window's main thread while something is done, as the browser itself recorded it. */
export async function longestTask(browser: Browser, page: Page, run: () => Promise<void>): Promise<Longest> {
  const tasks = await tasksDuring(browser, page, run);
  return {
    longestMs: Math.max(0, ...tasks.map(({ longestMs }) => longestMs)),
    processorMs: Math.max(0, ...tasks.map(({ processorMs }) => processorMs)),
  };
}

/** The draft's editor writes what is typed itself, before the browser would. */
function isTyping(type: unknown): boolean {
  return type === "input" || type === "beforeinput";
}

/** The tasks in which the window took a typed character. */
export async function inputTasks(browser: Browser, page: Page, run: () => Promise<void>): Promise<Longest[]> {
  const tasks = await tasksDuring(browser, page, run);
  return tasks.filter(({ isInput }) => isInput);
}

/**
 * What the window's main thread had of the processor, in milliseconds, from the task in which the page made the mark `from` until
 * it made the mark `to`.
 */
export async function workBetween(
  browser: Browser,
  page: Page,
  marks: { readonly from: string; readonly to: string },
  run: () => Promise<void>,
): Promise<number> {
  const events = await mainThreadDuring(browser, page, MARKED, run);
  const timeOf = (mark: string) => events.find(({ name }) => name === mark)?.ts ?? Number.NaN;
  const [from, to] = [timeOf(marks.from), timeOf(marks.to)];
  let until = 0;
  let work = 0;
  const tasks = events.filter(({ name }) => name.endsWith("RunTask"));
  for (const { ts = 0, dur = 0, tdur = 0 } of tasks.toSorted(
    (one, other) => (one.ts ?? 0) - (other.ts ?? 0),
  )) {
    // Some tasks are told of twice, the one inside of the other.
    if (ts < until || ts + dur < from || ts > to) continue;
    until = ts + dur;
    work += tdur / 1000;
  }
  return Number.isNaN(to - from) ? Number.NaN : work;
}

/** As few as there can be, as each event that is recorded takes time itself. */
const MARKED = ["toplevel", "blink.user_timing"];

/** The events of the window's main thread, as the browser itself recorded them. */
async function mainThreadDuring(
  browser: Browser,
  page: Page,
  categories: string[],
  run: () => Promise<void>,
): Promise<z.output<typeof traceSchema>["traceEvents"]> {
  await browser.startTracing(page, { categories });
  await run();
  const trace = await browser.stopTracing();
  const { traceEvents } = traceSchema.parse(JSON.parse(trace.toString("utf8")));
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  return traceEvents.filter(({ pid, tid }) => mains.has(`${pid} ${tid}`));
}

async function tasksDuring(browser: Browser, page: Page, run: () => Promise<void>) {
  const ofMain = await mainThreadDuring(browser, page, CATEGORIES, run);
  const inputs = ofMain.filter(({ name, args }) => name === "EventDispatch" && isTyping(args?.data?.type));
  return ofMain
    .filter(({ name }) => name.endsWith("RunTask"))
    .map(({ ts = 0, dur = 0, tdur = 0, tid }) => ({
      longestMs: dur / 1000,
      processorMs: tdur / 1000,
      isInput: inputs.some(
        (input) => input.tid === tid && (input.ts ?? 0) >= ts && (input.ts ?? 0) <= ts + dur,
      ),
    }));
}
