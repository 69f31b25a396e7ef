import { expect, test } from "../fixtures/test.ts";
import { expectNoAccessibilityViolation } from "../pages/accessibility.ts";
import { ComposePage } from "../pages/compose-page.ts";

test("form and text are two views of one draft, with one undo", async ({ openConsole }) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  const editor = await compose.openDraftText();
  await expect(editor).toContainText('"timestamp": "{{$now}}');

  await compose.field("email").fill("jane@domain.com");
  await expect(editor).toContainText('"email": "jane@domain.com"');

  await compose.replaceInDraft('"opt_in": true', '"opt_in": true, "order_total": 12345678901234567890');
  await expect(compose.field("order_total")).toHaveValue("12345678901234567890");

  await page.keyboard.press("ControlOrMeta+z");
  await expect(compose.field("order_total")).toHaveValue("");
  await expect(compose.field("email")).toHaveValue("jane@domain.com");
});

test("a text that is no JSON leaves the form with the reason and a way to the place", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  const editor = await compose.openDraftText();
  await compose.replaceInDraft('"opt_in": true', '"opt_in": True');
  await expect(compose.form).toContainText("cannot be shown as a form");
  await expectNoAccessibilityViolation(page);
  await compose.form.getByRole("button", { name: "Show the place" }).click();
  await expect(editor).toBeFocused();
  await page.keyboard.press("Delete");
  await page.keyboard.type("t");
  await expect(compose.field("email")).toBeVisible();
});

test("one key fixes the finding at hand, in the form and in the text", async ({ openConsole }) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  const editor = await compose.openDraftText();
  await compose.replaceInDraft('"opt_in": true', '"opt_in": "true"');
  await page.keyboard.press("F8");
  await page.keyboard.press("Alt+Enter");
  await expect(editor).toContainText('"opt_in": true');

  await compose.replaceInDraft('"email":', '"Email":');
  await compose.form.getByRole("textbox", { name: "Email", exact: true }).focus();
  await page.keyboard.press("Alt+Enter");
  await expect(editor).toContainText('"email":');
});
