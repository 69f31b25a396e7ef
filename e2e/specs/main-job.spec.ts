import { z } from "zod";
import { exchangeSchema } from "../../shared/domain/exchange.ts";
import { expect, test } from "../fixtures/test.ts";
import { ComposePage } from "../pages/compose-page.ts";
import { HistoryPage } from "../pages/history-page.ts";

const exportFile = z.looseObject({
  format: z.literal("optievent-history/1"),
  exchanges: z.array(exchangeSchema),
});

test("one key sends the sample event of a first start and the gateway's answer appears", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  await expect(page.getByRole("heading", { name: "newsletter_signup" })).toBeVisible();
  await compose.sendByKey();
  await expect(compose.outcome).toContainText("Accepted");
  await expect(compose.answer).toContainText(/\b\d{16}\b/u);
});

test("the whole job: write, preview, send, answer, restart, find again, take away", async ({
  openConsole,
}) => {
  const first = await openConsole();
  const compose = new ComposePage(first.page);
  await compose.chooseEvent("deposit");
  await compose.field("Customer").fill("c-20418");
  await compose.field("amount").fill("149.90");
  await expect.poll(() => compose.previewText()).toContain('"amount": 149.90');
  expect(await compose.previewText()).toContain('"customer": "c-20418"');
  const shown = await compose.previewText();
  await compose.sendButton.click();
  await expect(compose.outcome).toContainText("Accepted");

  // As a power cut would end it, right after the answer is on the screen.
  await first.kill();
  const second = await openConsole();
  const history = new HistoryPage(second.page);
  await history.open();
  await history.row("deposit").click();
  await expect(history.detail).toContainText("c-20418");

  const exported = exportFile.parse(JSON.parse(await history.exportAsText()));
  expect(exported.exchanges).toHaveLength(1);
  const [exchange] = exported.exchanges;
  expect(withoutTimestamp(exchange?.request.text)).toBe(withoutTimestamp(shown));
  expect(exchange?.outcome).toBe("accepted");
});

test("Realtime: the same form, its own body, no credential on the screen or in the export", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  await compose.chooseApi("Realtime");
  await compose.chooseEvent("deposit");
  await expect(compose.preview).toContainText('"tid": "{{secret:token}}"');
  await compose.sendByKey();
  await expect(compose.outcome).toContainText("Accepted");
  const history = new HistoryPage(page);
  await history.open();
  expect(await history.exportAsText()).toContain("{{secret:token}}");
});

test("an event that is wrong on purpose is sent, refused by the gateway and recorded as a negative", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  await compose.field("email").fill("johndoe@domain");
  await expect(compose.form).toContainText("1080");
  await expect(compose.sendButton).toHaveAccessibleName(/Send anyway/u);
  await compose.sendButton.click();
  await expect(compose.outcome).toContainText("Rejected");
  await expect(compose.answer).toContainText("HTTP");
});

test("a number keeps its digits from the field to the wire", async ({ openConsole }) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  await compose.chooseEvent("deposit");
  await compose.field("amount").fill("12345678901234567890");
  await expect.poll(() => compose.previewText()).toContain('"amount": 12345678901234567890');
  await compose.sendButton.click();
  const history = new HistoryPage(page);
  await expect(compose.outcome).not.toBeEmpty();
  await history.open();
  expect(await history.exportAsText()).toContain(String.raw`\"amount\": 12345678901234567890`);
});

/** The moment of sending is stamped when it is sent, so it is the one thing that may differ from the preview. */
function withoutTimestamp(text: string | undefined): string | undefined {
  return text?.replace(/"timestamp": "[^"]*"/u, '"timestamp": ""');
}
