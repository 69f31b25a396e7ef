import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { migrate } from "./migrate.ts";
import { migrations } from "./migrations.ts";

it("takes a new history for its own, whenever another program begins it too", () => {
  const folder = mkdtempSync(join(tmpdir(), "history-migrate-"));
  const path = join(folder, "history.sqlite");
  const [ours, theirs] = [new DatabaseSync(path), new DatabaseSync(path)];
  const prepare = ours.prepare.bind(ours);
  let looks = 0;
  // The other one begins between any two things that we look at.
  ours.prepare = (sql) => {
    looks += 1;
    if (looks === 1) return prepare(sql);
    try {
      migrate(theirs, migrations);
    } catch (error) {
      // It has to wait, which it would do for longer than we look.
      expect(String(error)).toContain("locked");
    }
    return prepare(sql);
  };
  expect(migrate(ours, migrations)).toEqual({ ok: true, value: null });
  expect(looks).toBeGreaterThan(1);
  ours.close();
  theirs.close();
  rmSync(folder, { recursive: true });
});
