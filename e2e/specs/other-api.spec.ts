import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { z } from "zod";
import { expect, test } from "../fixtures/test.ts";
import { expectNoAccessibilityViolation } from "../pages/accessibility.ts";
import { ComposePage } from "../pages/compose-page.ts";
import { HistoryPage } from "../pages/history-page.ts";

const tenantsFile = z.looseObject({
  document: z.looseObject({
    tenants: z.array(z.looseObject({ connections: z.array(z.looseObject({ api: z.string() })) })),
  }),
});

async function openOtherApi(page: Page) {
  await page.getByRole("tab", { name: "Other API" }).click();
  const tab = page.getByRole("tabpanel", { name: "Other API" });
  const part = (name: "OptiEvent" | "Realtime") => tab.getByRole("region", { name, exact: true });
  return {
    tab,
    optievent: part("OptiEvent"),
    realtime: part("Realtime"),
    lost: tab.getByRole("list", { name: /^Not carried over/u }),
    sendToBoth: tab.getByRole("button", { name: "Send to both" }),
  };
}

test("an event is shown in both forms, with what one of them has no place for", async ({ openConsole }) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  await compose.chooseEvent("deposit");
  await compose.field("Customer").fill("c-20418");
  await compose.field("amount").fill("100.00");
  const { optievent, realtime, lost } = await openOtherApi(page);
  await expect(optievent).toContainText('"customer": "c-20418"');
  await expect(realtime).toContainText('"cid": "c-20418"');
  await expect(realtime).toContainText('"tid": "{{secret:token}}"');
  await expect(realtime).toContainText("100.00");
  await expect(lost).toContainText("/timestamp");
  await expectNoAccessibilityViolation(page);

  await compose.chooseApi("Realtime");
  await expect(page.getByRole("tab", { name: "Other API", selected: true })).toBeVisible();
  await expect(realtime).toContainText('"eid"');
  await expect(optievent).toContainText('"event": "deposit"');
});

test("sent to both, the two answers stand beside each other and both are recorded", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  const { optievent, realtime, sendToBoth } = await openOtherApi(page);
  const answers = [
    optievent.getByRole("status", { name: "OptiEvent answer" }),
    realtime.getByRole("status", { name: "Realtime answer" }),
  ];
  for (const answer of answers) await expect(answer).toHaveText("Not sent yet.");
  await sendToBoth.click();
  for (const answer of answers) await expect(answer).toContainText("Accepted");
  await expect(new ComposePage(page).outcome).toContainText("Accepted");
  await expectNoAccessibilityViolation(page);
  const history = new HistoryPage(page);
  await history.open();
  await expect(history.row("newsletter_signup")).toHaveCount(2);
});

test("what only one of them takes is refused by the other", async ({ openConsole }) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  await compose.form.getByRole("radio", { name: "visitor" }).click();
  await compose.field("Visitor").fill("3116eed913c21d67");
  const { optievent, realtime, lost, sendToBoth } = await openOtherApi(page);
  await expect(lost).toContainText("/visitor");
  await sendToBoth.click();
  await expect(optievent.getByRole("status", { name: "OptiEvent answer" })).toContainText("Accepted");
  await expect(realtime.getByRole("status", { name: "Realtime answer" })).toContainText("Rejected");
});

test("a tenant without the other connection says so", async ({ openConsole, workspace }) => {
  const first = await openConsole();
  await first.close();
  const file = join(workspace, "tenants.json");
  const stored = tenantsFile.parse(JSON.parse(await readFile(file, "utf8")));
  for (const tenant of stored.document.tenants) {
    tenant.connections = tenant.connections.filter(({ api }) => api === "optievent");
  }
  await writeFile(file, JSON.stringify(stored));
  const { page } = await openConsole();
  const { tab } = await openOtherApi(page);
  await expect(tab).toContainText("No connection for Realtime");
});
