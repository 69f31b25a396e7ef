import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { findSecrets } from "../../electron/core/test-support/find-secrets.ts";
import { expect, test } from "../fixtures/test.ts";
import { ComposePage } from "../pages/compose-page.ts";
import { HistoryPage } from "../pages/history-page.ts";
import { TenantsPage } from "../pages/tenants-page.ts";

const SECRETS = {
  realtime: 'Zq7realtime01-"token"+/&<ä>-Zq7realtime02',
  optievent: 'Zq7optievent01-"key"+/&<ä>-Zq7optievent02',
};

const VIEWS = {
  OptiEvent: ["Headers", "cURL", "Code", "Draft", "Signature", "Other API"],
  Realtime: ["Headers", "cURL", "Code", "Draft", "Other API"],
} as const;

/** Somebody else than the window, so that the window never has what is set here. Knows the way in from the workspace's lock file. */
async function signIn(workspace: string) {
  const { url, controlKey } = JSON.parse(readFileSync(join(workspace, "console.lock"), "utf8")) as {
    url: string;
    controlKey: string;
  };
  const post = (path: string, headers: Record<string, string>, input: object) =>
    fetch(`${url}${path}`, {
      method: "POST",
      headers: { origin: url, "content-type": "application/json", ...headers },
      body: JSON.stringify(input),
    }).then((answer) => answer.json() as Promise<{ ok: boolean; value: never }>);
  const control = { authorization: `Bearer ${controlKey}` };
  const link: { value: { url: string } } = await post("/control/start-link", control, {});
  const start = await fetch(link.value.url, { redirect: "manual" });
  const cookie = start.headers.get("set-cookie")?.split(";")[0] ?? "";
  const key = start.headers.get("location")?.split("#key=")[1] ?? "";
  return (call: string, input: object) => post(`/api/${call}`, { cookie, "optievent-key": key }, input);
}

/** Answers with what it was sent, as it is and in base64. */
async function startEcho(): Promise<string> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks);
      const echo = {
        text: body.toString("utf8"),
        base64: body.toString("base64"),
        headers: request.rawHeaders,
      };
      response.setHeader("Content-Type", "application/json");
      response.end(JSON.stringify({ IsSuccess: true, Data: false, status: "success", message: "1", echo }));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/reportEvent`;
}

/** Every string that the window's memory holds, as the browser's own debugger writes it down. */
async function memoryOf(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  const parts: string[] = [];
  session.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => parts.push(chunk));
  await session.send("HeapProfiler.takeHeapSnapshot", {});
  await session.detach();
  return Buffer.from(parts.join(""), "utf8");
}

/** What the window keeps or shows outside of its memory: storage of every kind, cookies, and the document with its fields. */
async function keptBy(page: Page): Promise<Buffer> {
  const kept = await page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const caches = await globalThis.caches.keys();
    const fields = [...document.querySelectorAll<HTMLInputElement>("input, textarea, select")];
    return JSON.stringify({
      local: Object.entries(localStorage),
      session: Object.entries(sessionStorage),
      names: [...databases.map(({ name }) => name), ...caches, window.name, document.cookie],
      address: location.href,
      history: history.state as unknown,
      fields: fields.map(({ value }) => value),
      html: document.documentElement.outerHTML,
    });
  });
  const { cookies, origins } = await page.context().storageState({ indexedDB: true });
  return Buffer.from(`${kept}\n${JSON.stringify({ cookies, origins })}`);
}

test("the window never has a credential: not in its traffic, not on the screen, in its storage, nor in its memory", async ({
  openConsole,
  workspace,
}) => {
  const { page } = await openConsole();
  const traffic: Promise<Buffer>[] = [];
  page.on("response", (response) => traffic.push(response.body().catch(() => Buffer.alloc(0))));
  const shown: string[] = [];
  const look = async () => {
    shown.push(await page.locator("body").innerText());
    shown.push((await keptBy(page)).toString("utf8"));
  };

  const call = await signIn(workspace);
  const endpoint = await startEcho();
  const created = await call("tenants.create", {
    name: "Retail EU",
    kind: "test",
    tenantNumber: 7,
    catalogId: "demo",
    connections: [
      { api: "optievent", endpoint, signed: true },
      { api: "realtime", endpoint },
    ],
  });
  const { id: tenantId } = created.value as { id: string };
  for (const slot of ["realtime", "optievent"] as const) {
    expect(await call("secrets.set", { tenantId, slot, value: SECRETS[slot] })).toMatchObject({ ok: true });
  }

  const compose = new ComposePage(page);
  const tenants = new TenantsPage(page);
  await tenants.choose("Retail EU");
  for (const api of ["OptiEvent", "Realtime"] as const) {
    await compose.chooseApi(api);
    await compose.chooseEvent("login");
    await compose.sendByKey();
    await expect(compose.outcome).toBeVisible();
    for (const name of VIEWS[api]) {
      await page.getByRole("tab", { name, exact: true }).click();
      await look();
    }
    await page.getByRole("tab", { name: "Body", exact: true }).click();
  }
  const history = new HistoryPage(page);
  await history.open();
  await history.row("login").first().click();
  for (const name of ["Request", "Response", "Timing", "Overview"]) {
    await history.tab(name).click();
    await look();
  }
  await tenants.open();
  await tenants.list.getByRole("button", { name: /^Retail EU/u }).click();
  await tenants.form("Tenant Retail EU").waitFor();
  await look();

  expect(traffic.length).toBeGreaterThan(10);
  const received = Buffer.concat(await Promise.all(traffic));
  expect(received.includes("{{secret:token}}")).toBe(true);
  expect(findSecrets(SECRETS, received)).toEqual([]);
  expect(findSecrets(SECRETS, Buffer.from(shown.join("\n")))).toEqual([]);
  const memory = await memoryOf(page);
  // It is looked at where the window's strings are.
  expect(memory.includes("Retail EU")).toBe(true);
  expect(findSecrets(SECRETS, memory)).toEqual([]);
  // It is looked at what there is, and the search would find it there.
  await page.evaluate((secret) => sessionStorage.setItem("control", secret), SECRETS.realtime);
  expect(findSecrets(SECRETS, await keptBy(page))).not.toEqual([]);
});
