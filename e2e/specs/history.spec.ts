import { startAnsweringServer } from "../fixtures/answering-server.ts";
import { appendExchanges } from "../fixtures/append-exchanges.ts";
import { expect, test } from "../fixtures/test.ts";
import { expectNoAccessibilityViolation } from "../pages/accessibility.ts";
import { ComposePage } from "../pages/compose-page.ts";
import { HistoryPage } from "../pages/history-page.ts";
import { TenantsPage } from "../pages/tenants-page.ts";

test("exchanges are found by a query, by chips and by a view, and counted", async ({ openConsole }) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  await compose.chooseEvent("deposit");
  await compose.sendAndAwait("Accepted");
  await compose.chooseEvent("newsletter_signup");
  await compose.field("email").fill("johndoe@domain");
  await compose.sendAndAwait("Rejected");
  const history = new HistoryPage(page);
  await history.open();
  await expect(history.rows()).toHaveCount(2);

  await history.searchFor("outcome:rejected");
  await expect(history.rows()).toHaveCount(1);
  await expect(history.count).toHaveText("1 of 2");
  await expect(history.chips).toContainText("Outcome: Rejected");
  await page.getByRole("button", { name: "Remove Outcome: Rejected" }).click();
  await expect(history.rows()).toHaveCount(2);
  await expect(history.search).toHaveText(/^Search/u);

  await history.addFilter(/^Event/u, /^deposit/u);
  await expect(history.search).toHaveText("event:deposit");
  await expect(history.rows()).toHaveCount(1);
  await expect(history.rows()).toHaveText(/deposit/u);

  // Suggestions are there while one writes, and gone when one searches.
  await history.search.fill("outcome:re");
  await expect(page.getByRole("option", { name: "rejected" })).toBeVisible();
  await history.search.press("Enter");
  await expect(page.getByRole("option")).toBeHidden();
  await history.searchFor("outcome:refused");
  await expect(page.getByRole("alert")).toContainText("no value of outcome");
  await history.searchFor("johndoe@domain outcome:failed");
  await page.getByRole("button", { name: "Show everything" }).click();
  await expect(history.rows()).toHaveCount(2);

  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("button", { name: /^Rejected/u }).click();
  await expect(history.rows()).toHaveCount(1);
  await expect(history.rows()).toHaveText(/newsletter_signup/u);
  await page.getByRole("button", { name: "Charts" }).click();
  await expect(page.getByRole("toolbar", { name: "Outcomes over time" })).toBeVisible();
  await expectNoAccessibilityViolation(page);
});

