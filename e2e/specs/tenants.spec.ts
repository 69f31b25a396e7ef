import { readFile } from "node:fs/promises";
import { startAnsweringServer } from "../fixtures/answering-server.ts";
import { expect, test } from "../fixtures/test.ts";
import { expectNoAccessibilityViolation } from "../pages/accessibility.ts";
import { ComposePage } from "../pages/compose-page.ts";
import { HistoryPage } from "../pages/history-page.ts";
import { TenantsPage } from "../pages/tenants-page.ts";

const SECRET = "a-distinctive-token-4711ab";

test("a tenant is added with its mistakes told at the fields, tested, exported and deleted", async ({
  openConsole,
}) => {
  const server = await startAnsweringServer();
  const { page } = await openConsole();
  const tenants = new TenantsPage(page);
  await tenants.open();
  await tenants.press("Add a tenant");
  await tenants.press("Add tenant");
  await expect(tenants.field("Name")).toBeFocused();
  await expect(tenants.field("Name")).toHaveAccessibleDescription("Give the tenant a name.");
  await tenants.field("OptiEvent endpoint").fill("http://events.example/#x");
  await expect(tenants.field("OptiEvent endpoint")).toHaveAccessibleDescription(/Remove the #/u);

  await tenants.field("Name").fill("Shop");
  await tenants.field("OptiEvent endpoint").fill(server.url);
  await tenants.press("Add tenant");
  await expect(tenants.form("Tenant Shop")).toBeVisible();

  await tenants.press("Set OptiEvent credential");
  await tenants.dialog.getByLabel("OptiEvent credential").fill(SECRET);
  await page.keyboard.press("Enter");
  await expect(tenants.form("Tenant Shop")).toContainText("Set, ends with ..ab");

  await tenants.press("Test connection: OptiEvent");
  await expect(tenants.form("Tenant Shop")).toContainText("A real event was sent");
  expect(server.received).toHaveLength(1);

  await tenants.press("More for tenants");
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Export all tenants" }).click();
  const exported = await readFile(await (await download).path(), "utf8");
  expect(exported).toContain(server.url);
  expect(exported).not.toContain(SECRET);

  await tenants.press("Delete");
  await expect(tenants.dialog).toContainText("1 secret goes with it. 1 exchange stays");
  await tenants.press("Delete tenant");
  await expect(tenants.list.getByRole("button", { name: /^Shop/u })).toBeHidden();
  await tenants.press("Undo: bring Shop back");
  await expect(tenants.form("Tenant Shop")).toContainText("Set, ends with ..ab");
  await server.close();
});

test("changes are not lost by turning to another tenant", async ({ openConsole }) => {
  const { page } = await openConsole();
  const tenants = new TenantsPage(page);
  await tenants.open();
  await tenants.field("Name").fill("Changed");
  await tenants.press("Add a tenant");
  await expect(tenants.dialog).toContainText("unsaved changes");
  await tenants.press("Cancel");
  await expect(tenants.field("Name")).toHaveValue("Changed");
  await tenants.compose();
  await tenants.open();
  await expect(tenants.field("Name")).toHaveValue("Changed");
  await tenants.press("Add a tenant");
  await tenants.press("Discard changes");
  await expect(tenants.field("Name")).toHaveValue("");
});

test("a file with a mistake is refused with its line, and a good one shown before it is imported", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  const tenants = new TenantsPage(page);
  await tenants.open();
  const file = (endpoint: string) => ({
    name: "tenants.json",
    mimeType: "application/json",
    buffer: Buffer.from(
      `{ "format": "optievent-tenants/1", "tenants": [\n{ "name": "Local sandbox", "kind": "test",\n"tenantNumber": 1, "catalogId": null, "connections": [\n{ "api": "optievent", "endpoint": "${endpoint}" }] }] }`,
    ),
  });
  await tenants.press("More for tenants");
  await page.getByRole("menuitem", { name: "Import tenants" }).click();
  await tenants.dialog.locator("input[type=file]").setInputFiles(file("http://events.example"));
  await expect(tenants.dialog).toContainText("Line 4 /tenants/0/connections/0/endpoint");
  await expect(tenants.dialog.getByRole("button", { name: "Import" })).toBeDisabled();
  await tenants.dialog.locator("input[type=file]").setInputFiles(file("https://events.example"));
  await expect(tenants.dialog).toContainText('becomes "Local sandbox (2)"');
  await tenants.press("Import");
  await expect(tenants.list).toContainText("Local sandbox (2)");
});

