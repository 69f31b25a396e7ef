import { chromium, type CDPSession, type Page } from "playwright";
import { startBuiltProgram } from "../lib/built-program.ts";
import { findChromium } from "../lib/chromium.ts";
import { ensureBuilt } from "../lib/ensure-built.ts";
import { percentile } from "./measure.ts";

/** What one thing that a person does costs: the work of the window's main thread, and until it is on the screen, in ms. */
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
    const session = await page.context().newCDPSession(page);
    // The time that the thread had, so that whatever else the machine does counts little.
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    return await work({ page, costOf: await measureWith(page, session) });
  } finally {
    await browser.close();
    await program.end("SIGTERM");
  }
}

/** Resolves once the expression is true and the frame that shows it has been drawn. */
const drawn = (shown: string) => `new Promise((resolve, reject) => {
  const end = performance.now() + 60_000;
  const look = () => {
    if (performance.now() > end) return reject(new Error("It was never shown."));
    if (!(${shown})) return requestAnimationFrame(look);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(performance.now());
    port2.postMessage(null);
  };
  requestAnimationFrame(look);
})`;

async function measureWith(page: Page, session: CDPSession): Promise<MeasuredWindow["costOf"]> {
  const cost = async (act: () => Promise<unknown>, shown: string): Promise<Cost> => {
    const before = await taskMilliseconds(session);
    const start = Number(await page.evaluate("performance.now()"));
    await act();
    const end = Number(await page.evaluate(drawn(shown)));
    return { work: (await taskMilliseconds(session)) - before, painted: end - start };
  };
  // What looking itself costs is not the window's.
  const looks: number[] = [];
  for (let round = 0; round < 20; round += 1) {
    looks.push((await cost(() => page.keyboard.press("Shift"), "true")).work);
  }
  const looking = percentile(looks, 0.5);
  return async (act, shown) => {
    const measured = await cost(act, shown);
    return { ...measured, work: Math.max(0, measured.work - looking) };
  };
}

/** What the main thread has worked since the page was opened. */
async function taskMilliseconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN) * 1000;
}
