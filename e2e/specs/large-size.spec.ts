import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../fixtures/test.ts";
import { CatalogsPage } from "../pages/catalogs-page.ts";
import { ComposePage } from "../pages/compose-page.ts";
import { HistoryPage } from "../pages/history-page.ts";
import { TenantsPage } from "../pages/tenants-page.ts";

/** How far an element sticks out of what cuts it off without a way to scroll there, in pixels. */
async function cutOf(element: Locator): Promise<number> {
  return element.evaluate((one) => {
    const { left, right } = one.getBoundingClientRect();
    for (let parent = one.parentElement; parent !== null; parent = parent.parentElement) {
      const overflow = getComputedStyle(parent).overflowX;
      if (overflow === "auto" || overflow === "scroll") return 0;
      const frame = parent.getBoundingClientRect();
      if (overflow !== "visible") return Math.max(0, right - frame.right, frame.left - left);
    }
    return 0;
  });
}

async function zoomTo200(page: Page): Promise<void> {
  for (let count = 0; count < 5; count += 1) await page.keyboard.press("ControlOrMeta+=");
  await expect(page.locator("html")).toHaveAttribute("style", /--zoom: 2/u);
}

test("at twice the size in a small window everything is there, beside each other or a scroll away", async ({
  openConsole,
}) => {
  const { page } = await openConsole({ viewport: { width: 1100, height: 700 } });
  const compose = new ComposePage(page);
  await zoomTo200(page);
  const none = compose.form.getByTitle("No findings");
  await expect(none).toBeVisible();
  expect(await cutOf(none)).toBeLessThan(2);

  // The form keeps its width, and what it has is reached by mouse.
  await compose.field("email").fill("johndoe@domain");
  const found = compose.form.getByRole("button", { name: "1 finding" });
  expect(await cutOf(found)).toBeLessThan(2);
  await found.click({ timeout: 2000 });
  await found.click({ timeout: 2000 });
  await compose.sendButton.click({ timeout: 2000 });
  await expect(compose.outcome).toContainText("Rejected");
  await expect(compose.outcome).toBeInViewport({ ratio: 1 });

  const history = new HistoryPage(page);
  await history.open();
  await history.row("Rejected").first().click();
  await expect(history.detail).toBeInViewport({ ratio: 0.99 });
  await page.keyboard.press("Escape");

  await new CatalogsPage(page).open();
  const parameters = page.getByRole("grid", { name: /^Parameters/u });
  await parameters.scrollIntoViewIfNeeded();
  expect((await parameters.boundingBox())?.height).toBeGreaterThan(100);

  const tenants = new TenantsPage(page);
  await tenants.open();
  await tenants.press("Add a tenant");
  await tenants.chooseKind("Production");
  expect(await cutOf(page.getByRole("radio", { name: "Production" }))).toBe(0);
  const about = page.getByRole("navigation", { name: "Settings" }).getByRole("button", { name: "About" });
  await about.click({ timeout: 2000 });
});
