import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/**
 * Fails with the rule, its help and the elements for everything axe finds on the page as it is now, or in the part that a
 * selector finds.
 */
export async function expectNoAccessibilityViolation(
  page: Page,
  within: string | null = null,
): Promise<void> {
  const builder = new AxeBuilder({ page });
  const { violations } = await (within === null ? builder : builder.include(within)).analyze();
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => node.html).join("\n")}`,
  );
  expect(found).toEqual([]);
}
