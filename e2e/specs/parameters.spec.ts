import { expect, test } from "../fixtures/test.ts";
import { expectNoAccessibilityViolation } from "../pages/accessibility.ts";
import { ComposePage } from "../pages/compose-page.ts";

test("a parameter is set in every way its menu has, and each is one step of undo", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  const email = compose.field("email");
  await compose.sendAndAwait("Accepted");
  await compose.chooseFromMenu("email", "Send null");
  await expect(compose.preview).toContainText('"email": null');
  await compose.chooseFromMenu("email", "Send an empty text");
  await expect(email).toHaveValue("");
  await expect(email).toHaveAttribute("placeholder", "empty text");
  await compose.chooseFromMenu("email", "Too long on purpose: 256 characters");
  await expect(email).toHaveValue(/^x{256}$/u);
  await compose.chooseFromMenu("email", "Wrong type on purpose");
  await expect(compose.preview).toContainText('"email": 12345');
  await compose.chooseFromMenu("email", "Use the last value sent");
  await expect(email).toHaveValue("johndoe@domain.com");
  await compose.chooseFromMenu("email", "Generate an example");
  await expect(email).toHaveValue(/^(?!johndoe@domain\.com).+@.+$/u);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(email).toHaveValue("johndoe@domain.com");

  await compose.chooseFromMenu("email", "Choose a placeholder...");
  const dialog = page.getByRole("dialog", { name: "Placeholder for email" });
  await expectNoAccessibilityViolation(page);
  await dialog.getByRole("searchbox", { name: "Find a placeholder" }).fill("$randomExampleEmail");
  await page.keyboard.press("Enter");
  await expect(email).toHaveValue("{{$randomExampleEmail}}");
  await expect(compose.form).toContainText(/\{\{\$randomExampleEmail\}\} is ".+@/u);
  await compose.chooseFromMenu("email", "Do not send");
  await expect(compose.form).toContainText("1040");
});

test("a text of several lines is pasted with its breaks, and goes on being written when it has none left", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  const name = compose.field("first_name");
  await name.fill("ab");
  await page.keyboard.press("ArrowLeft");
  await compose.pasteAtFocus("1\r\n2\n");
  await expect(name).toHaveValue("a1\n2b");
  await expect(name).toBeFocused();
  await expect(compose.preview).toContainText('"first_name": "a1\\n2b"');
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("one");
  await expect(name).toBeFocused();
  await expect(name).toHaveValue("one");
});

test("a parameter that the catalog does not have is set in as many ways", async ({ openConsole }) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  await compose.form.getByRole("button", { name: "Add a parameter" }).click();
  await page.keyboard.press("Enter");
  await expect(compose.form.getByRole("form", { name: "Add a parameter" })).toContainText(
    "A name is needed.",
  );
  await page.getByRole("textbox", { name: "Name of the parameter" }).fill("extra");
  await page.keyboard.press("Enter");
  await expect(compose.field("extra")).toBeFocused();
  await compose.chooseFromMenu("extra", "Generate an example");
  await expect(compose.field("extra")).not.toHaveValue("");
  await compose.chooseFromMenu("extra", "Too long on purpose: 4,001 characters");
  await expect(compose.field("extra")).toHaveValue(/^.{4001}$/u);
  await compose.chooseFromMenu("extra", "Send as Number");
  await expect(compose.preview).toContainText('"extra": 0');
});

test("a pinned value is in every new draft of the tenant until it is unpinned", async ({ openConsole }) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  await compose.field("email").fill("me@domain.com");
  await compose.chooseFromMenu("email", "Pin for all events");
  await expect(compose.form.getByText("pinned")).toBeVisible();
  await compose.chooseEvent("registration");
  await expect(compose.field("email")).toHaveValue("me@domain.com");
  await page.getByRole("button", { name: "Variables" }).click();
  await page.getByRole("button", { name: "Unpin email" }).click();
  await expect(page.getByText("Nothing is pinned.")).toBeVisible();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(compose.field("email")).not.toHaveValue("me@domain.com");
});

test("many parameters are filled from lines or an object, shown first, in one step of undo", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  // Pasted where no field takes it, it is shown what it would fill.
  await page.getByRole("heading", { name: "newsletter_signup" }).click();
  await compose.pasteAtFocus('{"email": "pasted@domain.com", "order_total": 1.0}');
  await expect(page.getByRole("table", { name: "What will be filled" })).toContainText("1.0");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Fill many..." }).click();
  const values = page.getByRole("textbox", { name: "Values" });
  await values.fill("nonsense");
  await expect(page.getByRole("dialog")).toContainText("Line 1");
  const preview = page.getByRole("table", { name: "What will be filled" });
  await values.fill("email: good@domain.com\nnonsense\nemail: better@domain.com");
  await expect(page.getByRole("dialog")).toContainText("Line 2");
  await expect(page.getByRole("dialog")).toContainText('The last is taken: "better@domain.com"');
  await expect(preview).toContainText("better@domain.com");
  await expect(page.getByRole("button", { name: "Fill 1 parameter" })).toBeEnabled();
  await values.fill('{"event": "login", "context": {"email": "x"}}');
  await expect(page.getByRole("dialog")).toContainText("This is a request of the event login");
  await values.fill("email,first_name\na@b.com,Jane");
  await expect(page.getByRole("button", { name: "Fill 2 parameters" })).toBeEnabled();
  await values.fill("email: jane@domain.com\nfirst_name = Jane\norder_total\t100.00\nodd: 1.50");
  await expect(preview.getByRole("row", { name: /odd/u })).toContainText("not in the catalog");
  await expectNoAccessibilityViolation(page);
  await page.getByRole("button", { name: "Fill 4 parameters" }).click();
  await expect(compose.field("first_name")).toHaveValue("Jane");
  await expect(compose.preview).toContainText('"order_total": 100.00');
  await page.keyboard.press("ControlOrMeta+z");
  await expect(compose.field("email")).toHaveValue("johndoe@domain.com");
  await expect(compose.field("first_name")).toHaveValue("");
});

