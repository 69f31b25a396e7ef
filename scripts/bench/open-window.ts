import { chromium, type Browser, type Page } from "playwright";
import { startBuiltProgram } from "../lib/built-program.ts";
import { findChromium } from "../lib/chromium.ts";
import { ensureBuilt } from "../lib/ensure-built.ts";
import { workBetween } from "./window/task-watch.ts";

/**
 * What one thing that a person does costs until it is on the screen, in ms: the processor time of the window's main thread, which
 * other programs on the machine change little, and by the clock.
 */
export type Cost = { readonly work: number; readonly painted: number };

export type MeasuredWindow = {
  readonly page: Page;
  /** Does it, and waits until `shown`, an expression of the page, is true and drawn. */
  readonly costOf: (act: () => Promise<unknown>, shown: string) => Promise<Cost>;
};

/** The console in the tests' browser on this workspace, with the means to measure in it. */
export async function withWindow<Value>(
  workspace: string,
  work: (window: MeasuredWindow) => Promise<Value>,
): Promise<Value> {
  if (!(await ensureBuilt())) throw new Error("There is no build to measure.");
  const program = startBuiltProgram("browser", ["--no-open", "--workspace", workspace]);
  const browser = await chromium.launch({ ...(await findChromium()) });
  try {
    const [address] = await program.waitFor(/http:\/\/127\.0\.0\.1:\d+\/start\?token=\S+/);
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
    await page.goto(address);
    await page.locator("[data-app-state=ready]").waitFor();
    return await work({ page, costOf: measureWith(browser, page) });
  } finally {
    await browser.close();
    await program.end("SIGTERM");
  }
}

const MARKS = { from: "bench-begun", to: "bench-drawn" };

/**
 * In the page: from the first key, press or choice on, looks in every frame whether the expression is true, and resolves once the
 * frame that shows it has been drawn, to the milliseconds that it took.
 */
const watched = (shown: string) => `{
  const inputs = ["keydown", "pointerdown", "change"];
  globalThis.benchDrawn = new Promise((resolve, reject) => {
    const begin = ({ timeStamp }) => {
      for (const input of inputs) removeEventListener(input, begin, true);
      performance.mark("${MARKS.from}");
      const look = () => {
        if (performance.now() > timeStamp + 60_000) return reject(new Error("It was never shown."));
        if (!(${shown})) return requestAnimationFrame(look);
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          performance.mark("${MARKS.to}");
          resolve(performance.now() - timeStamp);
        };
        port2.postMessage(null);
      };
      requestAnimationFrame(look);
    };
    for (const input of inputs) addEventListener(input, begin, true);
  });
  // What was begun before is no part of it.
  new Promise((resolve) => requestIdleCallback(resolve, { timeout: 5000 }));
}`;

function measureWith(browser: Browser, page: Page): MeasuredWindow["costOf"] {
  return async (act, shown) => {
    await page.evaluate(watched(shown));
    let painted = Number.NaN;
    const work = await workBetween(browser, page, MARKS, async () => {
      await act();
      painted = Number(await page.evaluate("benchDrawn"));
    });
    return { work, painted };
  };
}
