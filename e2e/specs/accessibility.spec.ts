import { expect, test } from "../fixtures/test.ts";
import { expectNoAccessibilityViolation } from "../pages/accessibility.ts";
import { ComposePage } from "../pages/compose-page.ts";
import { HistoryPage } from "../pages/history-page.ts";

for (const colorScheme of ["light", "dark"] as const) {
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 1100, height: 700 },
  ]) {
    test(`every screen is clean for assistive technology, ${colorScheme}, ${viewport.width} wide`, async ({
      openConsole,
    }, testInfo) => {
      const { page } = await openConsole({ colorScheme, viewport });
      const compose = new ComposePage(page);
      const look = async (name: string) => {
        await expectNoAccessibilityViolation(page);
        await page.screenshot({ path: testInfo.outputPath(`${name}.png`) });
      };
      await look("first-start");
      await compose.sendByKey();
      await expect(compose.outcome).toContainText("Accepted");
      await look("accepted");
      await compose.field("email").fill("johndoe@domain");
      await compose.sendByKey();
      await expect(compose.outcome).toContainText("Rejected");
      await look("rejected");
      const history = new HistoryPage(page);
      await history.open();
      await look("history");
      await history.row("Rejected").click();
      await expect(history.detail).toBeVisible();
      await look("history-detail");
      await page
        .getByRole("navigation", { name: "Screens" })
        .getByRole("button", { name: "Settings" })
        .click();
      await look("settings");
      expect(await page.evaluate(() => document.documentElement.scrollHeight <= window.innerHeight)).toBe(
        true,
      );
    });
  }
}
