import { expectNoAccessibilityViolation } from "../pages/accessibility.ts";
import { ComposePage } from "../pages/compose-page.ts";
import { expect, test } from "../fixtures/test.ts";

test("a request can be read and copied as headers, cURL and code, and compared with what was sent", async ({
  openConsole,
}) => {
  const { page } = await openConsole({ viewport: { width: 1100, height: 700 } });
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const compose = new ComposePage(page);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await compose.chooseEvent("newsletter_signup");

  await page.getByRole("tab", { name: "Headers" }).click();
  const added = page.getByRole("table", { name: "Headers added when it is sent" });
  await expect(added.getByRole("row", { name: /^Content-Length \d+$/u })).toBeVisible();
  await expect(added.getByRole("row", { name: "Connection keep-alive" })).toBeVisible();

  await page.getByRole("tab", { name: "cURL" }).click();
  await page.getByRole("button", { name: /Shell/u }).click();
  await page.getByRole("option", { name: "Windows cmd" }).click();
  await expect(page.getByRole("textbox", { name: "cURL command" })).toContainText("curl.exe");
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  expect(await copied()).toContain("newsletter_signup");

  await page.getByRole("tab", { name: "Code" }).click();
  await page.getByRole("button", { name: /Language/u }).click();
  await page.getByRole("option", { name: "Go (net/http)" }).click();
  await expect(page.getByRole("textbox", { name: "Program" })).toContainText("package main");

  // Where a narrow pane has no room for all tabs, a list has them.
  await page.getByRole("button", { name: "What will be sent: all views" }).click();
  await page.getByRole("menuitemradio", { name: "Difference" }).click();
  await expect(page.getByText("This event has not been sent yet.")).toBeVisible();
  await compose.sendAndAwait("Accepted");
  await compose.field("email").fill("other@domain.com");
  await expect(page.getByText(/^The bodies differ at \d places?/u)).toBeVisible();
  const difference = page.getByRole("textbox", { name: "Difference of the request bodies" });
  await expect(difference).toContainText("other@domain.com");
  await expect(difference).toContainText("johndoe@domain.com");
  await expectNoAccessibilityViolation(page);

  // Both choices are remembered by the next window.
  await page.reload();
  await page.getByRole("tab", { name: "Code" }).click();
  await expect(page.getByRole("textbox", { name: "Program" })).toContainText("package main");
  await page.getByRole("tab", { name: "cURL" }).click();
  await expect(page.getByRole("textbox", { name: "cURL command" })).toContainText("curl.exe");
});

test("a Realtime request's code asks for the token and holds none", async ({ openConsole }) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  await compose.chooseApi("Realtime");
  await compose.chooseEvent("newsletter_signup");
  await page.getByRole("tab", { name: "cURL" }).click();
  await expect(page.getByText("Reads the token from the environment variable")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "cURL command" })).toContainText("token_in_json");
  await compose.sendAndAwait("Accepted");

  // Any exchange of the history can be compared with, that of another event too.
  await compose.chooseEvent("login");
  await page.getByRole("tab", { name: "Difference" }).click();
  await page.getByRole("button", { name: "Choose an exchange" }).click();
  await expect(page.getByRole("searchbox", { name: "Find an exchange" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^The bodies differ at/u)).toBeVisible();
});
