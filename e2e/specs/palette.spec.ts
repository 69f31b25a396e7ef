import { startAnsweringServer } from "../fixtures/answering-server.ts";
import { expect, test } from "../fixtures/test.ts";
import { expectNoAccessibilityViolation } from "../pages/accessibility.ts";
import { ComposePage } from "../pages/compose-page.ts";
import { TenantsPage } from "../pages/tenants-page.ts";

test("the palette runs actions and finds events, tenants and exchanges, by keyboard alone", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  const palette = page.getByRole("combobox", { name: "Search or run a command" });
  const run = async (words: string, option: string | RegExp) => {
    await page.keyboard.press("ControlOrMeta+k");
    await expect(palette).toBeFocused();
    await page.keyboard.type(words);
    await expect(page.getByRole("option", { name: option }).first()).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Enter");
    await expect(palette).toBeHidden();
  };

  await run("nwslttr", /^newsletter_signup/u);
  await expect(page.getByRole("heading", { name: "newsletter_signup" })).toBeVisible();
  await run("send event", /^Send the event/u);
  await expect(compose.outcome).toContainText("Accepted");
  await run("show curl", /^Show cURL/u);
  await expect(page.getByRole("tab", { name: "cURL" })).toHaveAttribute("aria-selected", "true");
  await run("compare answer", /^Compare the answered text/u);
  await expect(page.getByRole("tab", { name: "Difference" })).toHaveAttribute("aria-selected", "true");
  await run("go hist", /^Go to History/u);
  await expect(page).toHaveTitle(/^History/u);

  await page.keyboard.press("ControlOrMeta+k");
  await expect(page.getByRole("group", { name: "Used lately" }).getByRole("option").first()).toContainText(
    "Go to History",
  );
  const accepted = page.getByRole("group", { name: "Exchanges" }).getByRole("option", { name: /Accepted/u });
  for (const words of ["newsletter_signup accepted", "newsletter_signup acc"]) {
    await palette.fill(words);
    await expect(accepted.first()).toBeVisible();
  }
  await expectNoAccessibilityViolation(page);
  await palette.fill("local sandbox");
  await expect(
    page.getByRole("option", { name: /^Work with Local sandbox, which is in use/u }),
  ).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(palette).toBeHidden();

  // Production chosen from here meets the guard as it does everywhere.
  const tenants = new TenantsPage(page);
  await tenants.add("Live", "Production", "http://127.0.0.1:9/optievent");
  await run("live", /^Work with Live/u);
  await expect(page.getByRole("button", { name: /^Tenant Live/u })).toBeVisible();
  await run("login", /^login/u);
  await expect(page.getByRole("heading", { name: "login" })).toBeVisible();
  await run("send the event", /^Send the event/u);
  await expect(page.getByRole("dialog")).toContainText("Live");
});

test("the palette has what menus and buttons offer, from whatever screen, and does it where it can be seen", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  const palette = page.getByRole("combobox", { name: "Search or run a command" });
  const run = async (title: string) => {
    await page.keyboard.press("ControlOrMeta+k");
    await expect(palette).toBeFocused();
    await page.keyboard.type(title);
    await expect(page.getByRole("option", { name: title }).first()).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Enter");
    await expect(palette).toBeHidden();
  };
  await compose.field("email").fill("someone@else.example");
  for (const [title, dialog] of [
    ["Import exchanges into history", "Import exchanges"],
    ["Export exchanges of history", "Export history"],
    ["Import into the catalog", "Import events"],
    ["Export the catalog", "Export Demo store"],
    ["Import tenants", "Import tenants"],
    ["Create a vault with a passphrase", "Create a vault with a passphrase"],
    ["Fill many parameters at once", "Fill parameters"],
  ] as const) {
    await run(title);
    await expect(page.getByRole("dialog", { name: dialog })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
  }
  await run("Add a tenant");
  await expect(page.getByRole("button", { name: "Add tenant" })).toBeVisible();

  // What is done to the draft goes to the draft.
  await run("Reset the draft to the example");
  await expect(compose.field("email")).toHaveValue("johndoe@domain.com");
  await page.keyboard.press("ControlOrMeta+4");
  await run("Send the event");
  await expect(compose.outcome).toContainText("Accepted");
  await run("Reset the draft to the example");
  await expect(page.getByRole("alertdialog", { name: /^Reset the draft/u })).toContainText(
    "nothing to do it with",
  );
});

test("what is run from the palette right after another tenant is chosen there is done with that tenant", async ({
  openConsole,
}) => {
  const server = await startAnsweringServer();
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  const tenants = new TenantsPage(page);
  await tenants.add("Shop", "Test", server.url);
  await tenants.compose();
  await expect(page.getByRole("heading", { name: "newsletter_signup" })).toBeVisible();
  const choose = async (words: string) => {
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.insertText(words);
    await page.keyboard.press("Enter");
  };
  // As fast as the keys go, up to what can only be sent once it is there.
  await choose("work with shop");
  await choose("checkout_completed");
  await expect(compose.sendButton).toBeVisible();
  await expect(page.getByRole("heading", { name: "Checkout_Completed" })).toBeVisible();
  await choose("send the event");
  await expect(compose.outcome).toContainText("Accepted");
  expect(server.received.map((text) => text.includes("Checkout_Completed"))).toEqual([true]);
  await server.close();
});

