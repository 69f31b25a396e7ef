import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../fixtures/test.ts";
import { ComposePage } from "../pages/compose-page.ts";
import { TenantsPage } from "../pages/tenants-page.ts";
import { HistoryPage } from "../pages/history-page.ts";

/** Presses Tab until the element has the focus, as a person would. */
async function tabTo(page: Page, element: Locator): Promise<void> {
  for (let count = 0; count < 60; count += 1) {
    if (await element.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(element).toBeFocused();
}

test("the whole job is done without a mouse, and what comes of it is announced", async ({ openConsole }) => {
  const { page } = await openConsole({ viewport: { width: 1100, height: 700 } });
  const compose = new ComposePage(page);
  const press = (keys: string) => page.keyboard.press(keys);
  await press("/");
  await page.keyboard.type("newsletter");
  await press("Enter");
  await expect(page.getByRole("heading", { name: "newsletter_signup" })).toBeVisible();

  await tabTo(page, compose.field("email"));
  await press("ControlOrMeta+a");
  await page.keyboard.type("johndoe@domain");
  await press("ControlOrMeta+Enter");
  await expect(compose.outcome).toContainText("Rejected");
  await expect(compose.outcome).toHaveRole("status");
  await press("F8");
  await expect(compose.field("email")).toBeFocused();

  // The parameter's menu, and back to where one was.
  await tabTo(page, compose.form.getByRole("button", { name: "email: more" }));
  await press("Enter");
  await page.keyboard.type("Use the ex");
  await press("Enter");
  await expect(compose.field("email")).toHaveValue("johndoe@domain.com");

  await press("ControlOrMeta+s");
  await page.keyboard.type("By keyboard");
  await press("Enter");
  await expect(page.getByRole("dialog")).toBeHidden();
  await press("ControlOrMeta+Shift+Enter");
  await expect(page.getByRole("table", { name: "Presets" })).toContainText("as expected");
  await expect(page.getByRole("rowheader", { name: /^By keyboard/u })).toBeVisible();
  await press("Alt+p");
  await expect(compose.field("email")).toHaveValue("johndoe@domain.com");

  await press("ControlOrMeta+4");
  const history = new HistoryPage(page);
  await tabTo(page, page.getByRole("grid").first());
  await press("ArrowDown");
  await press("Enter");
  await expect(history.detail).toBeVisible();
  await press("Escape");
  await expect(history.detail).toBeHidden();

  await press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await press("Escape");
  await press("ControlOrMeta+1");
  await expect(compose.sendButton).toBeVisible();
});

test("borders between panes follow the pointer at any size, and are where they were after a restart", async ({
  openConsole,
}) => {
  const first = await openConsole();
  const { page } = first;
  for (let count = 0; count < 2; count += 1) await page.keyboard.press("ControlOrMeta+-");
  await expect(page.locator("html")).toHaveAttribute("style", /--zoom: 0.8/u);
  const border = page.getByRole("separator", { name: "Width of the event list" });
  const middle = async () => {
    const box = await border.boundingBox();
    if (box === null) throw new Error("The border is on the screen.");
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const from = await middle();
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 50, from.y, { steps: 5 });
  await page.mouse.move(from.x + 100, from.y, { steps: 5 });
  await page.mouse.up();
  const to = await middle();
  expect(Math.abs(to.x - from.x - 100)).toBeLessThan(2);
  await first.close();
  const second = await openConsole();
  const again = await second.page.getByRole("separator", { name: "Width of the event list" }).boundingBox();
  expect(Math.abs((again?.x ?? 0) - to.x)).toBeLessThan(3);
});

test("at a large size in a small window the draft, where it goes and every dialog's buttons are in view", async ({
  openConsole,
}) => {
  const { page } = await openConsole({ viewport: { width: 1100, height: 700 } });
  for (let count = 0; count < 3; count += 1) await page.keyboard.press("ControlOrMeta+=");
  await expect(page.locator("html")).toHaveAttribute("style", /--zoom: 1.5/u);
  await expect(page.getByText("Demo store")).toBeInViewport({ ratio: 1 });
  const address = page.getByTitle(/^http.*\/optievent$/u);
  expect(await address.evaluate((shown) => shown.scrollWidth - shown.clientWidth)).toBe(0);
  await new ComposePage(page).field("email").fill("johndoe@domain");
  const draft = page.getByRole("toolbar", { name: "Draft" });
  const more = draft.getByRole("button", { name: "Draft: more" });
  await expect(more).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole("button", { name: "1 finding" })).toBeInViewport({ ratio: 1 });
  expect((await draft.boundingBox())?.height).toBeLessThan(80);
  await more.click();
  await page.getByRole("menuitem", { name: "Reset to example" }).click();
  await expect(new ComposePage(page).field("email")).toHaveValue("johndoe@domain.com");
  for (const [keys, button] of [
    ["Alt+v", "Done"],
    ["ControlOrMeta+s", "Save preset"],
    ["?", "Close"],
  ] as const) {
    await page.keyboard.press(keys);
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByRole("button", { name: button, exact: true })).toBeInViewport({ ratio: 1 });
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  }

  // What is said of something done hides no button, and a table keeps its menus in view.
  await page.keyboard.press("ControlOrMeta+s");
  await page.keyboard.type("Large");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alertdialog", { name: /is saved$/u })).toBeVisible();
  await expect(page.getByRole("dialog")).toBeHidden();
  await draft.getByRole("button", { name: "Save as preset" }).click({ trial: true, timeout: 2000 });
  await page.keyboard.press("ControlOrMeta+Shift+Enter");
  const presets = page.getByRole("table", { name: "Presets" });
  await expect(presets).toContainText("as expected");
  await expect(presets.getByRole("button", { name: /: more$/u })).toBeInViewport({ ratio: 1 });
  const tenants = new TenantsPage(page);
  await tenants.add("Shop", "Test", "http://127.0.0.1:9/optievent");
  await tenants.field("Name").fill("Shops");
  await page.getByRole("button", { name: "Save", exact: true }).click({ timeout: 2000 });
  await expect(page.getByRole("button", { name: "Delete", exact: true })).toBeInViewport({ ratio: 1 });
});

