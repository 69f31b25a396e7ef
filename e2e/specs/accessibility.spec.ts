import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test.ts";
import { expectNoAccessibilityViolation } from "../pages/accessibility.ts";
import { CatalogsPage } from "../pages/catalogs-page.ts";
import { ComposePage } from "../pages/compose-page.ts";
import { HistoryPage } from "../pages/history-page.ts";
import { TenantsPage } from "../pages/tenants-page.ts";

/** Of a dialog, menu or view only itself: everything else is out of reach meanwhile, or was looked at before. */
type Look = (name: string, within?: "[role=dialog]" | "[role=menu]" | "[role=tabpanel]") => Promise<void>;

const LOOKS = [
  { name: "light", colorScheme: "light", contrast: "no-preference", width: 1100, height: 700 },
  { name: "dark", colorScheme: "dark", contrast: "no-preference", width: 1440, height: 900 },
  { name: "high contrast", colorScheme: "light", contrast: "more", width: 1100, height: 700 },
  { name: "dark high contrast", colorScheme: "dark", contrast: "more", width: 1440, height: 900 },
] as const;

/** The views of what will be sent, beside its body and the draft's text. */
const REQUEST_VIEWS = ["Headers", "cURL", "Code", "Difference", "Signature", "Other API"] as const;

const WALKS = [
  {
    part: "of writing and sending",
    go: async (page: Page, look: Look) => {
      await goThroughAnswers(page, look);
      await goThroughDialogs(page, look);
    },
  },
  {
    part: "of presets and the other screens",
    go: async (page: Page, look: Look) => {
      await goThroughAnswers(page, () => Promise.resolve());
      await goThroughPresets(page, look);
      await goThroughScreens(page, look);
    },
  },
] as const;

for (const { name, colorScheme, contrast, width, height } of LOOKS) {
  for (const { part, go } of WALKS) {
    test(`every state ${part} is clean for assistive technology: ${name}, ${width} wide`, async ({
      openConsole,
    }, testInfo) => {
      const { page } = await openConsole({ colorScheme, viewport: { width, height } });
      await page.emulateMedia({ contrast });
      await go(page, async (state, within) => {
        await expectNoAccessibilityViolation(page, within ?? null);
        await page.screenshot({ path: testInfo.outputPath(`${state}.png`) });
      });
      const fits = "document.documentElement.scrollHeight <= window.innerHeight";
      expect(await page.evaluate(fits)).toBe(true);
    });
  }
}

async function goThroughAnswers(page: Page, look: Look): Promise<void> {
  const compose = new ComposePage(page);
  await look("first-start");
  await compose.sendByKey();
  await expect(compose.outcome).toContainText("Accepted");
  await look("accepted");
  await page.keyboard.press("Alt+n");
  await compose.field("email").fill("johndoe@domain");
  await compose.field("order_total").fill("{{sum}}");
  await compose.sendByKey();
  await expect(compose.outcome).toContainText("Rejected");
  await look("rejected-with-findings-and-tabs");
  await compose.openDraftText();
  await look("draft-text");
  for (const view of REQUEST_VIEWS) {
    await page.getByRole("tab", { name: view }).click();
    await expect(page.getByRole("tabpanel", { name: view })).toBeVisible();
    await look(`request-${view}`, "[role=tabpanel]");
  }
  await page.getByRole("tab", { name: "Body" }).click();
}

async function goThroughDialogs(page: Page, look: Look): Promise<void> {
  const compose = new ComposePage(page);
  await compose.form.getByRole("button", { name: "email: more" }).click();
  await look("parameter-menu", "[role=menu]");
  // Opened by the mouse, and gone on with by keys.
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  await page.getByRole("menuitem", { name: "Choose a placeholder" }).click();
  await look("placeholders", "[role=dialog]");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Alt+v");
  const variables = page.getByRole("region", { name: "Variables of Local sandbox" });
  await variables.getByRole("button", { name: "Add a variable" }).click();
  await look("variables", "[role=dialog]");
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByRole("button", { name: "Fill many" }).click();
  await page.getByRole("dialog").getByRole("textbox").first().fill("email: a@b.example\nnobody: 3");
  await look("fill-many", "[role=dialog]");
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await look("keys", "[role=dialog]");
  await page.keyboard.press("Escape");
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("newsletter");
  await expect(page.getByRole("group", { name: "Exchanges" })).toBeVisible();
  await look("palette", "[role=dialog]");
  await page.keyboard.press("Escape");
}

async function goThroughPresets(page: Page, look: Look): Promise<void> {
  await page.keyboard.press("ControlOrMeta+s");
  await look("save-preset", "[role=dialog]");
  await page.getByRole("button", { name: "Save preset" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.keyboard.press("Alt+p");
  await page.getByRole("button", { name: "Make negative presets..." }).click();
  await look("negative-presets", "[role=dialog]");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.keyboard.press("ControlOrMeta+Shift+Enter");
  await expect(page.getByRole("table", { name: "Presets" })).toContainText("as expected");
  await look("presets");
  await page.keyboard.press("Alt+p");
}

async function goThroughScreens(page: Page, look: Look): Promise<void> {
  const history = new HistoryPage(page);
  await history.open();
  await look("history");
  await history.row("Rejected").first().click();
  await expect(history.detail).toBeVisible();
  await look("history-detail");
  await new CatalogsPage(page).open();
  await look("catalogs");
  const tenants = new TenantsPage(page);
  await tenants.add("Live", "Production", "http://127.0.0.1:9/optievent");
  await look("tenants");
  await page.getByRole("navigation", { name: "Settings" }).getByRole("button", { name: "Keys" }).click();
  await look("settings-of-keys");
  await tenants.choose("Live");
  await tenants.compose();
  const compose = new ComposePage(page);
  await compose.sendByKey();
  await expect(page.getByRole("dialog")).toContainText("Live");
  await look("guard", "[role=dialog]");
  await page.getByRole("dialog").getByRole("textbox").fill("Live");
  await page.keyboard.press("Enter");
  await expect(compose.outcome).toContainText("Failed");
  await look("failed-in-production");
}

test("nothing jumps while an event is sent", async ({ openConsole }) => {
  const { page } = await openConsole({ viewport: { width: 1100, height: 700 } });
  const compose = new ComposePage(page);
  await compose.sendAndAwait("Accepted");
  const shifts = await page.evaluateHandle(() => {
    const seen: number[] = [];
    // Also those right after a key, which count as meant elsewhere.
    const take = (entries: PerformanceEntryList) => {
      for (const entry of entries) seen.push("value" in entry ? Number(entry.value) : 0);
    };
    new PerformanceObserver((list) => take(list.getEntries())).observe({
      type: "layout-shift",
      buffered: false,
    });
    return seen;
  });
  const answer = compose.answer.getByRole("status");
  for (let count = 2; count <= 4; count += 1) {
    await compose.sendByKey();
    await expect(page.getByText(`${count} exchanges`)).toBeVisible();
    await expect(answer).toContainText("Accepted");
  }
  expect(await shifts.evaluate((seen) => seen.reduce((sum, one) => sum + one, 0))).toBeLessThan(0.02);
});
