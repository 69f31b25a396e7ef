import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "../fixtures/test.ts";
import { expectNoAccessibilityViolation } from "../pages/accessibility.ts";
import { ComposePage } from "../pages/compose-page.ts";
import { TenantsPage } from "../pages/tenants-page.ts";

test("several drafts are open as tabs: opened, moved, closed, opened again, there after a crash", async ({
  openConsole,
  workspace,
}) => {
  const first = await openConsole();
  const compose = new ComposePage(first.page);
  const { tabs } = compose;
  const tab = (name: string) => compose.tab(name);
  await compose.field("email").fill("one@domain.com");
  await compose.chooseEvent("login");
  await expect(tabs).toHaveText(["newsletter_signup", "login"]);
  // Nothing was written in it, so the next event takes its place.
  await compose.chooseEvent("deposit");
  await expect(tabs).toHaveText(["newsletter_signup", "deposit"]);
  await compose.field("amount").fill("1.50");
  await tab("newsletter_signup").click();
  await first.page.keyboard.press("Alt+n");
  await expect(tab("newsletter_signup (2)")).toHaveAttribute("aria-selected", "true");
  await compose.field("email").fill("two@domain.com");
  await expectNoAccessibilityViolation(first.page);

  await first.page.keyboard.press("Alt+PageDown");
  await expect(compose.field("amount")).toHaveValue("1.50");
  await first.page.keyboard.press("Alt+Shift+PageUp");
  await expect(tabs).toHaveText(["newsletter_signup", "deposit", "newsletter_signup (2)"]);
  await first.page.keyboard.press("Alt+w");
  await expect(tabs).toHaveText(["newsletter_signup", "newsletter_signup (2)"]);
  // Which tab is shown is saved apart from the drafts. A tab that was closed is there in no state before this one.
  const settings = () => readFile(join(workspace, "settings.json"), "utf8");
  await expect.poll(settings).toMatch(/"closed":\s*\[\s*\{/);
  await first.page.keyboard.press("Alt+Shift+w");
  await expect(compose.field("amount")).toHaveValue("1.50");
  await tab("newsletter_signup (2)").click();
  await expect(first.page.getByText("Draft saved")).toBeVisible();
  await expect.poll(settings).toMatch(/"current":\s*2\b/);

  await first.kill();
  const second = new ComposePage((await openConsole()).page);
  await expect(second.tabs).toHaveText(["newsletter_signup", "deposit", "newsletter_signup (2)"]);
  await expect(second.field("email")).toHaveValue("two@domain.com");
  await second.tab("newsletter_signup").first().click();
  await expect(second.field("email")).toHaveValue("one@domain.com");
});

test("undo goes back beyond a send and a restart", async ({ openConsole }) => {
  const first = await openConsole();
  const compose = new ComposePage(first.page);
  const count = first.page.getByRole("contentinfo", { name: "Status" }).getByText(/exchange/u);
  await expect(count).toBeVisible();
  const place = await count.boundingBox();
  await compose.field("email").fill("before@domain.com");
  await expect(first.page.getByText("Draft saved")).toBeVisible();
  expect(await count.boundingBox()).toEqual(place);
  await compose.field("first_name").fill("Jane");
  await compose.sendAndAwait("Accepted");
  // Writing on in the same field is another step: what was sent is gone back to.
  await compose.field("first_name").fill("Janet");
  await compose.field("email").fill("after@domain.com");
  await expect(first.page.getByText("Draft saved")).toBeVisible();
  await first.kill();

  const { page } = await openConsole();
  const again = new ComposePage(page);
  await expect(again.field("email")).toHaveValue("after@domain.com");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(again.field("email")).toHaveValue("before@domain.com");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(again.field("first_name")).toHaveValue("Jane");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(again.field("first_name")).toHaveValue("");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(again.field("email")).toHaveValue("johndoe@domain.com");
  await page.keyboard.press("ControlOrMeta+y");
  await expect(again.field("email")).toHaveValue("before@domain.com");
});

test("switching the tenant carries over what was written, and offers it where something was written before", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  const tenants = new TenantsPage(page);
  await tenants.add("Other shop", "Test", "http://127.0.0.1:9/optievent", "4004");
  await tenants.compose();
  const carried = compose.form.getByRole("region", { name: "Carried over" });
  await tenants.choose("Local sandbox");
  await compose.chooseEvent("deposit");
  await compose.field("amount").fill("100.00");
  await tenants.choose("Other shop");
  await expect(compose.field("amount")).toHaveValue("100.00");
  await expect(carried).toContainText("Carried over from Local sandbox, OptiEvent.");
  await expect(compose.preview).toContainText('"tenant": 4004');
  await expectNoAccessibilityViolation(page);
  await compose.field("amount").fill("7");
  await tenants.choose("Local sandbox");
  await expect(compose.field("amount")).toHaveValue("100.00");
  await carried.getByRole("button", { name: "Carry over" }).click();
  await expect(compose.field("amount")).toHaveValue("7");
  await expect(compose.preview).toContainText('"tenant": 999');
});

test("switching the API carries over what was written, and says what has no place there", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  const carried = compose.form.getByRole("region", { name: "Carried over" });
  await compose.chooseEvent("deposit");
  await compose.field("amount").fill("100.00");
  await compose.chooseApi("Realtime");
  await expect(page.getByRole("heading", { name: "deposit" })).toBeVisible();
  await expect(compose.field("amount")).toHaveValue("100.00");
  await expect(carried).toContainText("Carried over from Local sandbox, OptiEvent.");
  await expect(carried.getByRole("list")).toContainText("/timestamp");
  await expectNoAccessibilityViolation(page);
  await carried.getByRole("button", { name: "Dismiss" }).click();

  // What was written in both places is never replaced unasked.
  await compose.field("amount").fill("7");
  await compose.chooseApi("OptiEvent");
  await expect(compose.field("amount")).toHaveValue("100.00");
  await carried.getByRole("button", { name: "Carry over" }).click();
  await expect(compose.field("amount")).toHaveValue("7");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(compose.field("amount")).toHaveValue("100.00");
});