test("the keyboard stays at its field, or in the text, through the keys of the drafts' tabs", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  const press = (keys: string) => page.keyboard.press(keys);
  const current = page.getByRole("tablist", { name: "Open drafts" }).getByRole("tab", { selected: true });
  const editor = await compose.openDraftText();
  const members = Array.from({ length: 60 }, (_, index) => `"p${index}": "a"`);
  const writeMany = async () => {
    await editor.focus();
    await press("ControlOrMeta+a");
    await page.keyboard.insertText(
      `{"event": "newsletter_signup", "customer": "c", "context": {${members.join()}}}`,
    );
  };
  await writeMany();
  await compose.field("p55").focus();
  await press("Alt+n");
  await expect(current).toHaveText("newsletter_signup (2)");
  // It has no such field.
  await expect(compose.field("Customer")).toBeFocused();
  await compose.field("email").focus();
  await press("Alt+n");
  await expect(current).toHaveText("newsletter_signup (3)");
  await expect(compose.field("email")).toBeFocused();
  await press("Alt+PageUp");
  await expect(current).toHaveText("newsletter_signup (2)");
  await expect(compose.field("email")).toBeFocused();
  await press("Alt+w");
  await expect(current).toHaveText("newsletter_signup (3)");
  await expect(compose.field("email")).toBeFocused();

  await editor.focus();
  await press("Alt+PageDown");
  await expect(current).toHaveText("newsletter_signup");
  await expect(editor).toBeFocused();
  // One of the last fields, which are drawn some frames after the first.
  await press("Alt+PageUp");
  await expect(current).toHaveText("newsletter_signup (3)");
  await expect(editor).toContainText("johndoe@domain.com");
  await writeMany();
  await compose.field("p55").focus();
  await press("Alt+PageDown");
  await expect(current).toHaveText("newsletter_signup");
  await expect(compose.field("p55")).toBeFocused();
  await current.focus();
  await press("Alt+w");
  await expect(current).not.toHaveText("newsletter_signup");
  await expect(current).toBeFocused();
});

test("after the timestamp is not sent the keyboard is where it would be sent again", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  const more = compose.form.getByRole("button", { name: "Timestamp: more" });
  await more.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(more).toBeHidden();
  await expect(compose.field("Timestamp")).toBeFocused();
});
