import { expect, test } from "../fixtures/test.ts";
import { CatalogsPage } from "../pages/catalogs-page.ts";

test("two windows that change one catalog tell each other, and neither loses what it changed", async ({
  openConsole,
}, testInfo) => {
  test.skip(testInfo.project.name !== "browser", "The desktop has one window.");
  const { page } = await openConsole();
  const first = new CatalogsPage(page);
  await first.open();
  const openWindow = async () => {
    const window = await page.context().newPage();
    await window.goto(page.url());
    const catalogs = new CatalogsPage(window);
    await catalogs.open();
    return { window, catalogs };
  };
  const { window, catalogs: second } = await openWindow();
  await first.openEvent("login");
  await first.field("Title").fill("By the first");
  await expect(first.toolbar).toContainText("Unsaved changes, kept");
  await second.openEvent("logout");
  await second.field("Title").fill("By the second");
  await expect(second.toolbar).toContainText("Another window has unsaved changes of this catalog");

  // The first one's version makes room for what the second has, which is there again in a third.
  await first.saveVersion(2);
  await expect(second.toolbar).toContainText("Unsaved changes, kept");
  await expect(window.getByText("Version 2 was saved elsewhere")).toBeVisible();
  await window.close();
  const { window: third, catalogs } = await openWindow();
  await expect(third.getByText("Version 2 was saved elsewhere")).toBeVisible();
  await catalogs.openEvent("logout");
  await expect(catalogs.field("Title")).toHaveValue("By the second");
  await catalogs.press("Keep my changes");
  await catalogs.saveVersion(3);
  await expect(first.toolbar).toContainText("version 3");
  // What the first one changed is in it too, since no one else touched that event.
  await catalogs.openEvent("login");
  await expect(catalogs.field("Title")).toHaveValue("By the first");

  // Where both change the same event, it is said what would be undone before it is.
  await catalogs.field("Title").fill("By the third");
  await first.openEvent("login");
  await first.field("Title").fill("By the first again");
  await first.saveVersion(4);
  await expect(third.getByText("Version 4 was saved elsewhere")).toBeVisible();
  await catalogs.press("Keep my changes");
  const dialog = third.getByRole("dialog", { name: "This of version 4 would be undone" });
  await expect(dialog.getByRole("list", { name: "Differences" })).toContainText("By the first again");
  await dialog.getByRole("button", { name: "Keep my changes" }).click();
  await expect(catalogs.field("Title")).toHaveValue("By the third");

  // Undone, the question is there again: a save is refused instead of going over version 4.
  await third.keyboard.press("ControlOrMeta+z");
  await expect(third.getByText("Version 4 was saved elsewhere")).toBeVisible();
  await third.keyboard.press("ControlOrMeta+s");
  await expect(third.getByRole("region", { name: "Messages" })).toContainText("Nothing was overwritten");
  await third.keyboard.press("ControlOrMeta+z");
  await third.getByRole("button", { name: "Make version 3 the newest" }).click();
  await expect(first.toolbar).toContainText("version 5");
});
