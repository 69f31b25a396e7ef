import { expect, test } from "../fixtures/test.ts";
import { CatalogsPage } from "../pages/catalogs-page.ts";

const TABLE = "Event Key,Parameter Key,Type,Mandatory\nwin_back,couponCode,String,yes\n";

/** Sooner than a message goes by itself. */
const GONE = { timeout: 3000 } as const;

test("what is said of a step goes with it, and there is one message at a time", async ({ openConsole }) => {
  const { page } = await openConsole({ viewport: { width: 1100, height: 700 } });
  const catalogs = new CatalogsPage(page);
  const messages = page.getByRole("region", { name: "Messages" });
  const said = messages.getByRole("alertdialog");
  await catalogs.open();
  await catalogs.readImport(TABLE);
  await catalogs.dialog.getByRole("checkbox", { name: "Make a new catalog of it" }).check();
  await catalogs.takeImport();
  await catalogs.openEvent("win_back");

  // Taken back by key: there is nothing left to undo in the message.
  await catalogs.press("Fix all");
  await expect(said).toContainText("Everything that is certain was fixed");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(said).toContainText("Undone: Fix all");
  await expect(said).toHaveCount(1);
  await expect(messages.getByRole("button", { name: "Undo" })).toHaveCount(0);

  // Something else done since.
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect(said).toContainText("Done again: Fix all");
  await catalogs.field("Title").fill("Win back");
  await expect(said).toHaveCount(0, GONE);

  // A save says so in the place of what was said before.
  await page.keyboard.press("ControlOrMeta+z");
  await expect(said).toContainText("Undone");
  await catalogs.saveVersion(2);
  await expect(said).toContainText("Version 2 saved");
  await expect(said).toHaveCount(1);

  // Another catalog, another screen.
  const undoStep = async () => {
    await catalogs.field("Title").fill("Won back");
    await catalogs.field("Title").blur();
    await page.keyboard.press("ControlOrMeta+z");
    await expect(said).toContainText("Undone");
  };
  await undoStep();
  await catalogs.toolbar.getByRole("button", { name: /^Catalog: Imported/u }).click();
  await page.getByRole("menuitemradio", { name: /^Demo store/u }).click();
  await expect(catalogs.toolbar.getByRole("button", { name: "Catalog: Demo store" })).toBeVisible();
  await expect(said).toHaveCount(0, GONE);
  await catalogs.openEvent("login");
  await undoStep();
  await page.keyboard.press("ControlOrMeta+1");
  await expect(said).toHaveCount(0, GONE);
});
