import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { exampleExchange } from "../../shared/domain/test-support/example-exchange.ts";
import { openHistory } from "./history/history.ts";
import { createNotices } from "./notices.ts";
import { fillUp, mountSmall, NO_SMALL_FILE_SYSTEM } from "./test-support/small-file-system.ts";
import { temporaryFolder } from "./vault/test-support/test-vault.ts";
import { createConfStores } from "./workspace/conf-store.ts";
import { openWorkspace } from "./workspace/workspace.ts";

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

describe("a full disk", () => {
  it("leaves the stored files as they were, says why, and is over once there is room", (context) => {
    const place = mountSmall(folder, 512);
    context.skip(place === null, NO_SMALL_FILE_SYSTEM);
    if (place === null) return;
    const notices = createNotices(() => undefined);
    const clock = { now: () => new Date("2026-11-23T09:15:00.000Z") };
    const opened = openWorkspace({ path: place, openStore: createConfStores(place), notices, clock });
    if (!opened.ok) throw new Error(opened.error.message);
    const { settings } = opened.value;
    settings.update({ theme: "dark" });
    const before = readFileSync(join(place, "settings.json"), "utf8");
    const makeRoom = fillUp(place);
    const refused = settings.update({ theme: "light" });
    expect(refused).toMatchObject({ ok: false, error: { code: "workspace.not-saved" } });
    expect(refused.ok ? "" : refused.error.message).toContain("the disk is full");
    expect(settings.get().theme).toBe("dark");
    expect(readFileSync(join(place, "settings.json"), "utf8")).toBe(before);
    makeRoom();
    expect(settings.update({ theme: "light" }).ok).toBe(true);
    expect(readdirSync(place).filter((name) => name.includes("tmp"))).toEqual([]);
  });

  it("keeps every exchange that was recorded, refuses the next one, and is over once there is room", async (context) => {
    const place = mountSmall(folder, 3072);
    context.skip(place === null, NO_SMALL_FILE_SYSTEM);
    if (place === null) return;
    const path = join(place, "history.sqlite");
    const history = openHistory(path);
    if (!history.ok) throw new Error(history.error.message);
    const record = (id: string) => history.value.append({ ...exampleExchange(), id });
    await record("first");
    const makeRoom = fillUp(place);
    const refused: string[] = [];
    // What has room in pages that the database already has is recorded yet.
    for (let count = 0; refused.length === 0 && count < 2000; count += 1) {
      await record(`next-${count}`).catch((error: unknown) => refused.push(String(error)));
    }
    expect(refused).toHaveLength(1);
    makeRoom();
    await record("after");
    const ids = [...history.value.iterate(null)].map(({ id }) => id);
    expect(ids).toContain("first");
    expect(ids).toContain("after");
    expect(new Set(ids).size).toBe(ids.length);
    history.value.close();
  });
});
