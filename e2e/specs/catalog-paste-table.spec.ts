import { expect, test } from "../fixtures/test.ts";
import { CatalogsPage } from "../pages/catalogs-page.ts";

const PAGE = `<table><tr><th>Event</th><th>Parameter</th><th>Type</th></tr>
<tr><td rowspan="2">login</td><td><p>method</p></td><td>String</td></tr>
<tr><td>device</td><td><p>String</p><p>of 20</p></td></tr>
<tr><td>logout</td><td>seconds</td><td>Number</td></tr></table>`;

test("a table copied from a page and pasted is read with its merged cells", async ({ openConsole }) => {
  const { page } = await openConsole();
  const other = await page.context().newPage();
  await other.setContent(PAGE);
  await other.keyboard.press("ControlOrMeta+a");
  await other.keyboard.press("ControlOrMeta+c");
  await other.close();
  const catalogs = new CatalogsPage(page);
  await catalogs.open();
  await catalogs.readImport("");
  await catalogs.dialog.getByRole("textbox", { name: "Text to read" }).focus();
  await page.keyboard.press("ControlOrMeta+v");
  await expect(catalogs.dialog).toContainText("2 events with 3 parameters found.");
  await expect(catalogs.dialog).toContainText("A copied table");
  await catalogs.dialog.getByRole("button", { name: "Clear" }).click();
  await expect(catalogs.dialog.getByRole("textbox", { name: "Text to read" })).toHaveValue("");
});

test("a table without a row of headings is read from its first row on, unless it is said to have them", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  const catalogs = new CatalogsPage(page);
  await catalogs.open();
  await catalogs.readImport("order_completed,order_id,string\nlogin,way,string");
  await expect(catalogs.dialog).toContainText("2 events with 2 parameters found.");
  await expect(catalogs.dialog).toContainText("No cell of the first row is a known heading");
  const isData = catalogs.dialog.getByRole("checkbox", { name: "The first row is data" });
  await isData.uncheck();
  await expect(catalogs.dialog.getByRole("button", { name: /Meaning of column order_id/u })).toBeVisible();
  await isData.check();
  await expect(catalogs.dialog).toContainText("2 events with 2 parameters found.");
  await expect(catalogs.dialog).not.toContainText("No cell of the first row is a known heading");
});
