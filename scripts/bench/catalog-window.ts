import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright";
import { catalogText } from "../../shared/catalog/catalog-text.ts";
import { withFolder } from "./folder.ts";
import { largeCatalog } from "./large-catalog.ts";
import { percentile } from "./measure.ts";
import type { Benchmark, Measurement } from "./measurement.ts";
import { withWindow, type Cost, type MeasuredWindow } from "./open-window.ts";

const OPENED = 30;
/** As many as are in view, so that none is scrolled to. */
const FORMS = 22;

/** What a person does with a large catalog in the real window. */
export const catalogWindow: Benchmark = {
  name: "window with a catalog of 2,000 events x 50 parameters",
  run: () =>
    withFolder(async (folder) => {
      const file = join(folder, "large.catalog.json");
      await writeFile(file, catalogText(largeCatalog()));
      return withWindow(join(folder, "workspace"), async (window) => [
        ...(await importFile(window, file)),
        ...(await searchEvents(window)),
        ...(await openEvents(window)),
        ...(await openForms(window)),
      ]);
    }),
};

async function importFile({ page, costOf }: MeasuredWindow, file: string): Promise<Measurement[]> {
  await page.keyboard.press("ControlOrMeta+2");
  const dialog = page.getByRole("dialog");
  await page
    .getByRole("toolbar", { name: "Catalog", exact: true })
    .getByRole("button", { name: "Import" })
    .click();
  const choice = dialog.locator("input[type=file]");
  await choice.waitFor({ state: "attached" });
  const read = await costOf(
    () => choice.setInputFiles(file),
    "document.querySelector('[role=dialog]')?.textContent.includes('2,000 events')",
  );
  await dialog.getByRole("checkbox", { name: "Make a new catalog of it" }).check();
  const make = dialog.getByRole("button", { name: "Make catalog" });
  const made = await costOf(
    () => make.click(),
    "document.querySelector('[role=dialog]') === null && document.querySelectorAll('[role=option]').length > 10",
  );
  // The first check of what is wrong in it, beside the window.
  await page
    .getByRole("tab", { name: /^Findings/u })
    .getByText(/\d/u)
    .waitFor();
  await useForTheTenant(page);
  return [reported("import: file to preview", read), reported("import: preview to the list of events", made)];
}

/** Compose shows the catalog of the tenant. */
async function useForTheTenant(page: Page): Promise<void> {
  await page.getByRole("button", { name: "More for the catalog" }).click();
  await page.getByRole("menuitem", { name: /tenants/iu }).click();
  await page.getByRole("dialog").getByRole("checkbox").first().click();
  await page.keyboard.press("Escape");
}

async function searchEvents({ page, costOf }: MeasuredWindow): Promise<Measurement[]> {
  const costs: Cost[] = [];
  const field = page.getByRole("searchbox", { name: "Find an event" });
  for (const query of ["event_1999", "own_17_30", "shared_4"]) {
    await field.fill("");
    for (const key of query) costs.push(await costOf(() => page.keyboard.press(key), "true"));
  }
  await field.fill("");
  return measurements("search keystroke", costs, 16);
}

async function openEvents({ page, costOf }: MeasuredWindow): Promise<Measurement[]> {
  const costs: Cost[] = [];
  await page.getByRole("option", { name: /^event_1\b/u }).click();
  for (let round = 2; round < OPENED; round += 1) {
    const shown = `document.querySelector('[role=grid]')?.getAttribute('aria-label') === 'Parameters of event_${round}'`;
    costs.push(await costOf(() => page.keyboard.press("ArrowDown"), shown));
  }
  return measurements("open an event in Catalogs", costs, 50);
}

async function openForms({ page, costOf }: MeasuredWindow): Promise<Measurement[]> {
  await page.keyboard.press("ControlOrMeta+1");
  await page.getByRole("option", { name: /^event_1\b/u }).click();
  const open = async (round: number, part: string): Promise<Cost> => {
    const option = page.getByRole("option", { name: new RegExp(`^event_${round}\\b`, "u") });
    const box = await option.boundingBox();
    if (box === null) throw new Error(`event_${round} is not in view.`);
    const shown = `[...document.querySelectorAll('h2')].some((heading) => heading.textContent === 'event_${round}')`;
    return costOf(() => page.mouse.click(box.x + 40, box.y + 10), `${shown} && ${part}`);
  };
  const [costs, whole]: [Cost[], Cost[]] = [[], []];
  for (let round = 2; round < FORMS; round += 1) costs.push(await open(round, "true"));
  // The parameters below those in view are drawn after these have been seen.
  for (let round = 2; round < FORMS; round += 1) {
    const last = `document.querySelector('[data-field$="own_${round}_49"]') !== null`;
    whole.push(await open(round, last));
  }
  const wholePainted = whole.map(({ painted }) => painted);
  return [
    ...measurements("open an event's form in Compose", costs, 50),
    reportedValue(
      "open an event's form, to the last of its parameters, median",
      percentile(wholePainted, 0.5),
    ),
  ];
}

function measurements(name: string, costs: readonly Cost[], atMost: number): Measurement[] {
  const [work, painted] = [costs.map((cost) => cost.work), costs.map((cost) => cost.painted)];
  const p95 = percentile(work, 0.95);
  return [
    { ...reportedValue(`${name}, main thread, median`, percentile(work, 0.5)) },
    {
      name: nameOf(`${name}, main thread, p95`),
      value: p95,
      unit: "ms",
      target: `at most ${atMost} ms`,
      met: p95 <= atMost,
    },
    reportedValue(`${name}, until painted, median`, percentile(painted, 0.5)),
  ];
}

function reported(name: string, { painted }: Cost): Measurement {
  return reportedValue(name, painted);
}

function reportedValue(name: string, value: number): Measurement {
  return { name: nameOf(name), value, unit: "ms", target: "reported, no target", met: true };
}

function nameOf(name: string): string {
  return `window, catalog of 2,000 x 50: ${name}`;
}
