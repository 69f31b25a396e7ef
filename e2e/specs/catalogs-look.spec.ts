import { expect, test } from "../fixtures/test.ts";
import { CatalogsPage } from "../pages/catalogs-page.ts";

test("the four views of the side panel fit beside each other, and columns out of view are hinted at", async ({
  openConsole,
}) => {
  const { page } = await openConsole({ viewport: { width: 1440, height: 900 } });
  const catalogs = new CatalogsPage(page);
  await catalogs.open();
  await catalogs.openEvent("login");
  const views = page.getByRole("tablist", { name: "About the catalog" });
  await expect(views.getByRole("tab")).toHaveCount(4);
  expect(await views.evaluate((list) => list.scrollWidth - list.clientWidth)).toBeLessThanOrEqual(0);
  await expect(page.getByRole("button", { name: "About the catalog: all views" })).toBeHidden();

  const fade = () =>
    catalogs.table.evaluate((grid) => {
      const frame = grid.parentElement;
      return frame === null ? "" : getComputedStyle(frame, "::after").backgroundImage;
    });
  await expect.poll(fade).toContain("gradient");
  await catalogs.table.evaluate((grid) => grid.scrollTo({ left: grid.scrollWidth }));
  await expect.poll(fade).toBe("none");
});
