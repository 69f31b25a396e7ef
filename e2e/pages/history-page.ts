import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";

/** The History screen. */
export class HistoryPage {
  readonly list: Locator;
  readonly detail: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole("grid", { name: /^Exchanges/u });
    this.detail = page.getByRole("region", { name: "Exchange", exact: true });
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

  tab(name: string): Locator {
    return this.detail.getByRole("tab", { name });
  }

  /** Exports what is selected, or everything, and answers the file's text. */
  async exportAsText(): Promise<string> {
    const download = this.page.waitForEvent("download");
    await this.page.getByRole("button", { name: /^Export/u }).click();
    return readFile(await (await download).path(), "utf8");
  }
}
