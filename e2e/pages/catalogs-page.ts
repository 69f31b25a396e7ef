import { expect, type Locator, type Page } from "@playwright/test";

/** The Catalogs screen: its parts by role and label, and what a person does there. */
export class CatalogsPage {
  readonly list: Locator;
  readonly search: Locator;
  readonly event: Locator;
  readonly table: Locator;
  readonly panel: Locator;
  readonly dialog: Locator;
  readonly toolbar: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole("listbox", { name: "Events of the catalog" });
    this.search = page.getByRole("searchbox", { name: "Find an event" });
    this.event = page.getByRole("region", { name: "Event", exact: true });
    this.table = page.getByRole("grid", { name: /^Parameters of/u });
    this.panel = page.getByRole("tabpanel");
    this.dialog = page.getByRole("dialog");
    this.toolbar = page.getByRole("toolbar", { name: "Catalog", exact: true });
  }

  async open(): Promise<void> {
    await this.page
      .getByRole("navigation", { name: "Screens" })
      .getByRole("button", { name: "Catalogs" })
      .click();
    await expect(this.toolbar).toBeVisible();
  }

  option(key: string): Locator {
    return this.list.getByRole("option", { name: new RegExp(`^${key}(?![\\w])`, "u") });
  }

  async openEvent(key: string): Promise<void> {
    await this.option(key).click();
    await expect(this.field("Key")).toHaveValue(key);
  }

  field(name: string): Locator {
    return this.event.getByRole("textbox", { name, exact: true });
  }

  /** A cell by the number of its row and the heading of its column. */
  cell(row: number, heading: string): Locator {
    const columns = [
      "Name",
      "Type",
      "Required",
      "Format",
      "Allowed values",
      "Max. length",
      "Minimum",
      "Maximum",
    ];
    const column = [...columns, "Monetary", "Example", "Description"].indexOf(heading) + 2;
    return this.table.locator(`[aria-rowindex="${row + 1}"] > [aria-colindex="${column}"]`);
  }

  async names(): Promise<string[]> {
    return this.table.getByRole("rowheader").allTextContents();
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole("button", { name, exact: true }).click();
  }

  async tab(name: "Findings" | "Versions" | "Coverage" | "Examples"): Promise<void> {
    await this.page.getByRole("tab", { name: new RegExp(`^${name}`, "u") }).click();
  }

  async filterBy(name: string): Promise<void> {
    await this.page.getByRole("button", { name: /^Filter events/u }).click();
    await this.page.getByRole("menuitem", { name }).click();
  }

  /** Pastes a text into the grid or whatever else has the focus, as the clipboard would. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate((pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", pasted);
      const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    }, text);
  }

  /** Opens the import and reads this text. */
  async readImport(text: string): Promise<void> {
    await this.toolbar.getByRole("button", { name: "Import" }).click();
    await this.dialog.getByRole("textbox", { name: "Text to read" }).fill(text);
  }

  /** Chooses a file in the import, as a person does. */
  async chooseImportFile(name: string, text: string): Promise<void> {
    const asked = this.page.waitForEvent("filechooser");
    await this.dialog.getByRole("button", { name: "Choose a file" }).click();
    await (await asked).setFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
  }

  async takeImport(): Promise<void> {
    await this.dialog.getByRole("button", { name: /^(?:Take \d|Make catalog)/u }).click();
    await expect(this.dialog).toBeHidden();
  }

  /** Saves by key, and waits for the number of the version. */
  async saveVersion(version: number): Promise<void> {
    await this.page.keyboard.press("ControlOrMeta+s");
    await expect(this.toolbar).toContainText(`version ${version}`);
  }
}