test("what another program records comes in without moving what is being read", async ({
  openConsole,
  workspace,
}) => {
  await appendExchanges(workspace, "earlier", 250);
  const { page } = await openConsole({ viewport: { width: 1100, height: 700 } });
  const history = new HistoryPage(page);
  await history.open();
  await expect(history.rows().first()).toBeVisible();
  await history.list.focus();
  // Past the first page, so that the next one is read too.
  for (let pages = 0; pages < 8; pages += 1) await page.keyboard.press("PageDown");
  await expect(history.list).toHaveAttribute("aria-activedescendant", /.+/u);
  const isRead = page.locator(`[id="${(await history.list.getAttribute("aria-activedescendant")) ?? ""}"]`);
  const before = await isRead.boundingBox();
  await appendExchanges(workspace, "later", 3);
  await expect(history.news).toHaveText("3 new");
  expect(await isRead.boundingBox()).toEqual(before);
  await history.news.click();
  await expect(history.news).toBeHidden();
  await expect(page.getByRole("contentinfo", { name: "Status" })).toContainText("253 exchanges");
  await test.step("one is deleted far down, and the list stays where it is", async () => {
    for (let pages = 0; pages < 8; pages += 1) await page.keyboard.press("PageDown");
    const active = async () => `[id="${(await history.list.getAttribute("aria-activedescendant")) ?? ""}"]`;
    const deleted = page.locator(await active());
    await page.keyboard.press("ArrowUp");
    const kept = page.locator(await active());
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Space");
    await history.selected.getByRole("button", { name: /^Delete/u }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete 1 exchange" }).click();
    await expect(deleted).toHaveCount(0);
    await expect(kept).toBeInViewport();
    await history.list.focus();
  });
  await page.keyboard.press("Enter");
  await expect(history.detail).toBeVisible();
  for (const column of ["Took", "HTTP", "Answer"])
    await expect(history.list.getByRole("columnheader", { name: column })).toBeInViewport({ ratio: 1 });
});

test("two exchanges are compared, and what does not matter is ignored from then on", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  await compose.chooseEvent("deposit");
  await compose.field("amount").fill("100.00");
  await compose.sendAndAwait("Accepted");
  await compose.field("amount").fill("100");
  await compose.sendByKey();
  const history = new HistoryPage(page);
  await history.open();
  await expect(history.rows()).toHaveCount(2);
  await history.tick(history.rows().nth(0));
  await history.tick(history.rows().nth(1));
  await history.selected.getByRole("button", { name: "Compare" }).click();
  const amount = history.comparison.getByRole("row").filter({ hasText: "/context/amount" });
  await expect(amount).toContainText("written otherwise");
  await expectNoAccessibilityViolation(page);
  await page.keyboard.press("F7");
  await expect(history.comparison.locator("[data-difference]").first()).toBeFocused();
  await amount.getByRole("button", { name: "Ignore /context/amount" }).click();
  await expect(amount).toHaveCount(0);
  await page.getByRole("button", { name: "Only differences" }).click();
  await expect(amount).toContainText("ignored: request.body/context/amount");
  await page.keyboard.press("Escape");
  await expect(history.rows()).toHaveCount(2);
});

test("an event is compared across tenants, its catalog's version opened, and a view brings its columns", async ({
  openConsole,
}) => {
  const server = await startAnsweringServer();
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  await compose.chooseEvent("newsletter_signup");
  await compose.sendAndAwait("Accepted");
  const tenants = new TenantsPage(page);
  await tenants.add("Shop", "Test", server.url);
  await tenants.choose("Shop");
  await tenants.compose();
  await compose.chooseEvent("newsletter_signup");
  await compose.sendAndAwait("Accepted");
  const history = new HistoryPage(page);
  await history.open();
  await history.rows().first().click();
  await history.detail.getByRole("button", { name: "Compare", exact: true }).click();
  await page.getByRole("menuitem", { name: "This event across all tenants" }).click();
  const table = page.getByRole("table", { name: "newsletter_signup across tenants" });
  await expect(table.getByRole("row")).toHaveCount(3);
  const sandbox = table.getByRole("row").filter({ hasText: "Local sandbox" });
  await expect(sandbox).toContainText(/Accepted.*200.*difference/u);
  await expectNoAccessibilityViolation(page);
  await sandbox.getByRole("button", { name: "Compare" }).click();
  await expect(history.comparison).toBeVisible();
  await page.keyboard.press("Escape");

  await test.step("a view has its columns and its order", async () => {
    const tenantColumn = history.list.getByRole("columnheader", { name: "Tenant" });
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Columns" }).click();
    await page.getByRole("checkbox", { name: "Tenant" }).click();
    await page.keyboard.press("Escape");
    await history.searchFor("event:newsletter_signup");
    await page.getByRole("button", { name: /^Views/u }).click();
    await page.getByRole("button", { name: "Save this view" }).click();
    await page.getByRole("textbox", { name: "Name" }).fill("By tenant");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Columns" }).click();
    await page.getByRole("checkbox", { name: "Tenant" }).click();
    await page.keyboard.press("Escape");
    await expect(tenantColumn).toBeHidden();
    await history.searchFor("outcome:accepted");
    await page.getByRole("button", { name: /^Views/u }).click();
    await page.getByRole("button", { name: /^By tenant/u }).click();
    await expect(tenantColumn).toBeVisible();
    await expect(history.search).toHaveText("event:newsletter_signup");
  });

  await test.step("all that fit are pinned", async () => {
    await history.list.getByRole("columnheader").getByRole("checkbox").click();
    await history.selected.getByRole("button", { name: "Pin", exact: true }).click();
    await expect(history.rows().filter({ has: page.getByTitle("Pinned") })).toHaveCount(2);
  });

  await test.step("the catalog is opened at the version it was checked against", async () => {
    await history.rows().last().click();
    await history.detail.getByRole("button", { name: /, version 1$/u }).click();
    const version = page.getByRole("list", { name: "Versions" }).getByRole("button", { name: /Version 1/u });
    await expect(version).toHaveAttribute("aria-current", "true");
  });
  await server.close();
});

