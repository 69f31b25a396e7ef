import { expect, test } from "../fixtures/test.ts";
import { CatalogsPage } from "../pages/catalogs-page.ts";

test("events are filtered, selected by keyboard, changed together, and that is taken back step by step", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  const catalogs = new CatalogsPage(page);
  const messages = page.getByRole("region", { name: "Messages" });
  const ticked = page.getByRole("toolbar", { name: "Ticked events" });
  await catalogs.open();
  const all = await catalogs.list.getByRole("option").first().getAttribute("aria-setsize");

  // Filters go together with each other and with the search.
  await catalogs.filterBy("Has findings");
  await expect(catalogs.list.getByRole("option")).toHaveCount(1);
  await catalogs.search.fill("cart");
  await expect(page.getByText("No event fits.")).toBeVisible();
  await catalogs.search.fill("");
  await page.getByRole("button", { name: "Take off: Has findings" }).click();
  await catalogs.openEvent("login");
  await catalogs.field("Title").fill("Came back");
  await catalogs.filterBy("Changed since version 1");
  await expect(catalogs.list.getByRole("option")).toHaveText([/^login/u]);
  await page.getByRole("button", { name: "Take off: Changed since version 1" }).click();
  await page.keyboard.press("ControlOrMeta+z");

  // Shift and an arrow select on from where one is, and give back what they pass again.
  await catalogs.openEvent("newsletter_signup");
  await catalogs.list.focus();
  for (const key of ["ArrowDown", "ArrowDown", "ArrowUp"]) await page.keyboard.press(`Shift+${key}`);
  await expect(catalogs.list.getByRole("option", { selected: true })).toHaveText([
    /^newsletter_signup/u,
    /^login/u,
  ]);
  await expect(catalogs.field("Key")).toHaveValue("newsletter_signup");
  await page.keyboard.press("ControlOrMeta+a");
  await expect(ticked).toContainText(`${all} ticked`);
  await page.keyboard.press("ControlOrMeta+a");
  await expect(ticked).toBeHidden();

  // Several are deleted and changed, each in one step; of many steps back only the last is told.
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+ArrowDown");
  await ticked.getByRole("button", { name: "Delete" }).click();
  await expect(catalogs.option("newsletter_signup")).toHaveCount(0);
  await messages.getByRole("button", { name: "Undo" }).click();
  await expect(catalogs.option("newsletter_signup")).toHaveCount(1);
  await catalogs.list.focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+ArrowDown");
  await ticked.getByRole("button", { name: "Change the ticked events" }).click();
  await page.getByRole("menuitem", { name: "Duplicate" }).click();
  await ticked.getByRole("button", { name: "Change the ticked events" }).click();
  await page.getByRole("menuitem", { name: "For Realtime only" }).click();
  for (const _ of ["APIs", "duplicates"]) await page.keyboard.press("ControlOrMeta+z");
  await expect(messages.getByText(/^Undone: /u)).toHaveText(["Undone: Duplicate 2 events"]);
  expect(await catalogs.list.getByRole("option").first().getAttribute("aria-setsize")).toBe(all);
});
