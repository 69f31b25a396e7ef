import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test.ts";
import { expectNoAccessibilityViolation } from "../pages/accessibility.ts";
import { ComposePage } from "../pages/compose-page.ts";

const KEY = "0123456789abcdef0123456789ABCDEF";

async function openCustomerIds(page: Page) {
  const menu = page.getByRole("button", { name: "Identity: more" });
  await menu.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Customer ids" }).click();
  const dialog = page.getByRole("dialog", { name: "Customer ids" });
  await expect(dialog).toBeVisible();
  return { menu, dialog };
}

test("a customer id is encrypted with the tenant's key, decrypted again and used", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  await compose.field("Customer").fill("c-20418");
  const { dialog } = await openCustomerIds(page);
  const plain = dialog.getByRole("region", { name: "Customer id", exact: true });
  const encrypted = dialog.getByRole("region", { name: "Encrypted customer id" });
  await expect(plain.getByRole("textbox")).toHaveValue("c-20418");
  await plain.getByRole("button", { name: "Encrypt" }).click();
  await expect(plain).toContainText("is not set");
  await expectNoAccessibilityViolation(page);

  await dialog.getByRole("button", { name: "Set key" }).click();
  await dialog.getByLabel("Key of encrypted customer ids").fill(KEY.slice(1));
  await dialog.getByRole("button", { name: "Save key" }).click();
  await expect(dialog.getByRole("alert")).toContainText("31 bytes");
  await dialog.getByRole("button", { name: "Replace key" }).click();
  await dialog.getByLabel("Key of encrypted customer ids").fill(KEY);
  await page.keyboard.press("Enter");
  await expect(dialog).toContainText("it ends in EF");

  await plain.getByRole("button", { name: "Encrypt" }).click();
  await expect(encrypted.getByRole("textbox")).toHaveValue(/^[A-Za-z0-9+/]{80,}=*$/u);
  await plain.getByRole("textbox").fill("");
  await encrypted.getByRole("button", { name: "Decrypt" }).click();
  await expect(plain.getByRole("textbox")).toHaveValue("c-20418");
  await expect(encrypted).toContainText("The authentication code is right");
  await expectNoAccessibilityViolation(page);
  await expect(page.locator("body")).not.toContainText(KEY);

  const id = await encrypted.getByRole("textbox").inputValue();
  await encrypted.getByRole("button", { name: "Use as customer" }).click();
  await expect(dialog).toBeHidden();
  await expect(compose.field("Customer")).toHaveValue(id);
});

test("the visitor that belongs to a customer is shown and used, and the focus goes back", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  await compose.field("Customer").fill("johndoe@domain.com");
  const { dialog, menu } = await openCustomerIds(page);
  await expect(dialog.getByRole("status", { name: "Visitor id of this customer" })).toHaveText(
    "3116eed913c21d67",
  );
  await dialog.getByRole("button", { name: "Use as visitor" }).click();
  await expect(compose.field("Visitor")).toHaveValue("3116eed913c21d67");
  await expect(menu).toBeFocused();
  await page.getByRole("toolbar", { name: "Draft" }).getByRole("button", { name: "Undo" }).click();
  await expect(compose.field("Customer")).toHaveValue("johndoe@domain.com");
});

test("what cannot be decrypted says why", async ({ openConsole }) => {
  const { page } = await openConsole();
  const { dialog } = await openCustomerIds(page);
  await dialog.getByRole("button", { name: "Set key" }).click();
  await dialog.getByLabel("Key of encrypted customer ids").fill(KEY);
  await dialog.getByRole("button", { name: "Save key" }).click();
  const encrypted = dialog.getByRole("region", { name: "Encrypted customer id" });
  await encrypted.getByRole("textbox").fill("abc def");
  await encrypted.getByRole("button", { name: "Decrypt" }).click();
  await expect(encrypted).toContainText("contains spaces");
});
