import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { expect, test } from "../fixtures/test.ts";
import { expectNoAccessibilityViolation } from "../pages/accessibility.ts";
import { CatalogsPage } from "../pages/catalogs-page.ts";

test("a catalog is linked to a file, written back to it, and takes what somebody else changed there", async ({
  openConsole,
}, testInfo) => {
  test.skip(testInfo.project.name !== "browser", "On the desktop the file is chosen in the system's dialog.");
  const path = testInfo.outputPath("shop.catalog.json");
  await mkdir(dirname(path), { recursive: true });
  const change = async (from: string, to: string) =>
    writeFile(path, (await readFile(path, "utf8")).replace(from, to));
  const { page } = await openConsole();
  const catalogs = new CatalogsPage(page);
  const messages = page.getByRole("region", { name: "Messages" });
  await catalogs.open();

  // A path that may not be linked is refused at the field; a new file is written at once.
  await catalogs.press("More for the catalog");
  await page.getByRole("menuitem", { name: "Link to a file" }).click();
  const field = catalogs.dialog.getByRole("textbox", { name: "Path of the file" });
  await field.fill("shop.catalog.json");
  await field.press("Enter");
  await expect(field).toHaveAccessibleDescription(/Give the whole path of the file/u);
  await expectNoAccessibilityViolation(page);
  await field.fill(path);
  await field.press("Enter");
  await expect(catalogs.toolbar).toContainText("linked to shop.catalog.json");
  expect(await readFile(path, "utf8")).toContain('"add_to_cart"');
  const link = catalogs.toolbar.getByRole("button", { name: /linked to/u });
  await link.hover();
  await expect(page.getByRole("tooltip")).toHaveText(path);
  await page.mouse.move(0, 0);
  await expect(page.getByRole("tooltip")).toBeHidden();
  await link.focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("tooltip")).toHaveText(path);
  await expect(link).toHaveAccessibleDescription(path);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("tooltip")).toBeHidden();

  await catalogs.openEvent("login");
  await catalogs.field("Title").fill("Came back");
  await catalogs.saveVersion(2);
  await expect(messages).toContainText("Version 2 saved");
  await expect.poll(() => readFile(path, "utf8")).toContain('"Came back"');

  // Somebody else's change is offered with what it was and is, and taken; going back writes the file as well.
  await change("Came back", "Signed in again");
  await expect(catalogs.toolbar).toContainText("file changed");
  await catalogs.press("Look at the changes");
  await expect(catalogs.dialog.getByRole("checkbox", { name: "Take login" })).toBeChecked();
  await expect(catalogs.dialog.getByRole("region", { name: "Different" })).toContainText(
    "title: Came back Signed in again",
  );
  await expectNoAccessibilityViolation(page);
  await catalogs.press("Take the file's");
  await expect(catalogs.toolbar).toContainText("version 3");
  await expect(catalogs.field("Title")).toHaveValue("Signed in again");
  await messages.getByRole("button", { name: "Undo" }).click();
  await expect(catalogs.toolbar).toContainText("version 4");
  await expect(catalogs.field("Title")).toHaveValue("Came back");
  await expect.poll(() => readFile(path, "utf8")).toContain('"Came back"');

  // A save leaves a file alone that was changed meanwhile, and leads to the same question.
  await change("Came back", "Theirs");
  await expect(catalogs.toolbar).toContainText("file changed");
  await catalogs.field("Title").fill("Ours");
  await catalogs.saveVersion(5);
  await messages.getByRole("button", { name: "Look at the changes" }).click();
  expect(await readFile(path, "utf8")).toContain('"Theirs"');
  await catalogs.press("Keep ours and write the file");
  await expect.poll(() => readFile(path, "utf8")).toContain('"Ours"');
  await expect(catalogs.toolbar).not.toContainText("file changed");

  // What each of them changed of other events is put together in both.
  await catalogs.field("Title").fill("Ours again");
  await change('"title": "Logout"', '"title": "Theirs too"');
  await expect(catalogs.toolbar).toContainText("file changed");
  await catalogs.press("Look at the changes");
  await expect(catalogs.dialog).toContainText("nothing is in the way of anything");
  await expectNoAccessibilityViolation(page);
  await catalogs.press("Take what is ticked");
  await expect(catalogs.dialog).toBeHidden();
  await expect(catalogs.toolbar).not.toContainText("file changed");
  await expect.poll(() => readFile(path, "utf8")).toContain('"Theirs too"');
  expect(await readFile(path, "utf8")).toContain('"Ours again"');
  await catalogs.openEvent("logout");
  await expect(catalogs.field("Title")).toHaveValue("Theirs too");
  await messages.getByRole("button", { name: "Undo" }).first().click();
  await expect.poll(() => readFile(path, "utf8")).not.toContain('"Theirs too"');

  // Of what the file has, a person takes what they want, down to a parameter; the file is written with the rest.
  await expect(catalogs.toolbar).not.toContainText("file changed");
  await change('"name": "remember_me"', '"name": "way"');
  await expect(catalogs.toolbar).toContainText("file changed");
  await catalogs.press("Look at the changes");
  await expect(catalogs.dialog.getByRole("button", { name: "Take the file's" })).toBeEnabled();
  await catalogs.dialog.getByRole("checkbox", { name: "Take login", exact: true }).uncheck();
  await expect(catalogs.dialog.getByRole("button", { name: "Take what is ticked" })).toBeDisabled();
  await catalogs.dialog.getByRole("checkbox", { name: "Take login", exact: true }).check();
  await catalogs.dialog.getByRole("checkbox", { name: "Delete login remember_me" }).uncheck();
  await catalogs.press("Take what is ticked");
  await expect(catalogs.dialog).toBeHidden();
  await catalogs.openEvent("login");
  expect(await catalogs.names()).toEqual(expect.arrayContaining(["way", "remember_me"]));
  await expect.poll(() => readFile(path, "utf8")).toContain('"name": "remember_me"');

  // A file that is gone is said to be, and written anew.
  await rm(path);
  await expect(catalogs.toolbar).toContainText("file missing");
  await catalogs.press("Write the file");
  await expect(catalogs.toolbar).not.toContainText("file missing");
  expect(await readFile(path, "utf8")).toContain('"Ours again"');
  await catalogs.press("More for the catalog");
  await page.getByRole("menuitem", { name: "Unlink" }).click();
  await expect(catalogs.toolbar).not.toContainText("linked to");
});
