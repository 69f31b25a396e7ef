import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { appendExchanges } from "../fixtures/append-exchanges.ts";
import { expect, test } from "../fixtures/test.ts";
import { expectNoAccessibilityViolation } from "../pages/accessibility.ts";
import { CatalogsPage } from "../pages/catalogs-page.ts";
import { ComposePage } from "../pages/compose-page.ts";

test("a catalog shows what was sent of it, by whichever program, and hands on the report and what is new", async ({
  openConsole,
  workspace,
}) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  await compose.chooseEvent("login");
  await compose.sendAndAwait("Accepted");
  const catalogs = new CatalogsPage(page);
  await catalogs.open();
  await catalogs.tab("Coverage");
  await expect(catalogs.panel).toContainText("1 of");
  await expect(catalogs.panel.getByRole("list", { name: /^Sent/u })).toContainText("login");
  await appendExchanges(workspace, "elsewhere", 3);
  await expect(catalogs.panel).toContainText("sent 3 times");
  await catalogs.panel.getByRole("button", { name: "Coverage of login" }).click();
  const sides = catalogs.panel.getByRole("table", { name: "Coverage of login" });
  await expect(sides.getByRole("columnheader")).toHaveText(["Declared", "Sent", "Answered"]);
  await expect(sides.getByRole("row").nth(1).getByRole("cell")).toHaveText([
    /^\d+ parameters/u,
    /: \d+ times?/u,
    /\d+ of \d+ accepted, last:Accepted/u,
  ]);
  await expectNoAccessibilityViolation(page);

  const report = await downloaded(page, async () => {
    await catalogs.press("Export the coverage");
    await page.getByRole("menuitem", { name: "Report (HTML)" }).click();
  });
  expect(report).toContain("<code>login</code>");
  expect(report).toMatch(/: 1 accepted; last accepted/u);

  // Some events only, and of a request document what an earlier version lacks.
  await page.getByRole("button", { name: "Add an event" }).first().click();
  await catalogs.field("Key").fill("win_back");
  await catalogs.saveVersion(2);
  const request = await downloaded(page, async () => {
    await catalogs.toolbar.getByRole("button", { name: "Export" }).click();
    await choose(page, "As", "Request document (Markdown)");
    await choose(page, "What it asks for", "Only what is new since version 1");
    await catalogs.dialog.getByRole("button", { name: "Export" }).click();
  });
  expect(request.match(/^## .*$/gmu)).toEqual([expect.stringContaining("win_back")]);
  await catalogs.option("login").click({ modifiers: ["ControlOrMeta"] });
  const some = await downloaded(page, async () => {
    await page
      .getByRole("toolbar", { name: "Ticked events" })
      .getByRole("button", { name: "Export" })
      .click();
    await catalogs.dialog.getByRole("button", { name: "Export" }).click();
  });
  expect(JSON.parse(some)).toMatchObject({ events: [{ key: "login" }] });
});

test("a file that is dragged over the screen is told which catalog it would change", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  await new CatalogsPage(page).open();
  const files = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(["{}"], "a.json"));
    return data;
  });
  await page.getByRole("grid").first().dispatchEvent("dragover", { dataTransfer: files });
  await expect(page.getByText("Drop to see what it would change in Demo store")).toBeVisible();
});

async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page
    .getByRole("dialog")
    .getByRole("button", { name: new RegExp(label, "u") })
    .click();
  await page.getByRole("option", { name: option }).first().click();
}

async function downloaded(page: Page, act: () => Promise<void>): Promise<string> {
  const download = page.waitForEvent("download");
  await act();
  return readFileSync(await (await download).path(), "utf8");
}
