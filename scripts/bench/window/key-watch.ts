/// <reference lib="dom" />
import type { Page } from "playwright";

/** From what a key was pressed in to what shows it, both found by their accessible names. */
export type KeyPath = {
  /** A selector of the element that shows what was typed, or of its parent. */
  readonly shownIn: string;
};

/**
 * Presses keys one by one, each when everything has settled, and answers for each how long it took inside the page from the
 * key's own event until the DOM of `shownIn` had changed, in milliseconds.
 */
export async function timeKeys(page: Page, keys: readonly string[], { shownIn }: KeyPath): Promise<number[]> {
  const times: number[] = [];
  for (const key of keys) {
    await page.evaluate(watchOneKey, shownIn);
    await page.keyboard.press(key);
    times.push(await page.evaluate(() => Reflect.get(globalThis, "benchKey") as Promise<number>));
  }
  return times;
}

/** Runs in the page. An input's value is no mutation of the DOM, so it is looked at as often as the browser gives a turn. */
async function watchOneKey(selector: string): Promise<void> {
  const settled = () =>
    new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: 1000 }));
  await settled();
  const shown = document.querySelector(selector);
  if (shown === null) throw new Error(`Nothing is found by ${selector}.`);
  const state = () => (shown instanceof HTMLInputElement ? shown.value : (shown.textContent ?? ""));
  const before = state();
  Reflect.set(
    globalThis,
    "benchKey",
    new Promise<number>((resolve) => {
      document.addEventListener(
        "keydown",
        ({ timeStamp }) => {
          const channel = new MessageChannel();
          const check = () => {
            if (state() === before) channel.port2.postMessage(null);
            else resolve(performance.now() - timeStamp);
          };
          channel.port1.addEventListener("message", check);
          channel.port1.start();
          channel.port2.postMessage(null);
        },
        { capture: true, once: true },
      );
    }),
  );
}
