import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Exchange } from "../../../shared/domain/exchange.ts";
import { exampleExchange } from "../../../shared/domain/test-support/example-exchange.ts";
import { seededRandom } from "../../../shared/random/seeded-random.ts";
import { createNotices } from "../notices.ts";
import { damageMark } from "./damage-mark.ts";
import { openHistory, type History } from "./history.ts";
import { openOrKeepAside } from "./open-or-keep-aside.ts";
import { salvageReport } from "./salvage-report.ts";
import { salvageHistory } from "./salvage.ts";
import { verifyChain } from "./verify.ts";

const COUNT = 400;
const PAGE = 4096;
const now = new Date("2026-11-23T09:15:00.000Z");
let folder: string;
let path: string;
const recorded = new Map<string, Exchange>();

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "salvage-"));
  path = join(folder, "history.sqlite");
  const history = valueOf(openHistory(path));
  recorded.clear();
  for (let index = 1; index <= COUNT; index += 1) {
    const exchange = exampleExchange({ id: `x-${index}`, message: `Message ${index} `.repeat(20) });
    recorded.set(exchange.id, exchange);
  }
  await Promise.all([...recorded.values()].map((exchange) => history.append(exchange)));
  history.annotations.change(["x-7"], { note: "Kept" }, now);
  await history.removals.remove([11, 12], "Test", now);
  await history.append(exampleExchange({ id: "last" }));
  recorded.set("last", exampleExchange({ id: "last" }));
  history.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

function valueOf<Value>(
  result: { ok: true; value: Value } | { ok: false; error: { message: string } },
): Value {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** Writes over a part of the file. */
function overwrite(offset: number, bytes: Uint8Array): void {
  const file = openSync(path, "r+");
  writeSync(file, bytes, 0, bytes.length, offset);
  closeSync(file);
}

function expectSaved(history: History): number {
  const saved = [...history.iterate(null)];
  for (const exchange of saved) expect(exchange).toEqual(recorded.get(exchange.id));
  return saved.length;
}

function verify() {
  const database = new DatabaseSync(path, { readOnly: true });
  const verified = verifyChain(database);
  database.close();
  return verified;
}

/** Marked, as when the damage was met while the console ran. */
function reopen(): { history: History; message: string } {
  writeFileSync(damageMark(path), "");
  const notices = createNotices(() => {});
  const history = valueOf(openOrKeepAside(path, notices, { now: () => now }));
  return { history, message: notices.list()[0]?.message ?? "" };
}

/** Those that a report says are lost. */
function numbersIn(report: string): number[] {
  return [...report.matchAll(/^ {2}numbers? (\d+)(?: to (\d+))?/gm)].flatMap(([, from = "", until = from]) =>
    Array.from({ length: Number(until) - Number(from) + 1 }, (_, index) => Number(from) + index),
  );
}

/** Those whose loss the new history has on record. */
function lostNumbers(): number[] {
  const database = new DatabaseSync(path, { readOnly: true });
  const rows = database
    .prepare(
      "SELECT removed.sequence FROM removed JOIN removal ON removal = removal.sequence WHERE reason LIKE 'Lost%' ORDER BY 1",
    )
    .all();
  database.close();
  return rows.map((row) => Number(row["sequence"]));
}

describe("a damaged history", () => {
  it("is saved whole where nothing is lost, removals and notes included", () => {
    const target = join(folder, "new.sqlite");
    expect(salvageHistory(path, target, now)).toEqual({ saved: COUNT - 1, unchecked: 0, lost: 0, spans: [] });
    const history = valueOf(openHistory(target));
    expect(expectSaved(history)).toBe(COUNT - 1);
    expect(history.annotations.get("x-7")).toMatchObject({ value: { note: "Kept" } });
    history.close();
    path = target;
    expect(verify()).toMatchObject({ state: "intact", removed: 3 });
  });

  const pages = [20, 70];
  const damages: Record<string, (page: number) => void> = {
    "with a page of zeros": (page) => overwrite(page * PAGE, new Uint8Array(PAGE)),
    "with a page of noise": (page) => {
      const random = seededRandom(page);
      overwrite(
        page * PAGE,
        Uint8Array.from({ length: PAGE }, () => Math.floor(random() * 256)),
      );
    },
    "that was cut off": (page) => truncateSync(path, Math.floor((statSync(path).size * page) / 100)),
  };
  it.each(
    Object.entries(damages).flatMap(([what, damage]) => pages.map((page) => [what, page, damage] as const)),
  )(
    "%s (%i) is kept aside, what can be read is saved, and what is lost is on record",
    (_what, page, damage) => {
      damage(page);
      const before = readFileSync(path);
      const { history, message } = reopen();
      const saved = expectSaved(history);
      history.close();
      const aside = readdirSync(folder).find(
        (name) => name.includes(".unreadable-") && name.endsWith(".sqlite"),
      );
      expect(readFileSync(join(folder, aside ?? "")).equals(before)).toBe(true);
      expect(message).toContain(aside);
      const verified = verify();
      expect(verified).toMatchObject({ state: "intact", checked: saved });
      if (saved > 0) {
        expect(message).toContain(`${saved} exchanges were saved`);
        expect(verified.removals.map(({ reason }) => reason).join()).toContain("Lost: the file was damaged");
        expect(message).toContain(`${aside}.report.txt`);
        const report = readFileSync(join(folder, `${aside}.report.txt`), "utf8");
        expect(numbersIn(report)).toEqual(lostNumbers());
      }
    },
  );

  it("lets no exchange through whose text was changed", () => {
    const bytes = readFileSync(path);
    const place = bytes.lastIndexOf("Message 200 Message 200");
    overwrite(place + 8, Buffer.from("999"));
    const { saved, lost, spans } = salvageHistory(path, join(folder, "new.sqlite"), now);
    expect({ saved, lost }).toEqual({ saved: COUNT - 2, lost: 1 });
    expect(spans).toHaveLength(1);
    const report = salvageReport({ saved, lost, spans, unchecked: 0 }, "a part of it is damaged", path, now);
    expect(report).toMatch(/number \d+, after the one sent 20\S+Z, before the one sent 20\S+Z$/m);
  });

  it("is found when it was not closed, without a mark", () => {
    overwrite(45 * PAGE, new Uint8Array(PAGE));
    writeFileSync(`${path}-wal`, "left over");
    const notices = createNotices(() => {});
    const history = valueOf(openOrKeepAside(path, notices, { now: () => now }));
    expect(notices.list()).toHaveLength(1);
    expect(expectSaved(history)).toBeGreaterThan(COUNT / 2);
    history.close();
  });

  it("is no matter where the mark was wrong", () => {
    const { history, message } = reopen();
    expect(message).toBe("");
    expect(expectSaved(history)).toBe(COUNT - 1);
    history.close();
  });
});
