import { expect, test } from "../fixtures/test.ts";
import { expectNoAccessibilityViolation } from "../pages/accessibility.ts";
import { CatalogsPage } from "../pages/catalogs-page.ts";
import { ComposePage } from "../pages/compose-page.ts";

const TABLE = [
  "Event Key,Parameter Key,Type,Mandatory,Example",
  "win_back,couponCode,String,yes,SPRING",
  "win_back,amount,Number,no,ten",
  "lapsed,days,Number,perhaps,30",
].join("\n");

test("a catalog is made of a pasted table, mended, compared, gone back in, and brought back after it was deleted", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  const catalogs = new CatalogsPage(page);
  await catalogs.open();
  await catalogs.readImport("key");
  // Also a file that was just cleared away.
  const found = "2 events with 3 parameters found.";
  for (let time = 0; time < 2; time += 1) {
    await catalogs.chooseImportFile("Imported catalog.csv", TABLE);
    await expect(catalogs.dialog).toContainText(found);
    await catalogs.dialog.getByRole("button", { name: "Clear" }).click();
    await expect(catalogs.dialog).not.toContainText(found);
  }
  await catalogs.dialog.getByRole("textbox", { name: "Text to read" }).fill(TABLE);
  await expect(catalogs.dialog).toContainText(found);
  await expect(catalogs.dialog).toContainText("2 problems while reading");
  await expectNoAccessibilityViolation(page);
  await catalogs.dialog.getByRole("checkbox", { name: "Make a new catalog of it" }).check();
  await catalogs.takeImport();
  await expect(catalogs.toolbar.getByRole("button", { name: "Catalog: Imported catalog" })).toBeVisible();
  await expect(catalogs.list.getByRole("option")).toHaveCount(2);

  // Lint names the capital; the fix is one step.
  await catalogs.openEvent("win_back");
  await expect(catalogs.panel).toContainText("couponCode has capitals");
  await catalogs.press("Rename to coupon_code, win_back");
  expect(await catalogs.names()).toEqual(["coupon_code", "amount", "Add a parameter"]);
  await catalogs.saveVersion(2);

  // Two versions in words, and back to the first.
  await catalogs.tab("Versions");
  await expect(catalogs.panel.getByRole("list", { name: "Differences" })).toContainText(
    "couponCode was renamed to coupon_code",
  );
  await catalogs.panel.getByRole("button", { name: /^Version 1 \d/u }).click();
  await catalogs.press("Go back to version 1");
  await expect(catalogs.toolbar).toContainText("version 3");
  expect(await catalogs.names()).toContain("couponCode");
  await page.getByRole("region", { name: "Messages" }).getByRole("button", { name: "Undo" }).click();
  await expect(catalogs.toolbar).toContainText("version 4");
  expect(await catalogs.names()).toContain("coupon_code");

  await catalogs.press("More for the catalog");
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(catalogs.dialog).toContainText("2 events with 3 parameters");
  await catalogs.press("Delete catalog");
  await expect(catalogs.toolbar.getByRole("button", { name: "Catalog: Demo store" })).toBeVisible();
  await catalogs.toolbar.getByRole("button", { name: "Catalog: Demo store" }).click();
  await page.getByRole("menuitemradio", { name: /^Bring back Imported catalog/u }).click();
  await expect(catalogs.toolbar).toContainText("version 4");
});

test("parameters are edited by keyboard alone, undone across events, and survive a crash before they are saved", async ({
  openConsole,
}) => {
  const first = await openConsole();
  const { page } = first;
  const catalogs = new CatalogsPage(page);
  await page.keyboard.press("ControlOrMeta+2");
  await page.keyboard.press("/");
  await page.keyboard.type("newsletter");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await catalogs.table.focus();

  // Over a name, on to its type by letter, to required, and a value that cannot be.
  await page.keyboard.press("ArrowDown");
  await page.keyboard.type("agreed");
  await page.keyboard.press("Tab");
  await page.keyboard.press("s");
  await expect(catalogs.cell(2, "Type")).toHaveText("string");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Space");
  await expect(catalogs.cell(2, "Required")).toHaveText("no");
  for (const _ of ["format", "values", "length"]) await page.keyboard.press("Tab");
  await page.keyboard.type("many");
  await page.keyboard.press("Enter");
  await expect(catalogs.table.getByRole("alert")).toContainText(
    'A length is a whole number above 0, not "many"',
  );
  await page.keyboard.press("Escape");
  await expect(catalogs.cell(2, "Max. length")).toHaveText("");

  // Rows: moved, duplicated, deleted, pasted.
  await page.keyboard.press("Alt+ArrowUp");
  await page.keyboard.press("ControlOrMeta+d");
  expect((await catalogs.names()).slice(0, 3)).toEqual(["agreed", "agreed_copy", "email"]);
  await page.keyboard.press("ControlOrMeta+Delete");
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.press("Home");
  await catalogs.paste("Name\tType\tAllowed values\nplan\tString\tfree, paid\nseats\tInteger\t");
  expect((await catalogs.names()).slice(-3)).toEqual(["plan", "seats", "Add a parameter"]);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Add", exact: true })).toBeFocused();

  // A field of another event, then all of it back and forth.
  await catalogs.search.fill("");
  await catalogs.openEvent("login");
  // A cell that was pressed hears the keys as well.
  await catalogs.cell(2, "Name").click();
  await page.keyboard.press("Alt+ArrowUp");
  expect((await catalogs.names())[0]).toBe("remember_me");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(catalogs.cell(2, "Name")).toHaveText("remember_me");
  await catalogs.field("Title").fill("Came back");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(catalogs.field("Title")).not.toHaveValue("Came back");
  for (const _ of ["paste", "delete", "duplicate", "move", "required", "type", "name"]) {
    await page.keyboard.press("ControlOrMeta+z");
  }
  await expect(catalogs.field("Key")).toHaveValue("newsletter_signup");
  await expect(catalogs.cell(2, "Name")).toHaveText("opt_in");
  for (let step = 0; step < 8; step += 1) await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect(catalogs.field("Title")).toHaveValue("Came back");
  await expect(catalogs.toolbar).toContainText("Unsaved changes, kept");
  await expectNoAccessibilityViolation(page);
  await first.kill();
  const second = await openConsole();
  const later = new CatalogsPage(second.page);
  await later.open();
  await later.openEvent("login");
  await expect(later.field("Title")).toHaveValue("Came back");
  await later.saveVersion(2);

  // What is saved is what Compose writes events by, with the draft as it was.
  const compose = new ComposePage(second.page);
  await second.page.keyboard.press("ControlOrMeta+1");
  await compose.chooseEvent("newsletter_signup");
  await expect(compose.form.getByText("plan", { exact: true })).toBeVisible();
});
