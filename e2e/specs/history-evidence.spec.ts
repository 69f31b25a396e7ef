import { existsSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { appendExchanges } from "../fixtures/append-exchanges.ts";
import { startAnsweringServer } from "../fixtures/answering-server.ts";
import { expect, test } from "../fixtures/test.ts";
import { ComposePage } from "../pages/compose-page.ts";
import { HistoryPage } from "../pages/history-page.ts";
import { TenantsPage } from "../pages/tenants-page.ts";

test("an export that is stopped half-way says so and leaves nothing, and the next one is whole", async ({
  openConsole,
  workspace,
}) => {
  const { page } = await openConsole();
  const history = new HistoryPage(page);
  await history.open();
  await appendExchanges(workspace, "many", 4000);
  await expect(history.rows()).not.toHaveCount(0);
  const dialog = await history.openExport();
  await dialog.choose("Support bundle (zip)", "Masked");
  const download = page.waitForEvent("download");
  await dialog.dialog.getByRole("button", { name: "Export", exact: true }).click();
  await expect(dialog.dialog.getByRole("progressbar")).toBeVisible();
  await expect(dialog.dialog).toContainText(/[1-9]\d? %/u);
  await dialog.dialog.getByRole("button", { name: "Stop" }).click();
  await expect(dialog.dialog).toContainText("The export was stopped. Nothing of it was left behind.");
  const stopped = await download;
  expect(await stopped.failure()).not.toBeNull();
  await expect(dialog.dialog.getByRole("progressbar")).toBeHidden();

  await dialog.choose("CSV", "As it is");
  expect(existsSync(await dialog.export())).toBe(true);
  await expect(page.getByText("The export is complete")).toBeVisible();
});

test("notes and tags go with an export and are read beside the exchange that was imported", async ({
  openConsole,
  workspace,
}) => {
  const first = await openConsole();
  const compose = new ComposePage(first.page);
  await compose.chooseEvent("login");
  await compose.sendAndAwait("Accepted");
  const ours = new HistoryPage(first.page);
  await ours.open();
  await ours.row("login").click();
  await ours.tab("Notes").click();
  await ours.detail.getByRole("textbox", { name: "Note" }).fill("Seen by the second line");
  await ours.detail.getByRole("combobox", { name: "Tags" }).fill("ticket-7");
  await ours.detail.getByRole("combobox", { name: "Tags" }).press("Enter");
  await expect(ours.tab(/^Notes/u)).toContainText("2");
  const dialog = await ours.openExport();
  await dialog.choose("NDJSON", "As it is");
  const file = join(workspace, "handed-over.ndjson");
  await copyFile(await dialog.export(), file);
  await first.close();

  const { page } = await openConsole({ workspace: join(workspace, "other") });
  const theirs = new HistoryPage(page);
  await theirs.open();
  expect(await theirs.import(file)).toContain("1 exchange");
  await theirs.searchFor("tag:ticket-7 imported:yes");
  await expect(theirs.rows()).toHaveCount(1);
  await theirs.rows().first().click();
  await expect(theirs.detail).toContainText(/imported/iu);
  await expect(theirs.detail).toContainText("handed-over.ndjson");
  await theirs.tab("Notes").click();
  await expect(theirs.detail.getByRole("textbox", { name: "Note" })).toHaveText("Seen by the second line");
  await expect(theirs.detail).toContainText("ticket-7");
});

test("answers that are no JSON are compared line by line", async ({ openConsole }) => {
  const server = await startAnsweringServer([
    { status: 502, headers: { "Content-Type": "text/plain" }, body: "gateway one is down" },
    { status: 502, headers: { "Content-Type": "text/plain" }, body: "gateway two is down" },
  ]);
  const { page } = await openConsole();
  const tenants = new TenantsPage(page);
  await tenants.add("Shop", "Test", server.url);
  await tenants.choose("Shop");
  await tenants.compose();
  const compose = new ComposePage(page);
  await compose.chooseEvent("login");
  await compose.sendAndAwait("Unrecognised");
  await compose.sendByKey();
  const history = new HistoryPage(page);
  await history.open();
  await expect(history.rows()).toHaveCount(2);
  await history.tick(history.rows().nth(0));
  await history.tick(history.rows().nth(1));
  await history.selected.getByRole("button", { name: "Compare" }).click();
  const difference = history.comparison.getByRole("row").filter({ hasText: "line 1" });
  await expect(difference).toContainText("gateway one is down");
  await expect(difference).toContainText("gateway two is down");
  await server.close();
});
