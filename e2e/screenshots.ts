import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright";
import { findChromium } from "../scripts/lib/chromium.ts";
import { runTool } from "../scripts/lib/run-tool.ts";
import { openInBrowser } from "./hosts/browser-console.ts";
import { repositoryRoot } from "../scripts/lib/built-program.ts";
import { ComposePage } from "./pages/compose-page.ts";
import { HistoryPage } from "./pages/history-page.ts";

// The pictures of the README, taken from the real program on a new workspace: `npm run screenshots`.

const folder = join(repositoryRoot, "docs", "screenshots");
const viewport = { width: 1440, height: 900 };

type Shoot = (name: string) => Promise<void>;

async function take(browser: Browser, colorScheme: "light" | "dark"): Promise<void> {
  const workspace = await mkdtemp(join(tmpdir(), "optievent-screenshots-"));
  const running = await openInBrowser(browser, { workspace, colorScheme, viewport });
  try {
    await running.page.locator("[data-app-state=ready]").waitFor();
    await doTheJob(running.page, async (name) => {
      await running.page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`) });
    });
  } finally {
    await running.close();
    await rm(workspace, { recursive: true, force: true });
  }
}

/** Some events right and some wrong, so that every outcome has something to show. */
async function doTheJob(page: Page, shoot: Shoot): Promise<void> {
  const compose = new ComposePage(page);
  for (const event of ["deposit", "add_to_cart", "login", "newsletter_signup"]) {
    await compose.chooseEvent(event);
    await compose.sendAndAwait("Accepted");
  }
  await compose.field("order_total").fill("149.90");
  await compose.field("email").fill("johndoe@domain");
  await compose.sendAndAwait("Rejected");
  await shoot("compose");
  const history = new HistoryPage(page);
  await history.open();
  await history.row("Rejected").first().click();
  await history.detail.waitFor();
  await shoot("history");
}

const built = await runTool("vite", "vite", ["build", "--app", "--logLevel", "warn"]);
if (built !== 0) process.exit(built);
await mkdir(folder, { recursive: true });
const browser = await chromium.launch({ ...(await findChromium()) });
await take(browser, "light");
await take(browser, "dark");
await browser.close();
