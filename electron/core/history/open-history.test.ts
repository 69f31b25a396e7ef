import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createNotices } from "../notices.ts";
import { exampleExchange } from "../../../shared/domain/test-support/example-exchange.ts";
import { openHistory } from "./history.ts";
import { migrations } from "./migrations.ts";
import { openOrKeepAside } from "./open-or-keep-aside.ts";

let folder: string;
let path: string;
const clock = { now: () => new Date("2026-11-23T09:15:00.000Z") };
const asideName = "history.unreadable-20261123T091500Z.sqlite";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "open-history-"));
  path = join(folder, "history.sqlite");
});
afterEach(() => rmSync(folder, { recursive: true }));

async function makeHistory(): Promise<void> {
  const opened = openHistory(path);
  if (!opened.ok) throw new Error(opened.error.message);
  for (let index = 0; index < 40; index += 1)
    await opened.value.append(exampleExchange({ id: `row-${index}` }));
  opened.value.close();
}

const oneMore = [...migrations, { name: "a later step", sql: "CREATE TABLE later (a TEXT) STRICT" }];
const edited = migrations.map(({ name, sql }) => ({ name, sql: `${sql} ` }));

const unusable: Record<string, { code: string; make: () => void | Promise<void> }> = {
  "is no database": {
    code: "history.not-a-database",
    make: () => writeFileSync(path, "This was a text file all along.".repeat(40)),
  },
  "was cut off": {
    code: "history.not-a-database",
    make: async () => {
      await makeHistory();
      truncateSync(path, 5000);
    },
  },
  "belongs to another program": {
    code: "history.foreign",
    make: () => {
      const other = new DatabaseSync(path);
      other.exec("CREATE TABLE bookmarks (url TEXT)");
      other.close();
    },
  },
  "comes from a newer version": {
    code: "history.newer-version",
    make: () => {
      const newer = openHistory(path, oneMore);
      if (newer.ok) newer.value.close();
    },
  },
  "was made by a step that has been edited since": {
    code: "history.migration-changed",
    make: () => {
      const other = openHistory(path, edited);
      if (other.ok) other.value.close();
    },
  },
};

describe.each(Object.entries(unusable))("a history that %s", (_what, { code, make }) => {
  it("is refused with a reason and left as it is", async () => {
    await make();
    const before = readFileSync(path);
    expect(openHistory(path)).toMatchObject({ ok: false, error: { code } });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it("is kept aside for the console, which starts a new one and says so", async () => {
    await make();
    const before = readFileSync(path);
    const notices = createNotices(() => {});
    const opened = openOrKeepAside(path, notices, clock);
    if (!opened.ok) throw new Error(opened.error.message);
    expect(opened.value.count()).toBe(0);
    opened.value.close();
    expect(readFileSync(join(folder, asideName)).equals(before)).toBe(true);
    expect(notices.list()).toHaveLength(1);
    expect(notices.list()[0]?.message).toContain(asideName);
  });
});

describe("opening", () => {
  it("brings an older history up to the newest schema and keeps its rows", async () => {
    await makeHistory();
    const newer = openHistory(path, oneMore);
    if (!newer.ok) throw new Error(newer.error.message);
    expect(newer.value.count()).toBe(40);
    newer.value.close();
  });

  it("fails in words where the file cannot be made, and moves nothing", () => {
    const nowhere = join(folder, "missing", "history.sqlite");
    const opened = openOrKeepAside(
      nowhere,
      createNotices(() => {}),
      clock,
    );
    expect(opened).toMatchObject({ ok: false, error: { code: "history.cannot-open" } });
    expect(readdirSync(folder)).toEqual([]);
  });
});
