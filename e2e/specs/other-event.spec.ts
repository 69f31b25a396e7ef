import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test.ts";
import { expectNoAccessibilityViolation } from "../pages/accessibility.ts";
import { ComposePage } from "../pages/compose-page.ts";

const notice = (page: Page) => page.getByRole("region", { name: "Another event" });

test("a text of another event says so, and moves into a draft of that event or is given this one's name", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  await compose.field("email").fill("mine@domain.com");
  await expect(notice(page)).toHaveCount(0);
  const editor = await compose.openDraftText();
  await editor.fill('{"event":"login","customer":"john","context":{"method":"x"}}');
  await expect(notice(page)).toContainText("The text is of login, not of newsletter_signup.");
  await expectNoAccessibilityViolation(page);

  await page.getByRole("button", { name: "Save as preset" }).click();
  const dialog = page.getByRole("dialog", { name: "Save as preset" });
  await expect(dialog).toContainText(
    "The text is of login. The preset is kept with those of newsletter_signup",
  );
  await dialog.getByRole("button", { name: "Cancel" }).click();

  await notice(page).getByRole("button", { name: "Write newsletter_signup" }).click();
  await expect(notice(page)).toHaveCount(0);
  await expect(editor).toContainText('"newsletter_signup"');
  await page.getByRole("button", { name: "Undo" }).click();

  await notice(page).getByRole("button", { name: "Open it as login" }).click();
  await expect(compose.tabs).toHaveText(["newsletter_signup", "login"]);
  await expect(page.getByRole("heading", { name: "login" })).toBeVisible();
  await expect(notice(page)).toHaveCount(0);
  await expect(compose.field("method")).toHaveValue("x");

  await compose.tab("newsletter_signup").click();
  await expect(compose.field("email")).toHaveValue("mine@domain.com");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(notice(page)).toContainText("The text is of login");
});

test("a number of another event in a Realtime body is the same", async ({ openConsole }) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  await compose.chooseApi("Realtime");
  const editor = await compose.openDraftText();
  const own = /"eid": (\d+)/u.exec((await editor.textContent()) ?? "")?.[1] ?? "";
  await compose.chooseEvent("login");
  const eid = /"eid": (\d+)/u.exec((await editor.textContent()) ?? "")?.[1] ?? "";
  await compose.chooseEvent("newsletter_signup");
  await editor.fill(`{"tid":"{{secret:token}}","cid":"john","eid":${eid},"context":{}}`);
  await expect(notice(page)).toContainText("The text is of login, not of newsletter_signup.");
  await notice(page).getByRole("button", { name: "Write newsletter_signup" }).click();
  await expect(editor).toContainText(`"eid":${own}`);
  await expect(notice(page)).toHaveCount(0);
});
