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

  // Both views go over to another event together, so that nothing is written over it with the text of this one.
  await compose.chooseEvent("deposit");
  await expect(editor).toContainText('"event": "deposit"');
  await compose.replaceInDraft('"amount": 50', '"amount": 51.0');
  await expect(compose.field("amount")).toHaveValue("51.0");
  await compose.chooseEvent("newsletter_signup");
  await expect(editor).toContainText('"email": "jane@domain.com"');
});

test("undo works in the form's fields too, and the caret of the text stays at its word", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  const editor = await compose.openDraftText();
  await compose.replaceInDraft('"opt_in": true', '"opt_in": false');
  await compose.field("email").fill("someone.else@domain.com");
  await expect(editor).toContainText("someone.else@domain.com");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(compose.field("email")).toHaveValue("johndoe@domain.com");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(editor).toContainText('"opt_in": true');
  await page.keyboard.press("ControlOrMeta+y");
  await expect(editor).toContainText('"opt_in": false');

  await editor.focus();
  await page.keyboard.press("ControlOrMeta+End");
  await compose.field("email").fill("x");
  await editor.focus();
  await page.keyboard.insertText("  ");
  await expect(compose.draftText.locator(".cm-line").last()).toHaveText("}  ");
});

test("while the text is no JSON the form stays, read-only, with the reason and a way to the place", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  const editor = await compose.openDraftText();
  await compose.replaceInDraft('"opt_in": true', '"opt_in": True');
  await expect(compose.form).toContainText("JSON writes true in lower case.");
  await expect(compose.field("email")).toHaveValue("johndoe@domain.com");
  // Its values are read and copied from the keyboard, and nothing that changes them does.
  await expect(compose.field("email")).not.toBeEditable();
  await compose.field("email").focus();
  await page.keyboard.press("ControlOrMeta+a");
  expect(await page.evaluate(() => getSelection()?.toString())).toBe("johndoe@domain.com");
  await compose.chooseBoolean("opt_in", "false");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await expect(compose.form.getByRole("button", { name: "email: more" })).toBeDisabled();
  await expect(editor).toContainText('"opt_in": True');
  await expectNoAccessibilityViolation(page);
  await page.getByRole("tab", { name: "Body" }).click();
  await compose.form.getByRole("button", { name: "Go to line 8, column 15" }).click();
  await expect(editor).toBeFocused();
  await page.keyboard.press("Delete");
  await page.keyboard.type("t");
  await expect(compose.field("email")).toBeEditable();

  await editor.focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText('{"customer":"c","context":null,"zeta":1.0}');
  await expect(compose.field("email")).not.toBeEditable();
  await compose.form.getByRole("button", { name: "Make it an object" }).click();
  await compose.field("email").fill("a@b.com");
  await expect(editor).toHaveText('{"customer":"c","context":{"email":"a@b.com"},"zeta":1.0}');
});

test("unknown members, their order, duplicates and long numbers stay as written while the form is used", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  const editor = await compose.openDraftText();
  const text =
    '{"zeta":1,"event":"newsletter_signup","tenant":999,"context":{"email":"a@b.com","n":12345678901234567890,"email":"b@c.com"},"customer":"c"}';
  await editor.focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(text);
  await compose.field("email").fill("d@e.com");
  await expect(editor).toHaveText(text.replace("b@c.com", "d@e.com"));
  await page
    .getByRole("toolbar", { name: "Draft text tools" })
    .getByRole("button", { name: /^Format/u })
    .click();
  await expect(compose.draftText.locator(".cm-line", { hasText: '"n": 12345678901234567890' })).toBeVisible();
});

test("the catalog completes names, values and placeholders, and explains them", async ({ openConsole }) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  await compose.openDraftText();
  const suggestions = page.getByRole("listbox", { name: "Completions" });
  await compose.draftText.locator(".cm-line", { hasText: '"opt_in"' }).click();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.type('"sou');
  await suggestions.getByRole("option", { name: /source/u }).click();
  // The comma that the member before lacked is written too, and the allowed values are offered at once.
  await expect(compose.draftText).toContainText('"opt_in": true,');
  await suggestions.getByRole("option").first().click();
  await expect(compose.form.getByRole("button", { name: /source/u }).first()).not.toContainText("not sent");

  await compose.replaceInDraft('"email": "johndoe@domain.com"', '"email": "');
  await page.keyboard.type("{{$randomE");
  await expect(suggestions.getByRole("option", { name: /\$randomEmail/u })).toBeVisible();
  // By the time this is done the list has been there long enough to take a key for itself.
  await expectNoAccessibilityViolation(page);
  await page.keyboard.press("Enter");
  await expect(compose.draftText).toContainText("{{$randomEmail}}");

  await compose.draftText.getByText('"tenant"').hover();
  await expect(page.getByText("The tenant's number.")).toBeVisible();
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
  // The row of the old name is gone; the keyboard is in the one of the new name.
  await expect(compose.field("email")).toBeFocused();

  await compose.replaceInDraft('"opt_in": true', '"opt_in": "true"');
  await expect(compose.draftText.locator(".cm-lintRange-error")).toHaveText('"true"');
  await page.keyboard.press("F8");
  await page.locator(".cm-tooltip").getByRole("button", { name: "Write as true" }).click();
  await expect(editor).toContainText('"opt_in": true');
  await expect(editor).toBeFocused();
});

