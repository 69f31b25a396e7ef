import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "../fixtures/test.ts";
import { expectNoAccessibilityViolation } from "../pages/accessibility.ts";
import { ComposePage } from "../pages/compose-page.ts";
import { VaultPage } from "../pages/vault-page.ts";

const PASSPHRASE = "correct horse battery";

test("a vault is made, asked for at the next start, and opened by typing", async ({
  openConsole,
  workspace,
}) => {
  const first = await openConsole();
  const banner = first.page.getByText("Secrets last for this session only");
  await expect(banner).toBeVisible();
  const vault = new VaultPage(first.page);
  await vault.create(PASSPHRASE);
  await expect(vault.status).toContainText("Vault open");
  await expect(banner).toBeHidden();
  await first.close();
  expect(await readFile(join(workspace, "catalogs", "demo.json"), "utf8")).not.toContain("newsletter_signup");

  const { page } = await openConsole();
  const asking = new VaultPage(page);
  await expect(asking.dialog).toBeVisible();
  await expect(asking.field("Passphrase")).toBeFocused();
  await page.keyboard.type("not the passphrase");
  await page.keyboard.press("Enter");
  await expect(asking.dialog.getByRole("alert")).toHaveText("This passphrase does not open the vault.");
  await asking.field("Passphrase").fill(PASSPHRASE);
  await page.keyboard.press("Enter");
  await expect(asking.dialog).toBeHidden();
  const compose = new ComposePage(page);
  await compose.sendByKey();
  await expect(compose.outcome).toContainText("Accepted");
});

test("what was typed is still there after the vault was locked", async ({ openConsole }) => {
  const { page } = await openConsole();
  const vault = new VaultPage(page);
  await vault.create(PASSPHRASE);
  await page.keyboard.press("Control+1");
  const compose = new ComposePage(page);
  await compose.field("email").fill("typed@before.example");
  await vault.openSettings();
  await vault.press("Lock now");
  await page.keyboard.press("Control+1");
  await expect(page.getByRole("heading", { name: "The vault is locked" })).toBeVisible();
  await expect(compose.field("email")).toBeHidden();
  await page.getByRole("button", { name: "Unlock", exact: true }).click();
  await vault.field("Passphrase").fill(PASSPHRASE);
  await page.keyboard.press("Enter");
  await expect(compose.field("email")).toHaveValue("typed@before.example");

  // The same from the palette, as the vault stands.
  const run = async (title: string) => {
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type(title);
    await expect(page.getByRole("option", { name: title })).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Enter");
  };
  await run("Lock the vault now");
  await expect(page.getByRole("heading", { name: "The vault is locked" })).toBeVisible();
  await run("Unlock the vault");
  await vault.field("Passphrase").fill(PASSPHRASE);
  await page.keyboard.press("Enter");
  await expect(compose.field("email")).toHaveValue("typed@before.example");
});

test("a forgotten passphrase is replaced with the recovery key", async ({ openConsole }) => {
  const first = await openConsole();
  const vault = new VaultPage(first.page);
  await vault.create(PASSPHRASE);
  const recoveryKey = await vault.makeRecoveryKey(PASSPHRASE);
  await vault.press("I have written it down");
  await first.close();

  const { page } = await openConsole();
  const asking = new VaultPage(page);
  await asking.press("Use the recovery key");
  await asking.field("Recovery key").fill(recoveryKey.toLowerCase());
  await asking.field("New passphrase").fill("another passphrase");
  await asking.field("The same again").fill("another passphrase");
  await page.keyboard.press("Enter");
  await expect(asking.status).toContainText("Vault open");
});

test("a vault cut short is told of, left alone, and can be put aside", async ({ openConsole, workspace }) => {
  const first = await openConsole();
  const vault = new VaultPage(first.page);
  await vault.create(PASSPHRASE);
  await first.close();
  const file = join(workspace, "vault.json");
  const damaged = (await readFile(file, "utf8")).slice(0, 300);
  await writeFile(file, damaged);

  const { page } = await openConsole();
  const told = page.getByRole("status").filter({ hasText: "because it is not whole" });
  await expect(told).toBeVisible();
  expect(await readFile(file, "utf8")).toBe(damaged);
  await page.getByRole("button", { name: "Show the ways out" }).click();
  const broken = new VaultPage(page);
  await broken.press("Start anew");
  await broken.press("Put the vault aside");
  await expect(broken.status).toContainText("Secrets: this session only");
  const aside = (await readdir(workspace)).find((name) => name.startsWith("vault.unreadable-")) ?? "";
  expect(await readFile(join(workspace, aside), "utf8")).toBe(damaged);
  await page.keyboard.press("Control+1");
  const compose = new ComposePage(page);
  await compose.sendByKey();
  await expect(compose.outcome).toContainText("Accepted");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the vault's dialogs are clean for assistive technology, ${colorScheme}`, async ({
    openConsole,
  }, testInfo) => {
    const { page } = await openConsole({ colorScheme });
    const vault = new VaultPage(page);
    const look = async (name: string) => {
      await expectNoAccessibilityViolation(page);
      await page.screenshot({ path: testInfo.outputPath(`${name}.png`) });
    };
    await vault.openSettings();
    await vault.press("Create a vault with a passphrase");
    await vault.field("Passphrase").fill("1234567890");
    await look("create");
    await vault.press("Cancel");
    await vault.create(PASSPHRASE);
    await look("open");
    await vault.makeRecoveryKey(PASSPHRASE);
    await look("recovery-key");
    await vault.press("I have written it down");
    await vault.press("Change the passphrase");
    await look("change-passphrase");
    await vault.press("Cancel");
    await vault.press("Lock now");
    await look("locked");
    await vault.press("Unlock");
    await vault.field("Passphrase").fill("not the passphrase");
    await page.keyboard.press("Enter");
    await expect(vault.dialog.getByRole("alert")).toBeVisible();
    await look("unlock");
    await vault.press("Use the recovery key");
    await look("restore");
    await vault.press("Cancel");
    await vault.press("Start anew");
    await look("start-anew");
  });
}
