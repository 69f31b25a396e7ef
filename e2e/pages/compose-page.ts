import { expect, type Locator, type Page } from "@playwright/test";

/** The Compose screen: its parts by role and label, and what a person does there. */
export class ComposePage {
  readonly form: Locator;
  readonly sendButton: Locator;
  readonly outcome: Locator;
  readonly preview: Locator;
  readonly draftText: Locator;
  readonly answer: Locator;
  readonly findings: Locator;
  /** Of the drafts that are open. */
  readonly tabs: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.form = page.getByRole("region", { name: "Event", exact: true });
    this.sendButton = page.getByRole("toolbar", { name: "Draft" }).getByRole("button", { name: /^Send/u });
    this.answer = page.getByRole("region", { name: "Answer", exact: true });
    this.outcome = this.answer.getByRole("status");
    this.preview = page.getByRole("textbox", { name: /^Request body/u });
    this.draftText = page.getByRole("textbox", { name: "Draft text" });
    this.tabs = page.getByRole("tablist", { name: "Open drafts" }).getByRole("tab");
    this.findings = page.getByRole("list", { name: "Findings" });
  }

  tab(name: string): Locator {
    return this.page.getByRole("tablist", { name: "Open drafts" }).getByRole("tab", { name, exact: true });
  }

  async chooseApi(api: "OptiEvent" | "Realtime"): Promise<void> {
    await this.page.getByRole("radiogroup", { name: "API" }).getByRole("radio", { name: api }).click();
  }

  async chooseEvent(key: string): Promise<void> {
    await this.page.getByRole("searchbox", { name: "Find an event" }).fill(key);
    await this.page
      .getByRole("listbox", { name: "Events" })
      .getByRole("option", { name: key })
      .first()
      .click();
    await expect(this.page.getByRole("heading", { name: key })).toBeVisible();
    await this.page.getByRole("searchbox", { name: "Find an event" }).fill("");
  }

  field(name: string): Locator {
    return this.form.getByRole("textbox", { name, exact: true });
  }

  async chooseBoolean(name: string, value: "true" | "false"): Promise<void> {
    await this.form.getByRole("radiogroup", { name }).getByRole("radio", { name: value }).click();
  }

  /** Chooses from the menu of a parameter. */
  async chooseFromMenu(parameter: string, entry: string): Promise<void> {
    await this.form.getByRole("button", { name: `${parameter}: more` }).click();
    await this.page.getByRole("menuitem", { name: entry }).click();
  }

  async sendByKey(): Promise<void> {
    // The key is the screen's, which after unlocking or choosing another event is there a moment later.
    await expect(this.sendButton).toBeVisible();
    await this.page.keyboard.press("ControlOrMeta+Enter");
  }

  /** Sends by key and waits until the answer's outcome is on the screen. */
  async sendAndAwait(outcome: string): Promise<void> {
    await expect(this.outcome).not.toContainText(outcome);
    await this.sendByKey();
    await expect(this.outcome).toContainText(outcome);
  }

  /** Opens the draft's text and answers its editor. */
  async openDraftText(): Promise<Locator> {
    await this.page.getByRole("tab", { name: "Draft" }).click();
    return this.draftText;
  }

  /** Replaces a part of the draft's text that stands in one line, as typing would: select, write over. */
  async replaceInDraft(part: string, by: string): Promise<void> {
    const line = this.draftText.locator(".cm-line", { hasText: part });
    await line.click();
    // Home goes to where the indentation ends.
    const before = ((await line.textContent()) ?? "").trimStart().indexOf(part);
    await this.page.keyboard.press("Home");
    for (let index = 0; index < before; index += 1) await this.page.keyboard.press("ArrowRight");
    for (let index = 0; index < part.length; index += 1) await this.page.keyboard.press("Shift+ArrowRight");
    await this.page.keyboard.insertText(by);
  }

  /** Pastes a text, as the clipboard would, and opens the event that it is. */
  async pasteAsDraft(text: string): Promise<void> {
    await this.page.getByRole("button", { name: /^Paste/u }).click();
    await this.page.getByRole("dialog").getByRole("textbox").first().focus();
    await this.pasteAtFocus(text);
    await this.page.getByRole("button", { name: "Open as draft" }).click();
  }

  /** Pastes a text into whatever has the keyboard, as the clipboard would. */
  async pasteAtFocus(text: string): Promise<void> {
    await this.page.evaluate((pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", pasted);
      const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
      const isLeftToBrowser = document.activeElement?.dispatchEvent(event) ?? true;
      if (isLeftToBrowser) document.execCommand("insertText", false, pasted);
    }, text);
  }

  /** The request text as the preview shows it, lines joined as they are in the text. */
  async previewText(): Promise<string> {
    const lines = await this.preview.locator(".cm-line").allTextContents();
    return lines.join("\n");
  }
}
