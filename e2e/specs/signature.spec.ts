import { createHmac } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test.ts";
import { SANDBOX_SIGNATURE_KEY } from "../../electron/core/workspace/sandbox-credentials.ts";
import { expectNoAccessibilityViolation } from "../pages/accessibility.ts";
import { ComposePage } from "../pages/compose-page.ts";

const BODY = '{"tenant":999,"event":"login","customer":"zoë","context":{"url":"https://shop.example/a/b"}}';

function sign(message: string): string {
  return createHmac("sha256", SANDBOX_SIGNATURE_KEY).update(message).digest("hex");
}

async function openSignature(page: Page) {
  await page.getByRole("tab", { name: "Signature" }).click();
  const tab = page.getByRole("tabpanel", { name: "Signature" });
  const verify = tab.getByRole("region", { name: "Verify a signature" });
  return { tab, verify, result: verify.getByRole("status", { name: "Result of verifying" }) };
}

test("the signature tab shows what is signed, with which key, and the result", async ({ openConsole }) => {
  const { page } = await openConsole();
  const { tab } = await openSignature(page);
  await expect(tab).toContainText("HMAC-SHA256");
  await expect(tab).toContainText("{{secret:token}}");
  const headers = tab.getByRole("table", { name: "Signature headers" });
  await expect(headers.getByRole("row", { name: /X-Optimove-Signature-Content/u })).toContainText(
    /[0-9a-f]{64}/u,
  );
  await tab.getByRole("radio", { name: "Non-visible characters" }).click();
  await expect(tab.getByRole("region", { name: "Message" })).toContainText("··");
  await expect(page.locator("body")).not.toContainText(SANDBOX_SIGNATURE_KEY);
  await expectNoAccessibilityViolation(page);
});

test("a pasted signature is verified, and what was signed instead is said", async ({ openConsole }) => {
  const { page } = await openConsole();
  const { verify, result } = await openSignature(page);
  await verify.getByRole("textbox", { name: "Body" }).fill(BODY);
  const signature = verify.getByRole("textbox", { name: "Signature" });
  for (const [pasted, said] of [
    [sign(BODY), "Matches."],
    [sign(BODY.replaceAll("/", "\\/")), "with every slash written as \\/"],
    [sign(JSON.stringify(BODY)), "encoded as a JSON string a second time"],
    [sign(BODY).toUpperCase(), "written in capital letters"],
    [sign(`${BODY}?`), "belongs to none of the ways"],
    ["not a signature", "neither hexadecimal nor base64"],
  ] as const) {
    await signature.fill(pasted);
    await verify.getByRole("button", { name: "Verify" }).click();
    await expect(result).toContainText(said);
  }
  await expectNoAccessibilityViolation(page);
});

test("the request itself can be taken, and what was pasted is still there after looking elsewhere", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  const { verify, result } = await openSignature(page);
  await verify.getByRole("button", { name: "Take this request" }).click();
  await verify.getByRole("button", { name: "Verify" }).click();
  await expect(result).toContainText("Matches.");
  await page.getByRole("tab", { name: "Body" }).click();
  await page.getByRole("tab", { name: "Signature" }).click();
  await expect(verify.getByRole("textbox", { name: "Body" })).toHaveValue(/newsletter_signup/u);
});

test("Realtime has no signature", async ({ openConsole }) => {
  const { page } = await openConsole();
  await openSignature(page);
  await new ComposePage(page).chooseApi("Realtime");
  await expect(page.getByRole("tab", { name: "Signature" })).toHaveCount(0);
  await expect(page.getByRole("tab", { name: "Body", selected: true })).toBeVisible();
});