test("the palette keeps the keyboard, and gives it back to where it was", async ({ openConsole }) => {
  const { page } = await openConsole({ viewport: { width: 1100, height: 700 } });
  const compose = new ComposePage(page);
  const email = compose.field("email");
  await email.focus();
  const text = await email.inputValue();
  await page.keyboard.press("ControlOrMeta+k");
  const palette = page.getByRole("combobox", { name: "Search or run a command" });
  // Neither Tab nor the keys of the window reach what is below.
  for (const key of ["Tab", "Shift+Tab", "Tab", "Alt+n", "F8", "ControlOrMeta+4", "?", "/"]) {
    await page.keyboard.press(key);
    await expect(palette).toBeFocused();
  }
  await expect(palette).toHaveValue("?/");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowDown");
  await expect(palette).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(palette).toBeHidden();
  await expect(email).toBeFocused();
  await expect(email).toHaveValue(text);
  await expect(compose.tabs).toHaveCount(1);
  await expect(page.getByText("0 exchanges")).toBeVisible();
  await expect(page).toHaveTitle(/^Compose/u);
});

test("keys are changed, conflicts named, and given back; look and size are remembered", async ({
  openConsole,
}) => {
  const { page } = await openConsole({ viewport: { width: 1100, height: 700 } });
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("settings keys");
  await page.keyboard.press("Enter");
  const row = page.getByRole("row", { name: /^Show the keys/u });
  await page.getByRole("button", { name: "Change the key: Show the keys" }).click();
  const question = page.getByRole("dialog", { name: "Show the keys" });
  await page.keyboard.press("ControlOrMeta+c");
  await expect(question.getByRole("status")).toContainText("copies wherever text is edited");
  await expect(question.getByRole("button", { name: "Use it all the same" })).toHaveCount(0);
  await page.keyboard.press("Tab");
  await expect(question.getByRole("status")).toContainText("Tab goes from one control to the next");
  await page.keyboard.press("ControlOrMeta+k");
  await expect(question.getByRole("status")).toContainText('"Search or run a command" has this key already.');
  await question.getByRole("button", { name: "Use it all the same" }).click();
  await expect(row).toContainText("The same key: Search or run a command");
  await page.getByRole("button", { name: "Change the key: Show the keys" }).click();
  await page.keyboard.press("F9");
  await expect(row).toContainText("F9");
  await page.keyboard.press("F9");
  await expect(page.getByRole("dialog", { name: "Keys" })).toContainText("F9");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Reset the key: Show the keys" }).click();
  await expect(row).toContainText("?");
  await page.getByRole("button", { name: "Change the key: Show the keys" }).click();
  await page.keyboard.press("F4");
  await expect(row).toContainText("F4");
  await page.getByRole("button", { name: "Reset all keys" }).click();
  await expect(row).toContainText("?");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).not.toContainText("F4");
  await page.keyboard.press("Escape");
  await expectNoAccessibilityViolation(page);

  // Keys of a control are changed as those of the window are, and what other controls mean by one is no conflict.
  const duplicate = page.getByRole("row", { name: /^Duplicate the parameters/u });
  await page.getByRole("searchbox", { name: "Find a key or what it does" }).fill("duplicate");
  await page.getByRole("button", { name: "Change the key: Duplicate the parameters" }).click();
  await page.keyboard.press("Control+Shift+Enter");
  await expect(duplicate).toContainText("CtrlShift⏎");
  await expect(duplicate).not.toContainText("The same key");
  await page.keyboard.press("ControlOrMeta+2");
  const table = page.getByRole("grid", { name: /^Parameters/u });
  await table.focus();
  const rows = Number(await table.getAttribute("aria-rowcount"));
  await page.keyboard.press("ControlOrMeta+d");
  await expect(table).toHaveAttribute("aria-rowcount", String(rows));
  await page.keyboard.press("Control+Shift+Enter");
  await expect(table).toHaveAttribute("aria-rowcount", String(rows + 1));
  await page.keyboard.press("ControlOrMeta+z");
  await page.keyboard.press("ControlOrMeta+6");

  await page
    .getByRole("navigation", { name: "Settings" })
    .getByRole("button", { name: "Appearance" })
    .click();
  await page.getByRole("radiogroup", { name: "Contrast" }).getByRole("radio", { name: "High" }).click();
  await page.keyboard.press("ControlOrMeta+-");
  await expect(page.getByText("90 %")).toBeVisible();
  await expectNoAccessibilityViolation(page);
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-contrast", "high");
  await page.keyboard.press("ControlOrMeta+0");
  await page.keyboard.press("ControlOrMeta+1");
  await expectNoAccessibilityViolation(page);
});
