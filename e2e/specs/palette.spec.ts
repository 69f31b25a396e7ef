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
  await page.keyboard.type("newsletter_signup accepted");
  await expect(
    page
      .getByRole("group", { name: "Exchanges" })
      .getByRole("option", { name: /Accepted/u })
      .first(),
  ).toBeVisible();
  await expectNoAccessibilityViolation(page);
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

test("keys are changed, conflicts named, and given back; look and size are remembered", async ({
  openConsole,
}) => {
  const { page } = await openConsole({ viewport: { width: 1100, height: 700 } });
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("settings keys");
  await page.keyboard.press("Enter");
  const row = page.getByRole("row", { name: /^Show the keys/u });
  await page.getByRole("button", { name: "Change the key: Show the keys" }).click();
  await page.keyboard.press("ControlOrMeta+k");
  await expect(row).toContainText("The same key: Search or run a command");
  await page.getByRole("button", { name: "Change the key: Show the keys" }).click();
  await page.keyboard.press("F2");
  await expect(row).toContainText("F2");
  await page.keyboard.press("F2");
  await expect(page.getByRole("dialog", { name: "Keys" })).toContainText("F2");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Reset the key: Show the keys" }).click();
  await expect(row).toContainText("?");
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
