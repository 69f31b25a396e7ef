import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test.ts";
import { expectNoAccessibilityViolation } from "../pages/accessibility.ts";
import { ComposePage } from "../pages/compose-page.ts";

function body(event: string, customer = "c-1"): string {
  return `{"tenant":999,"event":"${event}","customer":"${customer}","timestamp":"2026-11-22 10:30:00.000 UTC","context":{"amount":149.90}}`;
}

async function openPaste(page: Page) {
  await page.getByRole("button", { name: /^Paste/u }).click();
  const dialog = page.getByRole("dialog", { name: "Paste an event from anywhere" });
  return {
    dialog,
    field: dialog.getByRole("textbox", { name: "Text to read" }),
    status: dialog.getByRole("status", { name: "What was recognised" }),
    openButton: dialog.getByRole("button", { name: "Open as draft" }),
    chosen: dialog.getByRole("region", { name: "Chosen event" }),
  };
}

test("a cURL command is recognised, checked and opened as a draft; undo takes it back", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  const { dialog, field, status, openButton, chosen } = await openPaste(page);
  await expect(field).toBeFocused();
  await expect(openButton).toBeDisabled();
  await field.fill(
    `curl -X POST https://events.example/optievent -H 'Content-Type: application/json' -d '${body("Deposit")}'`,
  );
  await expect(status).toHaveText("OptiEvent body in a cURL command");
  await expect(chosen).toContainText("https://events.example/optievent");
  await expect(chosen.getByRole("list", { name: "Findings of the chosen event" })).toContainText("deposit");
  await expectNoAccessibilityViolation(page);
  await openButton.click();
  await expect(dialog).toBeHidden();

  // The name is wrong by case only, so it is the draft of the event that is meant.
  await expect(page.getByRole("heading", { name: "deposit" })).toBeVisible();
  await expect.poll(() => compose.previewText()).toContain(body("Deposit"));
  await expect(page.getByRole("button", { name: /^Paste/u })).toBeFocused();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => compose.previewText()).toContain('"event": "deposit"');
});

test("of several events one is chosen, and the API goes with it", async ({ openConsole }) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  const { dialog, field, status, openButton, chosen } = await openPaste(page);
  await field.fill(
    `2026-11-22 INFO sent ${body("login", "c-7")} in 12 ms\n2026-11-22 INFO sent {"tid":"a","cid":"c-8","eid":1101,"context":{}} in 9 ms`,
  );
  await expect(status).toHaveText("2 events found. Choose one.");
  const found = dialog.getByRole("grid", { name: "Events found" });
  await expect(found.getByRole("row", { name: /login/u })).toContainText("customer c-7");
  await found.getByRole("row", { name: /1101/u }).click();
  await expect(chosen).toContainText("The Realtime draft of newsletter_signup");
  await expectNoAccessibilityViolation(page);
  await openButton.click();
  await expect(
    page.getByRole("radiogroup", { name: "API" }).getByRole("radio", { name: "Realtime" }),
  ).toBeChecked();
  await expect(compose.preview).toContainText('"cid":"c-8"');
  await expect(compose.preview).toContainText('"tid":"{{secret:token}}"');
});

test("a draft with changes is replaced only when that is agreed to", async ({ openConsole }) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  await compose.chooseEvent("deposit");
  await compose.field("Customer").fill("c-mine");
  const { dialog, field, openButton } = await openPaste(page);
  await field.fill(body("deposit", "c-pasted"));
  await openButton.click();
  await expect(dialog).toContainText("has changes of yours");
  await dialog.getByRole("button", { name: "Keep it" }).click();
  await expect(dialog).not.toContainText("has changes of yours");
  await openButton.click();
  await dialog.getByRole("button", { name: "Replace it" }).click();
  await expect(compose.field("Customer")).toHaveValue("c-pasted");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(compose.field("Customer")).toHaveValue("c-mine");
});

test("an event that the catalog does not have gets a draft of its own, and is found again", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  const { field, openButton } = await openPaste(page);
  await field.fill(body("made_up"));
  await openButton.click();
  await expect(page.getByRole("heading", { name: "made_up" })).toBeVisible();
  await compose.form.getByRole("button", { name: /findings?$/u }).click();
  await expect(compose.findings).toContainText("made_up");
  await compose.sendByKey();
  await expect(compose.outcome).toContainText("Rejected");
  await compose.chooseEvent("login");
  await compose.chooseEvent("made_up");
  await expect(compose.field("Customer")).toHaveValue("c-1");
});

test("what cannot be read says where and why", async ({ openConsole }) => {
  const { page } = await openConsole();
  const { field, status, openButton } = await openPaste(page);
  await field.fill('{"tenant": 999,\n "event": "login"\n "customer": "c-1"}');
  await expect(status).toContainText("Line 3, column 2");
  await field.fill("dear all, the event was sent");
  await expect(status).toContainText("No event was found.");
  await expect(openButton).toBeDisabled();
});

test("a long file is read beside the window, which stays in use", async ({ openConsole, workspace }) => {
  const { page } = await openConsole();
  const file = join(workspace, "server.log");
  const lines = Array.from({ length: 20_000 }, (_, index) => `INFO ${body("login", `c-${index}`)} sent`);
  await writeFile(file, lines.join("\n"));
  const { dialog, field, status } = await openPaste(page);
  const chooser = page.waitForEvent("filechooser");
  await dialog.getByRole("button", { name: "Choose a file" }).click();
  await (await chooser).setFiles(file);
  await expect(status).toContainText("10,000 events found");
  await expect(dialog).toContainText("The text holds 20000 events. The first 10000 are listed.");
  await expect(dialog.getByRole("grid", { name: "Events found" }).getByRole("row")).not.toHaveCount(0);
  await expectNoAccessibilityViolation(page);
  await dialog.getByRole("button", { name: "Clear" }).click();
  await field.fill(body("login"));
  await expect(status).toHaveText("OptiEvent body");
});

test("a file is dropped, and the key opens the dialog outside of text fields only", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  const dialog = page.getByRole("dialog", { name: "Paste an event from anywhere" });
  await new ComposePage(page).field("Customer").focus();
  await page.keyboard.press("ControlOrMeta+Shift+V");
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: /^Paste/u }).focus();
  await page.keyboard.press("ControlOrMeta+Shift+V");
  await expect(dialog).toBeVisible();

  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "body.json", { type: "application/json" }));
    return data;
  }, body("login"));
  await dialog
    .getByRole("region", { name: "What to read" })
    .dispatchEvent("drop", { dataTransfer: transfer });
  await expect(dialog.getByRole("status", { name: "What was recognised" })).toHaveText("OptiEvent body");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("button", { name: /^Paste/u })).toBeFocused();
});
