import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { expect, test } from "../fixtures/test.ts";
import { ComposePage } from "../pages/compose-page.ts";

/** A server of somebody else on this computer, which hears whatever comes. */
async function startListener(): Promise<{ url: string; heard: string[]; close: () => void }> {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(`${request.method} ${request.url} ${request.headers.cookie ?? ""}`);
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.end("heard");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, heard, close: () => server.closeAllConnections() };
}

test("the window connects nowhere, runs no code but its own, and shows no other document", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  const listener = await startListener();
  const tried = await page.evaluate(async (url) => {
    const outcome = async (attempt: () => unknown) => {
      try {
        return String(await attempt());
      } catch (error) {
        return error instanceof Error ? error.name : "refused";
      }
    };
    // The browser lets the code of a test make code, but not what that code leaves to do later.
    const runCodeLater = () =>
      new Promise((resolve, reject) => {
        window.setTimeout(() => {
          try {
            // oxlint-disable-next-line typescript/no-implied-eval, no-new-func -- Whether it is refused is tested.
            resolve(new Function("return 1")());
          } catch (error) {
            reject(error);
          }
        });
      });
    const load = (tag: "img" | "script" | "iframe") =>
      new Promise((resolve) => {
        const element = document.createElement(tag);
        element.addEventListener("load", () => resolve("loaded"));
        element.addEventListener("error", () => resolve("refused"));
        document.addEventListener("securitypolicyviolation", () => resolve("refused"), { once: true });
        element.src = url;
        document.body.append(element);
      });
    return {
      fetch: await outcome(() => fetch(url)),
      beacon: await outcome(() => navigator.sendBeacon(url, "x")),
      code: await outcome(runCodeLater),
      image: await load("img"),
      script: await load("script"),
      frame: await load("iframe"),
    };
  }, listener.url);
  expect(tried).toMatchObject({ fetch: "TypeError", code: "EvalError" });
  expect(tried).toMatchObject({ image: "refused", script: "refused", frame: "refused" });
  expect(listener.heard).toEqual([]);
  listener.close();
  await expect(new ComposePage(page).form).toBeVisible();
});

test("a file that is dropped beside the places for files does not replace the console", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  const isPrevented = await page.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["<h1>another page</h1>"], "page.html", { type: "text/html" }));
    return ["dragover", "drop"].map((type) => {
      const event = new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true });
      document.body.dispatchEvent(event);
      return event.defaultPrevented;
    });
  });
  expect(isPrevented).toEqual([true, true]);
});

test("a page of another port that has the cookie still gets nothing", async ({ openConsole }) => {
  const { page } = await openConsole();
  const { origin } = new URL(page.url());
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  expect(cookie).toContain("optievent-");
  // As that server would: it forges what a browser would not let a page forge.
  const answer = await fetch(`${origin}/api/app.info`, {
    method: "POST",
    headers: { cookie, origin, "content-type": "application/json" },
    body: "{}",
  });
  expect(answer.status).toBe(401);
  expect(page.url()).toBe(`${origin}/`);
});