test("an exchange is sent again and opened in Compose as it was", async ({ openConsole }) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  await compose.chooseEvent("deposit");
  await compose.field("Customer").fill("c-20418");
  await compose.sendAndAwait("Accepted");
  const history = new HistoryPage(page);
  await history.open();
  await history.rows().first().click();
  await history.detail.getByRole("button", { name: "Resend" }).click();
  await page.getByRole("menuitem", { name: /As it was sent/u }).click();
  await expect(history.detail.getByRole("status")).toContainText("Sent again: Accepted");
  await history.detail.getByRole("button", { name: "Compare", exact: true }).last().click();
  await expect(history.comparison).toContainText("No difference that counts");
  await page.keyboard.press("Escape");
  await history.detail.getByRole("button", { name: "Edit" }).click();
  await expect(compose.field("Customer")).toHaveValue("c-20418");
  await expect(page.getByRole("tab", { name: "deposit (2)" })).toBeVisible();
});

test("a note, a tag and a pin are found again after a restart; a deletion is named and verified", async ({
  openConsole,
}) => {
  const first = await openConsole();
  const compose = new ComposePage(first.page);
  for (const event of ["deposit", "login"]) {
    await compose.chooseEvent(event);
    await compose.sendAndAwait("Accepted");
  }
  const before = new HistoryPage(first.page);
  await before.open();
  await before.row("deposit").click();
  await before.tab("Notes").click();
  await before.detail.getByRole("textbox", { name: "Note" }).fill("Refund of the second order");
  await before.detail.getByRole("combobox", { name: "Tags" }).fill("ticket-7");
  await before.detail.getByRole("combobox", { name: "Tags" }).press("Enter");
  await before.detail.getByRole("button", { name: "Pin" }).click();
  await expect(before.row("deposit").getByTitle("Pinned")).toBeVisible();
  await expect(before.tab(/^Notes/u)).toContainText("2");
  await first.kill();

  const { page } = await openConsole();
  const history = new HistoryPage(page);
  await history.open();
  await history.searchFor("refund tag:ticket-7 pinned:yes");
  await expect(history.rows()).toHaveCount(1);
  await expect(history.rows()).toHaveText(/deposit/u);
  await history.searchFor("");
  await history.list.focus();
  await page.keyboard.press("ControlOrMeta+a");
  await expect(history.selected).toContainText("2 exchanges selected (all)");
  await history.selected.getByRole("button", { name: /^Delete/u }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("1 exchange");
  await expect(dialog).toContainText("pinned");
  await expectNoAccessibilityViolation(page);
  await dialog.getByRole("textbox", { name: /^Reason/u }).fill("test data");
  await dialog.getByRole("button", { name: "Delete 1 exchange" }).click();
  await expect(history.rows()).toHaveCount(1);
  await expect(history.rows()).toHaveText(/deposit/u);

  await page.getByRole("navigation", { name: "Screens" }).getByRole("button", { name: "Settings" }).click();
  await page.getByRole("navigation", { name: "Settings" }).getByRole("button", { name: "History" }).click();
  await page.getByRole("button", { name: "Verify the history" }).click();
  const evidence = page.getByRole("region", { name: "Evidence" });
  await expect(evidence).toContainText("The history is intact");
  await expect(evidence).toContainText("test data");
  await page.getByRole("textbox", { name: "At most so many exchanges" }).fill("1");
  await expect(page.getByRole("region", { name: "How much is kept" })).toContainText("No exchange is over");
  await expectNoAccessibilityViolation(page);
});
