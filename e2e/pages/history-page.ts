import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";

/** The dialog in which history is exported. */
export class ExportDialogPage {
  readonly dialog: Locator;
  readonly preview: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole("dialog", { name: "Export history" });
    this.preview = this.dialog.getByRole("region", { name: "What will be replaced" });
  }

  async choose(format: string, personalData: string): Promise<void> {
    await this.dialog.getByRole("button", { name: /Format$/u }).click();
    await this.page.getByRole("option", { name: format, exact: true }).click();
    await this.dialog.getByRole("radio", { name: personalData }).click();
  }

  /** Answers where the downloaded file is. */
  async export(): Promise<string> {
    const download = this.page.waitForEvent("download");
    await this.dialog.getByRole("button", { name: "Export", exact: true }).click();
    return (await download).path();
  }
}

/** The History screen: its parts by role and label, and what a person does there. */
export class HistoryPage {
  readonly list: Locator;
  readonly detail: Locator;
  readonly search: Locator;
  readonly chips: Locator;
  readonly count: Locator;
  readonly comparison: Locator;
  readonly selected: Locator;
  readonly news: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole("grid", { name: /^Exchanges/u });
    this.detail = page.getByRole("region", { name: "Exchange", exact: true });
    this.search = page.getByRole("textbox", { name: "Search the history" });
    this.chips = page.getByRole("list", { name: "Terms of the search" });
    this.count = page.getByRole("status", { name: "Count" });
    this.comparison = page.getByRole("region", { name: "Comparison", exact: true });
    this.selected = page.getByRole("region", { name: "Selected exchanges" });
    this.news = page.getByRole("button", { name: /^\d+ new$/u });
  }

  async open(): Promise<void> {
    await this.page
      .getByRole("navigation", { name: "Screens" })
      .getByRole("button", { name: "History" })
      .click();
  }

  row(text: string | RegExp): Locator {
    return this.list.getByRole("row").filter({ hasText: text });
  }

  /** The exchanges in view, without the headings. */
  rows(): Locator {
    return this.list.getByRole("row").filter({ has: this.page.getByRole("rowheader") });
  }

  tab(name: string | RegExp): Locator {
    return this.detail.getByRole("tab", { name });
  }

  async searchFor(text: string): Promise<void> {
    await this.search.fill(text);
    await this.search.press("Enter");
  }

  /** Adds a value by the menu of filters, and closes it. */
  async addFilter(facet: RegExp, value: RegExp): Promise<void> {
    await this.page.getByRole("button", { name: "Add a filter" }).click();
    const sheet = this.page.getByRole("dialog", { name: "Add a filter" });
    await sheet.getByRole("button", { name: facet }).click();
    await sheet.getByRole("option", { name: value }).click();
    await this.page.keyboard.press("Escape");
  }

  async tick(row: Locator): Promise<void> {
    await row.getByRole("checkbox").check();
  }

  /** Exports what is selected, or everything, as it is, and answers the file's text. */
  async exportAsText(): Promise<string> {
    const dialog = await this.openExport();
    await dialog.choose("JSON", "As it is");
    return readFile(await dialog.export(), "utf8");
  }

  /** Imports a file and answers how many exchanges the window says it would bring. */
  async import(file: string): Promise<string> {
    await this.page.getByRole("button", { name: "Import\u2026" }).click();
    const dialog = this.page.getByRole("dialog", { name: "Import exchanges" });
    await dialog.locator("input[type=file]").setInputFiles(file);
    const preview = await dialog.getByRole("region", { name: "What will be imported" }).innerText();
    await dialog.getByRole("button", { name: /^Import \d/u }).click();
    await dialog.waitFor({ state: "hidden" });
    return preview;
  }

  async openExport(): Promise<ExportDialogPage> {
    await this.page.getByRole("button", { name: "Export\u2026" }).click();
    return new ExportDialogPage(this.page);
  }
}