test("production is framed, named, asked for, and never where a window starts", async ({ openConsole }) => {
  const server = await startAnsweringServer();
  const { page } = await openConsole();
  const tenants = new TenantsPage(page);
  const compose = new ComposePage(page);
  await tenants.add("Retail EU", "Production", server.url);
  await tenants.choose("Retail EU");
  await tenants.compose();
  await expect(page.locator("[data-production]")).toBeVisible();
  await compose.field("Customer").fill("c-1");
  await expect(compose.sendButton).toHaveAccessibleName(/Send to Retail EU/u);

  await compose.sendByKey();
  await expect(tenants.dialog).toContainText("Retail EU is production");
  await tenants.dialog.getByRole("textbox").fill("Retail");
  await page.keyboard.press("Enter");
  await expect(tenants.dialog).toContainText('is not "Retail EU"');
  expect(server.received).toEqual([]);
  await tenants.dialog.getByRole("textbox").fill("Retail EU");
  await page.keyboard.press("Enter");
  await expect(compose.outcome).toContainText("Accepted");
  await compose.sendByKey();
  await expect.poll(() => server.received.length).toBe(2);

  await tenants.choose("Local sandbox");
  await tenants.choose("Retail EU");
  await compose.sendByKey();
  await expect(tenants.dialog).toContainText("Retail EU is production");
  await tenants.press("Cancel");

  await compose.pasteAsDraft('{"tenant":999,"event":"logout","customer":"c-1","context":{}}');
  await compose.sendByKey();
  await expect(tenants.dialog).toContainText("Retail EU is production");
  await tenants.press("Cancel");

  const history = new HistoryPage(page);
  await history.open();
  await history.rows().first().click();
  await history.detail.getByRole("button", { name: "Resend" }).click();
  await page.getByRole("menuitem", { name: /As it was sent/u }).click();
  await expect(tenants.dialog).toContainText("Retail EU is production");
  await tenants.press("Cancel");
  await page.reload();
  await expect(tenants.switcher).toContainText("Local sandbox");
  await expect(page.locator("[data-production]")).toBeHidden();
  expect(server.received).toHaveLength(2);
  await server.close();
});

test("holding approves, letting go early does not", async ({ openConsole }) => {
  const server = await startAnsweringServer();
  const { page } = await openConsole();
  const tenants = new TenantsPage(page);
  const compose = new ComposePage(page);
  await tenants.add("Retail EU", "Production", server.url);
  await page.getByRole("navigation", { name: "Settings" }).getByRole("button", { name: "Sending" }).click();
  await page.getByRole("radio", { name: "Hold for 1.5 seconds" }).click();
  await tenants.choose("Retail EU");
  await tenants.compose();
  await compose.sendButton.click();
  const hold = tenants.dialog.getByRole("button", { name: "Hold to approve and send" });
  await expect(hold).toBeFocused();
  await hold.click();
  await expect(tenants.dialog).toBeVisible();
  expect(server.received).toEqual([]);
  await hold.focus();
  await page.keyboard.down(" ");
  await expect(compose.outcome).toContainText("Accepted");
  await page.keyboard.up(" ");
  expect(server.received).toHaveLength(1);
  await server.close();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`tenants and guard are clean for assistive technology, ${colorScheme}`, async ({
    openConsole,
  }, testInfo) => {
    const { page } = await openConsole({ colorScheme });
    const tenants = new TenantsPage(page);
    const look = async (name: string) => {
      await expectNoAccessibilityViolation(page);
      await page.screenshot({ path: testInfo.outputPath(`${name}.png`) });
    };
    await tenants.open();
    await look("tenants");
    await tenants.press("Test connection: OptiEvent");
    await expect(page.getByText("A real event was sent")).toBeVisible();
    await page.getByText("A real event was sent").scrollIntoViewIfNeeded();
    await look("tenant-test");
    await tenants.press("Add a tenant");
    await tenants.press("Add tenant");
    await page.getByRole("radio", { name: "Address" }).click();
    await page.getByRole("radio", { name: "PEM files" }).click();
    await look("tenant-new");
    await tenants.field("Name").fill("Retail EU");
    await tenants.chooseKind("Production");
    await tenants.field("OptiEvent endpoint").fill("https://server-1.optimove.net/reportServer");
    await page.getByRole("radiogroup", { name: "proxy" }).getByRole("radio", { name: "None" }).click();
    await page
      .getByRole("radiogroup", { name: "client certificate" })
      .getByRole("radio", { name: "None" })
      .click();
    await page.getByRole("button", { name: /Catalog$/u }).click();
    await page.getByRole("option", { name: "Demo store" }).click();
    await tenants.press("Add tenant");
    await tenants.press("Delete");
    await look("tenant-delete");
    await tenants.press("Cancel");
    await tenants.choose("Retail EU");
    await look("production");
    await tenants.compose();
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(tenants.dialog).toBeVisible();
    await look("approve");
    await tenants.press("Cancel");
    for (const section of ["Appearance", "Sending", "Secrets", "Local gateway", "About"]) {
      await page
        .getByRole("navigation", { name: "Screens" })
        .getByRole("button", { name: "Settings" })
        .click();
      await page.getByRole("navigation", { name: "Settings" }).getByRole("button", { name: section }).click();
      await look(`settings-${section}`);
    }
  });
}
