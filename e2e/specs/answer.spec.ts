import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "../../scripts/lib/built-program.ts";
import { startAnsweringServer } from "../fixtures/answering-server.ts";
import { expect, test } from "../fixtures/test.ts";
import { expectNoAccessibilityViolation } from "../pages/accessibility.ts";
import { ComposePage } from "../pages/compose-page.ts";
import { TenantsPage } from "../pages/tenants-page.ts";

const LARGE = `[${'{"message":"1147206418897270","text":"hello there"},\n'.repeat(390_000)}1]`;

test("an answer is read in every form, and its exchange resent, edited, compared and copied", async ({
  openConsole,
}) => {
  const wrongClock = new Date(Date.now() + 90_000).toUTCString();
  const server = await startAnsweringServer([
    { headers: { Date: wrongClock } },
    {
      status: 502,
      headers: { "Content-Type": "text/html" },
      body: "<!doctype html><title>Bad gateway</title>",
    },
    { body: LARGE },
    { headers: { "Content-Type": "application/octet-stream" }, body: Uint8Array.of(0, 255, 1, 254) },
  ]);
  const { page } = await openConsole();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const tenants = new TenantsPage(page);
  await tenants.add("Shop", "Test", server.url);
  await tenants.choose("Shop");
  await tenants.compose();
  const compose = new ComposePage(page);
  const body = compose.answer.getByRole("textbox", { name: "Answer body" });
  await compose.chooseEvent("newsletter_signup");

  await compose.sendAndAwait("Accepted");
  await expect(compose.answer).toContainText(
    "Not as expected: accepted, though 1 error was known before sending.",
  );
  await expect(compose.answer).toContainText(/The server.s clock is \d+ seconds ahead of this computer.s/u);
  await expect(body).toContainText('"message": "1147206418897270"');
  await compose.answer.getByRole("radio", { name: "Bytes" }).click();
  await expect(body).toContainText("7b 22 73 74 61 74 75 73");
  await compose.answer.getByText("Connection", { exact: true }).first().click();
  await expect(compose.answer).toContainText("None: plain HTTP");
  await expectNoAccessibilityViolation(page);

  // The same text once more, whatever the draft has become.
  await compose.field("email").fill("other@domain.com");
  await compose.answer.getByRole("button", { name: /^Resend/u }).click();
  await expect(compose.outcome).toContainText("Unrecognised");
  expect(server.received[1]).toBe(server.received[0]);
  await expect(body).toContainText("<!doctype html>");
  await expect(compose.answer.getByRole("radio", { name: "Source" })).toBeChecked();

  // Its text comes back into the draft, and goes again by undo.
  await compose.answer.getByRole("button", { name: /^Edit/u }).click();
  await expect(compose.field("email")).toHaveValue("johndoe@domain.com");
  await page.getByRole("button", { name: /^Undo/u }).click();
  await expect(compose.field("email")).toHaveValue("other@domain.com");

  await compose.answer.getByRole("button", { name: /^Compare/u }).click();
  await expect(page.getByRole("tab", { name: "Difference" })).toHaveAttribute("aria-selected", "true");
  await expect(page.getByText(/^The bodies differ at/u)).toBeVisible();

  await compose.answer.getByRole("button", { name: "Copy as ticket" }).click();
  const ticket = await page.evaluate(() => navigator.clipboard.readText());
  expect(ticket).toContain("## Unrecognised: `newsletter_signup`");
  expect(ticket).toContain("HTTP/1.1 502");

  // Twenty megabytes are shown a part at a time.
  await compose.sendByKey();
  await expect(compose.answer).toContainText(/\d\d\.\d MB/u, { timeout: 30_000 });
  await expect(compose.answer).toContainText("far longer than any answer of the API");
  // Its beginning is there at once, the rest follows.
  await expect(body).toContainText("1147206418897270");
  await compose.answer.getByRole("radio", { name: "Raw" }).click();
  await expect(compose.answer).toContainText(/Part 1 of \d{3}/u, { timeout: 30_000 });
  await compose.answer.getByRole("button", { name: "Last" }).click();
  await expect(compose.answer).toContainText(/Part (\d{3}) of \1/u);
  await body.press("ControlOrMeta+End");
  await expect(body).toContainText("1]");

  // Finding looks through all of it, and turns to the part where it is.
  await body.press("ControlOrMeta+f");
  const find = compose.answer.getByRole("searchbox", { name: "Find in the whole body" });
  await expect(find).toBeFocused();
  await find.fill("HELLO there");
  await expect(compose.answer.getByRole("search")).toContainText("1 of 390,000");
  await expect(compose.answer).toContainText(/Part 1 of \d{3}/u);
  await expect(body.locator(".code-mark-found")).toHaveText("hello there");
  await find.press("Shift+Enter");
  await expect(compose.answer.getByRole("search")).toContainText("390,000 of 390,000");
  await expect(compose.answer).toContainText(/Part (\d{3}) of \1/u);
  await expect(body.locator(".code-mark-found")).toBeInViewport();
  await find.fill("not in there");
  await expect(compose.answer.getByRole("search")).toContainText("Not found");
  await find.press("Escape");
  await expect(find).toBeHidden();
  await expect(body).toBeFocused();
  const downloaded = page.waitForEvent("download");
  await compose.answer.getByRole("button", { name: "Save body" }).click();
  expect(readFileSync(await (await downloaded).path(), "utf8") === LARGE).toBe(true);

  // A ticket says that it has no more than the beginning.
  await compose.answer.getByRole("button", { name: "Copy as ticket" }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain("Only the beginning of the body stands here, ");

  await compose.sendByKey();
  await expect(body).toContainText("00 ff 01 fe");
  await server.close();
});

test("over TLS the chain is told in words; in a small window the body is in view, and the keyboard stays where it is", async ({
  openConsole,
}) => {
  const certificates = join(repositoryRoot, "electron/core/transport/test-support/certificates");
  const server = await startAnsweringServer([], readFileSync(join(certificates, "localhost.pem"), "utf8"));
  const { page } = await openConsole({ viewport: { width: 1100, height: 700 } });
  const tenants = new TenantsPage(page);
  await tenants.add("Shop", "Test", server.url);
  await tenants.choose("Shop");
  await tenants.compose();
  const compose = new ComposePage(page);
  await compose.chooseEvent("newsletter_signup");
  await compose.form.getByRole("textbox").first().fill("1");
  await compose.sendAndAwait("Failed");
  await expect(compose.answer).toContainText("name that authority's certificate as CA file");

  await tenants.open();
  await tenants.field("OptiEvent CA file").fill(join(certificates, "authority.pem"));
  await tenants.press("Save");
  await tenants.compose();
  await compose.sendAndAwait("Accepted");
  await compose.answer.getByText("Connection", { exact: true }).first().click();
  await expect(compose.answer).toContainText(/TLS 1\.3 with \S+; the certificate was checked\./u);
  const chain = compose.answer.getByRole("list", { name: "Chain of certificates" }).getByRole("listitem");
  await expect(chain.first()).toContainText(
    /localhost, valid until 1 January 2126, for another \d+ years, issued by OptiEvent Console test authority/u,
  );

  // Sent once more from the keyboard, over the connection that is open: its button is where it was.
  const resend = compose.answer.getByRole("button", { name: /^Resend/u });
  await resend.focus();
  await page.keyboard.press("Enter");
  const phases = compose.answer.getByRole("table", { name: "Phases of the request" });
  await expect(phases.getByRole("row", { name: "Connect Connection used again none" })).toBeVisible();
  await expect(resend).toBeFocused();
  const body = compose.answer.getByRole("textbox", { name: "Answer body" });
  await expect(body.getByText("1147206418897270")).toBeInViewport({ ratio: 1 });
  await server.close();
});

test("remarks hide nothing: the body of a first answer over TLS begins in view in a small window", async ({
  openConsole,
}) => {
  const certificates = join(repositoryRoot, "electron/core/transport/test-support/certificates");
  const wrongClock = { headers: { Date: new Date(Date.now() + 90_000).toUTCString() } };
  const pem = readFileSync(join(certificates, "expired.pem"), "utf8");
  const server = await startAnsweringServer([wrongClock], pem);
  const { page } = await openConsole({ viewport: { width: 1100, height: 700 } });
  const tenants = new TenantsPage(page);
  await tenants.add("Shop", "Test", server.url);
  await page.getByRole("checkbox", { name: "Check the server's certificate" }).click();
  await tenants.press("Save");
  await tenants.choose("Shop");
  await tenants.compose();
  const compose = new ComposePage(page);
  await compose.chooseEvent("newsletter_signup");
  await compose.field("email").fill("johndoe@domain");
  await compose.sendAndAwait("Accepted");
  await expect(compose.answer.getByText(/^Not as expected/u)).toBeInViewport({ ratio: 1 });
  const body = compose.answer.getByRole("textbox", { name: "Answer body" });
  await expect(body.locator(".cm-line").first()).toBeInViewport({ ratio: 1 });

  // All that is remarked is a key away.
  const clock = compose.answer.getByText(/^The server.s clock is/u);
  await expect(clock).toBeHidden();
  await compose.answer.locator("summary", { hasText: "3 remarks" }).press("Enter");
  await expect(clock).toBeVisible();
  await expect(compose.answer.getByText(/^The certificate of expired expired/u)).toBeVisible();
  await server.close();
});

test("a failure says what to do next", async ({ openConsole }) => {
  const { page } = await openConsole();
  const tenants = new TenantsPage(page);
  await tenants.add("Gone", "Test", "http://127.0.0.1:9/optievent");
  await tenants.choose("Gone");
  await tenants.compose();
  const compose = new ComposePage(page);
  await compose.chooseEvent("newsletter_signup");
  await compose.sendAndAwait("Failed");
  await expect(compose.outcome).toContainText("refused the connection");
  await expect(compose.answer).toContainText("Check the port in the endpoint");
});
