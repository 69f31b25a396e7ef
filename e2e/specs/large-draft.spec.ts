import { expect, test } from "../fixtures/test.ts";
import { ComposePage } from "../pages/compose-page.ts";

test("a draft of 1 MB with 10,000 parameters is shown in portions, edited and sent", async ({
  openConsole,
}) => {
  const { page } = await openConsole();
  const compose = new ComposePage(page);
  const members = Array.from({ length: 10_000 }, (_, index) => `"parameter_${index}": "${"x".repeat(80)}"`);
  await compose.pasteAsDraft(
    `{"tenant":999,"event":"login","customer":"c-1","timestamp":"2026-11-23 10:00:00.000 UTC","context":{${members.join(",")}}}`,
  );
  await expect(compose.form).toContainText("more parameters are in the draft");
  await expect(compose.field("parameter_200")).toBeHidden();
  await compose.form.getByRole("button", { name: "Show the next 150" }).click();
  await compose.field("parameter_200").fill("changed");
  await compose.sendByKey();
  await expect(compose.outcome).toContainText("Rejected");
  await expect(compose.outcome).toContainText("login_method");
});
