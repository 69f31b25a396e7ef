import type { Locator, Page } from "@playwright/test";

/** The vault's part of the settings, and its dialogs. */
export class VaultPage {
  readonly dialog: Locator;
  readonly status: Locator;
  readonly recoveryKey: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.dialog = page.getByRole("dialog");
    this.status = page.getByRole("contentinfo", { name: "Status" });
    this.recoveryKey = this.dialog.getByRole("status", { name: "Recovery key" });
  }

  async openSettings(): Promise<void> {
    const screens = this.#page.getByRole("navigation", { name: "Screens" });
    await screens.getByRole("button", { name: "Settings" }).click();
    const sections = this.#page.getByRole("navigation", { name: "Settings" });
    await sections.getByRole("button", { name: "Secrets and vault" }).click();
  }

  field(label: string): Locator {
    return this.dialog.getByLabel(label, { exact: true });
  }

  /** A button of the dialog that is open, else of the screen. */
  async press(name: string): Promise<void> {
    const isAsking = await this.dialog.isVisible();
    await (isAsking ? this.dialog : this.#page).getByRole("button", { name, exact: true }).click();
  }

  async create(passphrase: string): Promise<void> {
    await this.openSettings();
    await this.press("Create a vault with a passphrase");
    await this.field("Passphrase").fill(passphrase);
    await this.field("The same again").fill(passphrase);
    await this.#page.keyboard.press("Enter");
    await this.dialog.waitFor({ state: "detached" });
  }

  async makeRecoveryKey(passphrase: string): Promise<string> {
    await this.press("Make a recovery key");
    await this.field("Passphrase").fill(passphrase);
    await this.press("Make a recovery key");
    return this.recoveryKey.innerText();
  }
}