test("two windows that write one draft lose nothing of each other", async ({ openConsole }, testInfo) => {
  test.skip(testInfo.project.name !== "browser", "The desktop has one window.");
  const { page } = await openConsole();
  const one = new ComposePage(page);
  const window = await page.context().newPage();
  await window.goto(page.url());
  const two = new ComposePage(window);
  await one.field("first_name").fill("Jane");
  await expect(two.field("first_name")).toHaveValue("Jane");
  await two.field("email").fill("two@domain.com");
  await expect(one.field("email")).toHaveValue("two@domain.com");
  await one.field("first_name").fill("Janet");
  await expect(two.field("first_name")).toHaveValue("Janet");
  await expect(two.field("email")).toHaveValue("two@domain.com");
  await expect(page.getByText("Draft saved")).toBeVisible();

  // What was taken of the other window is a step of undo as any other.
  await two.field("email").press("ControlOrMeta+z");
  await expect(two.field("first_name")).toHaveValue("Jane");
  await expect(one.field("first_name")).toHaveValue("Jane");

  // Where both change the same before they hear of each other, nothing is gone and it is said.
  const { promise: isOtherSaved, resolve: goOn } = Promise.withResolvers<null>();
  await window.route("**/api/drafts.save", async (route) => {
    await isOtherSaved;
    await route.continue();
  });
  await two.field("email").fill("late@domain.com");
  const saved = page.waitForResponse("**/api/drafts.save");
  await one.field("email").fill("one@domain.com");
  await saved;
  goOn(null);
  const notice = two.form.getByRole("region", { name: "Changed in another window" });
  await expect(notice).toContainText("Undo brings that text back.");
  await expectNoAccessibilityViolation(window);
  await expect(two.field("email")).toHaveValue("late@domain.com");
  await window.getByRole("button", { name: "Undo" }).click();
  await expect(two.field("email")).toHaveValue("one@domain.com");
  await notice.getByRole("button", { name: "Dismiss" }).click();
  await expect(notice).toBeHidden();

  await window.unrouteAll();
  await expect(window.getByText("Draft saved")).toBeVisible();
  await window.reload();
  await expect(two.field("email")).toHaveValue("one@domain.com");
  await expect(two.field("first_name")).toHaveValue("Jane");
});
