import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "../fixtures/test.ts";
import { ComposePage } from "../pages/compose-page.ts";

for (const [file, content] of [
  ["settings.json", "{"],
  ["tenants.json", '{"version": 1, "tenants": 7}'],
  ["history.sqlite", "this is no database at all, whatever its name says"],
] as const) {
  test(`a damaged ${file} is kept aside, named, and the console still does its job`, async ({
    openConsole,
    workspace,
  }) => {
    await writeFile(join(workspace, file), content);
    const { page } = await openConsole();
    const stem = file.replace(/\.[a-z]+$/u, "");
    const notice = page.getByRole("alert").or(page.getByRole("status"));
    await expect(notice.filter({ hasText: `${stem}.unreadable-` })).toBeVisible();

    const kept = (await readdir(workspace)).filter((name) => name.includes("unreadable"));
    const contents = await Promise.all(kept.map((name) => readFile(join(workspace, name), "utf8")));
    expect(contents).toContain(content);

    const compose = new ComposePage(page);
    await compose.sendByKey();
    await expect(compose.outcome).toContainText("Accepted");
  });
}
