import type { Locator, Page } from "@playwright/test";

/** The tenants in the settings: the list, the form and what it asks. */
export class TenantsPage {
  readonly list: Locator;
  readonly dialog: Locator;
  readonly switcher: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.list = page.getByRole("region", { name: "List of tenants" });
    this.dialog = page.getByRole("dialog");
    this.switcher = page.getByRole("button", { name: /^Tenant[ :]/u });
  }

  async open(): Promise<void> {
    await this.switcher.click();
    await this.#page.getByRole("menuitemradio", { name: "Manage tenants" }).click();
  }

  /** Works with this tenant in the window. */
  async choose(name: string): Promise<void> {
    await this.switcher.click();
    await this.#page.getByRole("menuitemradio", { name }).click();
  }

  form(name: string): Locator {
    return this.#page.getByRole("form", { name });
  }

  field(name: string): Locator {
    return this.#page.getByRole("textbox", { name, exact: true });
  }

  async press(name: string): Promise<void> {
    await this.#page.getByRole("button", { name, exact: true }).click();
  }

  async chooseKind(kind: "Sandbox" | "Test" | "Production"): Promise<void> {
    await this.#page.getByRole("radiogroup", { name: "Kind" }).getByRole("radio", { name: kind }).click();
  }

  /** Adds a tenant that is sent to this address through OptiEvent. */
  async add(
    name: string,
    kind: "Sandbox" | "Test" | "Production",
    endpoint: string,
    tenantNumber = "999",
  ): Promise<void> {
    await this.open();
    await this.press("Add a tenant");
    await this.field("Name").fill(name);
    await this.chooseKind(kind);
    await this.#page.getByRole("button", { name: /Catalog$/u }).click();
    await this.#page.getByRole("option", { name: "Demo store" }).click();
    await this.field("Tenant number").fill(tenantNumber);
    await this.field("OptiEvent endpoint").fill(endpoint);
    await this.press("Add tenant");
    await this.form(`Tenant ${name}`).waitFor();
  }

  async compose(): Promise<void> {
    await this.#page
      .getByRole("navigation", { name: "Screens" })
      .getByRole("button", { name: "Compose" })
      .click();
  }
}
