import { expect, test } from "../fixtures/test.ts";
import { ComposePage } from "../pages/compose-page.ts";

/** Characters from which on a draft is validated beside the window. */
const LONG = 100_000;

test("a draft of 1 MB with 10,000 parameters is shown in portions, edited and sent", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  const members = Array.from({ length: 10_000 }, (_, index) => `"parameter_${index}": "${"x".repeat(80)}"`);
  await compose.pasteAsDraft(
    `{"tenant":999,"event":"login","customer":"c-1","timestamp":"2026-11-23 10:00:00.000 UTC","context":{${members.join(",")}}}`,
  );
  await expect(compose.form).toContainText("more parameters are in the draft");
  await expect(compose.field("parameter_200")).toBeHidden();
  await compose.form.getByRole("button", { name: "Show the next 150" }).click();
  await compose.field("parameter_200").fill("changed");
  await compose.sendByKey();
  await expect(compose.outcome).toContainText("Rejected");
  await expect(compose.outcome).toContainText("login_method");
});

test("the expectation of a preset follows findings that come later, until it is chosen", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  // Long drafts are validated in a worker, which takes its time here.
  await page.addInitScript(() => {
    // It is applied to the worker that it is called on.
    // oxlint-disable-next-line typescript/unbound-method
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function postLater(this: Worker, message: unknown) {
      setTimeout(() => Reflect.apply(post, this, [message]), 1500);
    };
  });
  await page.reload();
  await page.locator("[data-app-state=ready]").waitFor();
  const editor = await compose.openDraftText();
  await editor.locator(".cm-line").first().click();
  await page.keyboard.press("End");
  await page.keyboard.insertText(" ".repeat(LONG));
  const dialog = page.getByRole("dialog", { name: "Save as preset" });
  const outcome = dialog.getByRole("button", { name: /Outcome expected$/u });
  const openWith = async (email: string) => {
    await compose.field("email").fill(email);
    await page.keyboard.press("ControlOrMeta+s");
    await expect(dialog).toBeVisible();
  };
  await openWith("johndoe@domain");
  await expect(outcome).toContainText("Accepted");
  await expect(outcome).toContainText("Rejected");
  await expect(dialog.getByRole("radio", { name: "negative" })).toBeChecked();
  await page.keyboard.press("Escape");

  // What was chosen stays.
  await openWith("johndoe@domain.com");
  await expect(outcome).toContainText("Rejected");
  await outcome.click();
  await page.getByRole("option", { name: "Failed", exact: true }).click();
  await expect(compose.form.getByText("No findings").first()).toBeAttached();
  await expect(outcome).toContainText("Failed");
});