test("when it happened: now, so long before, or a time in any of the three formats", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  const mode = (name: string) =>
    compose.form.getByRole("radiogroup", { name: "Timestamp" }).getByRole("radio", { name }).click();
  await expect(page.locator(".code-mark-stamped")).toHaveAttribute(
    "title",
    /made anew when the event is sent/u,
  );
  await mode("offset");
  const amount = compose.form.getByRole("textbox", { name: "Amount of Timestamp" });
  await amount.fill("1.5");
  await expect(compose.form).toContainText("A whole number");
  await amount.fill("99999999999");
  await expect(compose.form).toContainText("Too large: at most 999,999,999");
  await expect(compose.form.getByRole("button", { name: /Unit of Timestamp/u })).toContainText("hours");
  await amount.fill("3");
  await compose.form.getByRole("button", { name: /Unit of Timestamp/u }).click();
  await page.getByRole("option", { name: "days" }).click();
  await compose.form.getByRole("button", { name: /Format of Timestamp/u }).click();
  await page.getByRole("option", { name: /ISO 8601/u }).click();
  await expect(compose.field("Timestamp")).toHaveValue(/^\d{4}-\d\d-\d\dT.*Z$/u);
  const editor = await compose.openDraftText();
  await expect(editor).toContainText("{{$now:-3d:iso}}");
  await expectNoAccessibilityViolation(page);

  await mode("fixed");
  await compose.form.getByRole("button", { name: "Pick Timestamp" }).click();
  await compose.form.getByLabel("In UTC").fill("2020-04-12T17:32:06.094");
  await expect(compose.field("Timestamp")).toHaveValue("2020-04-12T17:32:06.094Z");
  await expect(compose.form).toContainText(/12 Apr 2020.*17:32:06\.094 UTC/u);
  await expectNoAccessibilityViolation(page);
  await compose.field("Timestamp").fill("1586712726094");
  await expect(compose.form).toContainText(/As milliseconds since 1970:.*12 Apr 2020.*17:32:06\.094 UTC/u);
  await compose.field("Timestamp").fill("1.5 hours ago");
  await expect(compose.form.getByRole("button", { name: "Write as {{$now:-90m}}" })).toBeVisible();
  await compose.field("Timestamp").fill("an hour ago");
  await compose.form.getByRole("button", { name: "Write as {{$now:-1h}}" }).click();
  await expect(amount).toHaveValue("1");
  await mode("now");
  await expect(editor).toContainText("{{$now}}");
});

test("a time that the computer's clock skips or shows twice says which moment was taken", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setTimezoneOverride", { timezoneId: "Europe/Berlin" });
  const { form } = new ComposePage(page);
  await form.getByRole("radiogroup", { name: "Timestamp" }).getByRole("radio", { name: "fixed" }).click();
  await form.getByRole("button", { name: "Pick Timestamp" }).click();
  const clock = form.getByLabel("On this computer's clock");
  await clock.fill("2026-03-29T02:30:00.000");
  await expect(form).toContainText("skips 02:30 on that day. 03:30 was taken, 01:30 UTC.");
  await clock.fill("2026-10-25T02:30:00.000");
  await expect(form).toContainText("The first was taken, 00:30 UTC; the second is 01:30 UTC.");
  await form.getByLabel("In UTC").fill("2026-06-01T12:00:00.000");
  await expect(form).not.toContainText("was taken");
});

test("variables of the tenant and of a draft stand for what they say, in the form, the text and on the wire", async ({
  openConsole,
}) => {
  const first = await openConsole();
  const { page } = first;
  const compose = new ComposePage(page);
  await compose.field("Customer").fill("{{customer_id}}");
  await compose.field("order_total").fill("{{sum}}");
  await expect(compose.form).toContainText('There is no variable "customer_id".');
  await page.getByRole("button", { name: "Variables" }).click();
  const tenantsOwn = page.getByRole("region", { name: "Variables of Local sandbox" });
  await tenantsOwn.getByRole("button", { name: "Add a variable" }).click();
  await tenantsOwn.getByRole("textbox", { name: "Name of variable 1" }).fill("customer_id");
  await tenantsOwn.getByRole("textbox", { name: "Value of customer_id" }).fill("c-20418");
  const drafts = page.getByRole("region", { name: "Variables of this draft" });
  await drafts.getByRole("button", { name: "Add a variable" }).click();
  await drafts.getByRole("textbox", { name: "Name of variable 1" }).fill("sum");
  await drafts.getByRole("textbox", { name: "Value of sum" }).fill("100.00");
  await expect(page.getByRole("list", { name: "What placeholders stand for" })).toContainText("c-20418");
  await expectNoAccessibilityViolation(page);
  await page.getByRole("button", { name: "Done" }).click();
  await expect(compose.preview).toContainText('"customer": "c-20418"');
  await expect(compose.preview).toContainText('"order_total": 100.00');
  await expect(compose.form).toContainText('{{customer_id}} is "c-20418"');
  await compose.sendAndAwait("Accepted");
  await expect(page.getByText("Draft saved")).toBeVisible();

  await first.kill();
  const again = await openConsole();
  const restarted = new ComposePage(again.page);
  await expect(restarted.preview).toContainText('"customer": "c-20418"');
  await expect(restarted.preview).toContainText('"order_total": 100.00');
});
