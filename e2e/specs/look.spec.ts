import type { Locator } from "@playwright/test";
import { expect, test } from "../fixtures/test.ts";
import { CatalogsPage } from "../pages/catalogs-page.ts";
import { ComposePage } from "../pages/compose-page.ts";
import { HistoryPage } from "../pages/history-page.ts";

async function style(element: Locator, property: string): Promise<string> {
  return element.evaluate((one, name) => getComputedStyle(one).getPropertyValue(name), property);
}

test("the window follows the system's theme while it is open, until another is chosen", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  await compose.sendAndAwait("Accepted");
  const surfaces = [page.locator("body"), compose.form, compose.answer, compose.sendButton];
  const colours = () => Promise.all(surfaces.map((one) => style(one, "background-color")));
  const light = await colours();
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await colours();
  expect(dark.filter((colour, index) => colour === light[index])).toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
  expect(await colours()).toEqual(light);

  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("use the dark theme");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  expect(await colours()).toEqual(dark);
});

test("where the system chooses the colours, what has the keyboard is framed and charts keep their key", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  await page.emulateMedia({ forcedColors: "active" });
  await new ComposePage(page).sendAndAwait("Accepted");
  await new CatalogsPage(page).open();
  await page.getByRole("grid", { name: /^Parameters/u }).focus();
  await page.keyboard.press("ArrowDown");
  const cell = page.locator(`[id="${await page.locator(":focus").getAttribute("aria-activedescendant")}"]`);
  expect(await style(cell, "outline-style")).toBe("solid");

  await new HistoryPage(page).open();
  await page.getByRole("button", { name: "Charts" }).click();
  const key = page
    .getByRole("figure")
    .first()
    .getByRole("button", { name: /Accepted/u })
    .locator("span")
    .first();
  expect(await style(key, "background-color")).not.toBe(
    await style(page.locator("body"), "background-color"),
  );
});
