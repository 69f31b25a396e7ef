import { expect, test } from "../fixtures/test.ts";
import { expectNoAccessibilityViolation } from "../pages/accessibility.ts";
import { CatalogsPage } from "../pages/catalogs-page.ts";
import { ComposePage } from "../pages/compose-page.ts";

const PAYLOADS = [
  `{"tenant":999,"event":"win_back","customer":"c","timestamp":"2026-01-01 10:00:00.000 UTC","context":{"coupon":"SPRING","mail":"a@b.co"}}`,
  `{"tenant":999,"event":"login","customer":"c","timestamp":"2026-01-01 10:00:00.000 UTC","context":{"device":"phone"}}`,
].join("\n");

test("an import shows what would be added with its values, and which of them were guessed", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  const catalogs = new CatalogsPage(page);
  await catalogs.open();
  await catalogs.readImport(PAYLOADS);
  const added = catalogs.dialog.getByRole("region", { name: "New" });
  const details = added.getByRole("button", { name: "Details of win_back" });
  await expect(details).toHaveAttribute("aria-expanded", "true");
  await expect(added).toContainText("OptiEvent");
  const parameters = added.getByRole("list", { name: "Parameters of win_back" });
  await expect(parameters.getByRole("listitem").filter({ hasText: "mail" })).toHaveText(
    /string \(guessed: .*optional \(guessed: .*email \(guessed: .*example a@b\.co \(guessed: /u,
  );
  const known = catalogs.dialog.getByRole("list", { name: "Parameters of login" });
  await expect(known.getByRole("listitem").filter({ hasText: "device" })).toContainText("example phone");
  await expectNoAccessibilityViolation(page);
  await details.click();
  await expect(parameters).toBeHidden();
});

test("the events of a long list are opened one by one, and many stay fast", async ({ openConsole }) => {
  const { page } = await openConsole();
  const catalogs = new CatalogsPage(page);
  await catalogs.open();
  const rows = Array.from({ length: 20 }, (_none, event) =>
    Array.from({ length: 5 }, (_other, parameter) => `event_${event},name_${parameter},String,yes`),
  );
  await catalogs.readImport(["Event Key,Parameter Key,Type,Mandatory", ...rows.flat()].join("\n"));
  const list = catalogs.dialog.getByRole("list", { name: "Parameters of event_7" });
  const details = catalogs.dialog.getByRole("button", { name: "Details of event_7" });
  await expect(details).toHaveAttribute("aria-expanded", "false");
  await expect(list).toBeHidden();
  await details.click();
  await expect(list.getByRole("listitem")).toHaveCount(5);
  await expect(list).toContainText("required");
});

test("what was sent and changes nothing is not offered", async ({ openConsole }) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  await compose.chooseEvent("login");
  await compose.sendAndAwait("Accepted");
  const catalogs = new CatalogsPage(page);
  await catalogs.open();
  await catalogs.toolbar.getByRole("button", { name: "Import" }).click();
  await catalogs.dialog.getByRole("button", { name: "What was sent" }).click();
  await expect(catalogs.dialog).toContainText("Nothing of it is new or different.");
  await expect(catalogs.dialog.getByRole("region", { name: "Different" })).toBeHidden();
  await expect(catalogs.dialog.getByRole("button", { name: "Take 0 events" })).toBeDisabled();
});

test("problems, rows and a token are told as they are", async ({ openConsole }) => {
  const { page } = await openConsole();
  const catalogs = new CatalogsPage(page);
  await catalogs.open();
  await catalogs.readImport("Event Key,Parameter Key,Type,Mandatory\nwin_back,coupon,Strung,perhaps");
  await expect(catalogs.dialog).toContainText("line 1, 1 row");
  await expect(catalogs.dialog).not.toContainText("1 rows");
  const problems = catalogs.dialog.getByText("2 problems while reading: 1 error, 1 warning");
  await problems.click();
  const lines = catalogs.dialog.getByRole("list", { name: "Problems" }).getByRole("listitem");
  await expect(lines.filter({ hasText: "Strung" })).toContainText("error");
  await expect(lines.filter({ hasText: "perhaps" })).toContainText("warning");

  const token = "abcdefghijkl1234";
  const configuration = `var x = {realtimeToken: "${token}", events: {win_back: {id: 1200, parameters: {}}}};`;
  await catalogs.dialog.getByRole("textbox", { name: "Text to read" }).fill(configuration);
  const tenant = catalogs.dialog.getByRole("region", { name: "Tenant found" });
  await expect(tenant).toContainText("kept in memory until the console ends");
  await expect(tenant).not.toContainText("goes to the vault");
  await expect(tenant).not.toContainText(token);
});

test("choosing what a column means keeps the keyboard where it is", async ({ openConsole }) => {
  const { page } = await openConsole();
  const catalogs = new CatalogsPage(page);
  await catalogs.open();
  await catalogs.readImport("Event Key,Parameter Key,Type,Team\nwin_back,coupon,String,web");
  const meaning = catalogs.dialog.getByRole("button", { name: /Meaning of column Team/u });
  await meaning.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("option", { name: "Description", exact: true }).click();
  await expect(catalogs.dialog).toContainText("1 event with 1 parameter found");
  await expect(catalogs.dialog.getByRole("list", { name: "Parameters of win_back" })).toContainText("web");
  await expect(meaning).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(catalogs.dialog).toBeHidden();
});