test("the finding keys go through the form, and through the text with the finding's words", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  await compose.field("Customer").fill("none");
  await compose.field("email").fill("johndoe@domain");
  await compose.field("first_name").focus();
  await page.keyboard.press("F8");
  await expect(compose.field("Customer")).toBeFocused();
  await page.keyboard.press("F8");
  await expect(compose.field("email")).toBeFocused();
  await page.keyboard.press("Shift+F8");
  await expect(compose.field("Customer")).toBeFocused();
  // A click beside a field takes the keyboard out of the form, but not out of the draft.
  await page.getByRole("heading", { name: "newsletter_signup" }).click();
  await page.keyboard.press("F8");
  await expect(compose.field("Customer")).toBeFocused();

  const editor = await compose.openDraftText();
  await editor.focus();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.press("F8");
  await page.keyboard.press("F8");
  await expect(page.locator(".cm-tooltip")).toContainText("no email address");
  await expectNoAccessibilityViolation(page);
  await page.keyboard.press("Escape");
  await expect(page.locator(".cm-tooltip")).toHaveCount(0);
});

test("the text is searched and folded with the keyboard", async ({ openConsole }) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  const editor = await compose.openDraftText();
  await editor.focus();
  await page.keyboard.press("ControlOrMeta+f");
  await page.keyboard.type("opt_in");
  await expect(compose.draftText.locator(".cm-searchMatch")).toHaveText("opt_in");
  await expectNoAccessibilityViolation(page);
  await page.keyboard.press("Escape");
  await expect(editor).toBeFocused();
  await compose.draftText.locator(".cm-line", { hasText: '"context"' }).click();
  await page.keyboard.press("Control+Shift+BracketLeft");
  await expect(compose.draftText.locator(".cm-line", { hasText: '"opt_in"' })).toBeHidden();
  await expect(compose.field("email")).toHaveValue("johndoe@domain.com");
});

test("brackets around a selection and thousands of them in a row are written by the editor itself", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  const compose = new ComposePage(page);
  const editor = await compose.openDraftText();
  await editor.focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("[[[[");
  await expect(editor.locator(".cm-line").first()).toHaveText("[[[[{");
  await expect(editor.locator(".cm-line").last()).toHaveText("}]]]]");
  await page.keyboard.type("{");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText("[".repeat(20_000));
  await page.keyboard.type("[1");
  await expect(editor.locator(".cm-line").last()).toContainText("[[1]");
  await page.keyboard.press("ControlOrMeta+z");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(compose.field("email")).toBeVisible();
  // The browser's own way of typing copies looks into inline styles, which the page's policy refuses.
  expect(errors).toEqual([]);
});

test("caret, selection and scroll are where they were after other views, drafts and APIs", async ({
  openConsole,
}) => {
  const { page } = await openConsole({ viewport: { width: 1100, height: 700 } });
  const compose = new ComposePage(page);
  const editor = await compose.openDraftText();
  await editor.focus();
  await page.keyboard.press("ControlOrMeta+a");
  const members = Array.from({ length: 80 }, (_, index) => `    "p${index}": ${index}`);
  await page.keyboard.insertText(`{\n  "context": {\n${members.join(",\n")}\n  }\n}`);
  const line = editor.locator(".cm-line", { hasText: '"p70"' });
  await expect(compose.field("p70")).toBeAttached();
  await page.keyboard.press("ControlOrMeta+End");
  await line.click();
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+End");
  const scrolled = () => page.locator(".cm-scroller").evaluate((scroller) => Math.round(scroller.scrollTop));
  const before = await scrolled();
  expect(before).toBeGreaterThan(300);
  const isThere = async () => {
    await expect(line).toBeInViewport();
    await expect.poll(async () => Math.abs((await scrolled()) - before)).toBeLessThan(3);
    await editor.focus();
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('"p70": 70,');
  };

  await page.getByRole("tab", { name: "Body" }).click();
  await expect(compose.preview).toBeVisible();
  await compose.openDraftText();
  await isThere();
  await page.keyboard.press("Alt+n");
  await expect(editor).toContainText("johndoe@domain.com");
  await page.keyboard.press("Alt+PageUp");
  await isThere();
  await compose.chooseApi("Realtime");
  await expect(compose.form).toContainText("Realtime");
  await compose.chooseApi("OptiEvent");
  await isThere();

  // What the form writes meanwhile moves it along.
  await page.getByRole("tab", { name: "Body" }).click();
  await compose.field("p1").fill("12345");
  await compose.openDraftText();
  await editor.focus();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('"p70": 70,');
});
