import { pathToFileURL } from "node:url";
import type { Har } from "har-format";
import { copyFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "../fixtures/test.ts";
import { expectNoAccessibilityViolation } from "../pages/accessibility.ts";
import { ComposePage } from "../pages/compose-page.ts";
import { HistoryPage } from "../pages/history-page.ts";

test("the history is handed over: previewed, as a HAR that plays back, and as a page that needs no network", async ({
  openConsole,
  testBrowser,
  workspace,
}) => {
  const running = await openConsole();
  const { page } = running;
  const compose = new ComposePage(page);
  await compose.chooseEvent("deposit");
  await compose.field("Customer").fill("c-20418");
  await compose.field("amount").fill("149.90");
  await compose.sendAndAwait("Accepted");
  await compose.field("Customer").fill("<img src=http://127.0.0.1:9/x onerror=document.title='hacked'>");
  await compose.sendButton.click();
  const history = new HistoryPage(page);
  await history.open();
  await expect(history.list.getByRole("row")).toHaveCount(3);

  const dialog = await history.openExport();
  await dialog.choose("HAR 1.2", "Pseudonyms");
  await expect(dialog.preview).toContainText("Customers and visitors");
  await expect(dialog.preview).toContainText("c-\u202618");
  await expectNoAccessibilityViolation(page);
  const pseudonymous = await readFile(await dialog.export(), "utf8");
  expect(pseudonymous).not.toContain("c-20418");
  await expect(page.getByText("The export is complete")).toBeVisible();
  await expect(dialog.dialog).toBeHidden();

  const again = await history.openExport();
  await again.choose("HAR 1.2", "As it is");
  const har = join(workspace, "exported.har");
  await copyFile(await again.export(), har);
  await expect(again.dialog).toBeHidden();
  const last = await history.openExport();
  await last.choose("HTML page", "As it is");
  const html = join(workspace, "exported.html");
  await copyFile(await last.export(), html);
  await running.close();

  await test.step("another workspace takes the HAR in, marked as imported", async () => {
    const other = await openConsole({ workspace: join(workspace, "other") });
    const theirs = new HistoryPage(other.page);
    await theirs.open();
    await expectNoAccessibilityViolation(other.page);
    expect(await theirs.import(har)).toContain("2 exchanges");
    await expect(theirs.list.getByRole("row")).toHaveCount(3);
    await theirs.row("c-20418").click();
    await expect(theirs.detail).toContainText("c-20418");
    await other.close();
  });

  await test.step("Playwright plays the HAR back, byte for byte, while nothing listens there", async () => {
    const { log } = JSON.parse(await readFile(har, "utf8")) as Har;
    const entry = log.entries.find(({ response }) => response.status === 200);
    if (entry === undefined) throw new Error("The HAR has no accepted exchange.");
    const context = await testBrowser.newContext();
    const reader = await context.newPage();
    await reader.routeFromHAR(har, { notFound: "abort" });
    const { origin } = new URL(entry.request.url);
    await reader.route(`${origin}/blank`, (route) =>
      route.fulfill({ contentType: "text/html", body: "<p>blank</p>" }),
    );
    await reader.goto(`${origin}/blank`);
    const answer = await reader.evaluate(
      async ({ url, body }) => {
        const response = await fetch(url, {
          method: "POST",
          body,
          headers: { "Content-Type": "application/json" },
        });
        return { status: response.status, text: await response.text() };
      },
      { url: entry.request.url, body: entry.request.postData?.text ?? "" },
    );
    expect(answer).toEqual({ status: 200, text: entry.response.content.text });
    await context.close();
  });

  await test.step("the page opens from disk, is searched, and asks nobody for anything", async () => {
    const context = await testBrowser.newContext({ offline: true });
    const reader = await context.newPage();
    const asked: string[] = [];
    const complaints: string[] = [];
    reader.on("request", (request) => asked.push(request.url()));
    reader.on("console", (message) => complaints.push(message.text()));
    const address = pathToFileURL(html).href;
    await reader.goto(address);
    const exchanges = reader.locator("main > details");
    await expect(exchanges).toHaveCount(2);
    await expect(reader.getByRole("status")).toHaveText("2 exchanges");
    await reader.getByRole("searchbox", { name: "Search" }).fill("C-20418");
    await expect(reader.getByRole("status")).toHaveText("1 of 2 exchanges");
    await expect(exchanges.filter({ visible: true })).toHaveCount(1);
    await exchanges.filter({ visible: true }).locator("summary").click();
    await expect(exchanges.filter({ visible: true })).toContainText('"amount": 149.90');
    await reader.getByRole("searchbox", { name: "Search" }).fill("onerror");
    await expect(exchanges.filter({ visible: true })).toHaveCount(1);
    expect(await reader.title()).toContain("Exchanges with Optimove");
    await expectNoAccessibilityViolation(reader);
    expect(asked).toEqual([address]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
