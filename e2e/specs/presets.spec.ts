import type { Locator } from "@playwright/test";
import { expect, test } from "../fixtures/test.ts";
import { expectNoAccessibilityViolation } from "../pages/accessibility.ts";
import { ComposePage } from "../pages/compose-page.ts";
import { HistoryPage } from "../pages/history-page.ts";

test("drafts are saved as presets, right and negative, listed, and run with one key", async ({
  openConsole,
}) => {
  const first = await openConsole();
  const { page } = first;
  const compose = new ComposePage(page);
  const events = page.getByRole("listbox", { name: "Events" });
  const save = page.getByRole("toolbar", { name: "Draft" }).getByRole("button", { name: "Save as preset" });
  await save.click();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Signup, opted in");
  await page.getByRole("button", { name: "Save preset" }).click();
  await expect(events.getByRole("option", { name: "Signup, opted in" })).toBeVisible();

  await compose.chooseEvent("newsletter_signup");
  await page.keyboard.press("Alt+n");
  await compose.field("email").fill("johndoe@domain");
  await expect(compose.form.getByRole("button", { name: "1 finding" })).toBeVisible();
  await save.click();
  // It is known to be wrong, and in what.
  await expect(page.getByRole("radio", { name: "negative" })).toBeChecked();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Signup, opted in");
  await expect(page.getByRole("dialog")).toContainText("There is another preset of this name.");
  await expect(page.getByRole("button", { name: "Save preset" })).toBeDisabled();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Signup without a real email");
  await page.getByRole("textbox", { name: "Group" }).fill("Wrong");
  await expectNoAccessibilityViolation(page);
  await page.getByRole("button", { name: "Save preset" }).click();
  await expect(events.getByRole("option", { name: /without a real email/u })).toContainText("negative");

  await page.keyboard.press("ControlOrMeta+Shift+Enter");
  const table = page.getByRole("table", { name: "Presets" });
  const status = page.getByRole("region", { name: "Presets of newsletter_signup" }).getByRole("status");
  await expect(status).toContainText("2 of 2 run: 2 as expected");
  const wrong = table.getByRole("row", { name: /without a real email/u });
  await expect(wrong).toContainText("Rejected");
  const middle = async (locator: Locator) => {
    const { y, height } = (await locator.boundingBox()) ?? { y: 0, height: 0 };
    return y + height / 2;
  };
  const box = wrong.getByRole("checkbox");
  const name = wrong.getByRole("button", { name: "Signup without a real email", exact: true });
  expect(Math.abs((await middle(box)) - (await middle(name)))).toBeLessThan(1.5);
  await expectNoAccessibilityViolation(page);

  // What it came to is judged by what is expected now, and its exchange is one step away.
  await page.getByRole("button", { name: "Signup, opted in: more" }).click();
  await page.getByRole("menuitem", { name: "Show the exchange" }).click();
  const history = new HistoryPage(page);
  await expect(history.detail).toContainText("Accepted");
  await history.detail.getByRole("button", { name: "Compare" }).click();
  await page.getByRole("menuitem", { name: /^With its preset/u }).click();
  // The preset's text beside what was sent of it, and on request what came as expected.
  const compared = (name: string) => history.comparison.getByRole("row").filter({ hasText: name });
  await expect(compared("/timestamp")).toContainText("{{$now}}");
  await expect(compared("Outcome")).toBeHidden();
  await history.comparison.getByRole("button", { name: "Only differences" }).click();
  await expect(compared("Outcome")).toContainText("accepted");
  await page.keyboard.press("ControlOrMeta+1");
  await page.getByRole("button", { name: "Signup, opted in: more" }).click();
  await page.getByRole("menuitem", { name: /^Copy to another/u }).click();
  const copying = page.getByRole("dialog", { name: "Copy 1 preset" });
  await expect(copying.getByRole("button", { name: /To$/u })).toContainText("Local sandbox, Realtime");
  await expect(copying.getByRole("list", { name: "Not carried over" })).toContainText("/timestamp");
  await expectNoAccessibilityViolation(page);
  await copying.getByRole("button", { name: "Copy", exact: true }).click();
  await compose.chooseApi("Realtime");
  await expect(events.getByRole("option", { name: "Signup, opted in (2)" })).toBeVisible();

  await first.kill();
  const second = await openConsole();
  await new ComposePage(second.page).chooseApi("OptiEvent");
  await second.page.keyboard.press("Alt+p");
  await expect(second.page.getByRole("table", { name: "Presets" })).toContainText("as expected");
  await second.page.keyboard.press("Alt+p");
  await second.page.keyboard.press("ControlOrMeta+k");
  await second.page.keyboard.type("without real");
  await second.page.keyboard.press("Enter");
  await expect(second.page.getByRole("tab", { name: /without a real email/u })).toBeVisible();
  const list = second.page.getByRole("listbox", { name: "Events" });
  await list.getByRole("option", { name: "Signup, opted in" }).click();
  await expect(second.page.getByRole("tab", { name: "Signup, opted in" })).toBeVisible();
});

test("negative presets are made from the catalog and run; what is not as expected is said", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  await compose.chooseEvent("login");
  await page.getByRole("option", { name: "Make presets..." }).click();
  await page.getByRole("button", { name: "Make negative presets..." }).click();
  const dialog = page.getByRole("dialog", { name: "Negative presets of login" });
  await expect(dialog.getByRole("list", { name: "What can be wrong" })).toContainText("identity.missing");
  await expectNoAccessibilityViolation(page);
  await dialog.getByRole("button", { name: /^Make \d+ presets$/u }).click();
  const pane = page.getByRole("region", { name: "Presets of login" });
  const table = pane.getByRole("table", { name: "Presets" });
  await expect(table).toContainText("Negatives from the catalog");
  await pane.getByRole("searchbox", { name: "Find a preset" }).fill("identity");
  await pane.getByRole("button", { name: /Rate$/u }).click();
  await page.getByRole("option", { name: "as fast as it goes" }).click();
  await pane.getByRole("button", { name: /^Run all/u }).click();
  await expect(pane.getByRole("status")).toContainText(/(\d+) of \1 run/u);
  await expect(table.getByRole("row", { name: /identity\.missing/u }).first()).toContainText("as expected");

  await table.getByRole("checkbox", { name: "All presets" }).click();
  const count = await table.getByRole("rowheader").count();
  await pane.getByRole("button", { name: "Delete selected" }).click();
  await expect(pane).toContainText("deleted");
  await pane.getByRole("button", { name: "Undo" }).click();
  await expect(table.getByRole("rowheader")).toHaveCount(count);
});
