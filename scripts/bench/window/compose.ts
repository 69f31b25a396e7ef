import type { Page } from "playwright";
import { BENCH_TENANT } from "./seed-workspace.ts";

export async function chooseTenant(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Tenant[ :]/u }).click();
  await page.getByRole("menuitemradio", { name: BENCH_TENANT }).click();
}

/** Opens an event of the tenant's catalog in Compose. */
export async function openEvent(page: Page, key: string): Promise<void> {
  await page.getByRole("searchbox", { name: "Find an event" }).fill(key);
  await page.getByRole("listbox", { name: "Events" }).getByRole("option", { name: key }).first().click();
  await page.getByRole("heading", { name: key }).waitFor();
}
