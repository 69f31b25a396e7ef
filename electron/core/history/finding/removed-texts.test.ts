import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { exampleExchange } from "../../../../shared/domain/test-support/example-exchange.ts";
import { openHistory, type History } from "../history.ts";
import { openFinder, type Finder } from "./finder.ts";
import { indexPathOf } from "./index-database.ts";

const NOW = new Date("2026-11-25T12:00:00Z");
const COUNT = 600;
const SECRET = 77;
/** A text of which no two characters stand in any other exchange. */
const MESSAGE = "ąćęłńóśź";

let folder: string;
let path: string;
let history: History;
let finder: Finder;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "removed-texts-"));
  path = join(folder, "history.sqlite");
  const opened = openHistory(path);
  if (!opened.ok) throw new Error(opened.error.message);
  history = opened.value;
  for (let number = 1; number <= COUNT; number += 1) {
    const message = number === SECRET ? MESSAGE : `Message ${number}`;
    await history.append(exampleExchange({ id: `x-${number}`, message }));
  }
  history.annotations.change(["x-77"], { note: MESSAGE }, NOW);
  finder = openFinder(new DatabaseSync(path, { readOnly: true }), path);
  finder.catchUp();
});
afterEach(() => {
  finder.close();
  history.close();
  rmSync(folder, { recursive: true });
});

function improveAll(): void {
  while (finder.improve());
}

/** Pairs of characters of the message that stand in a file of the index; SQLite keeps a beginning shared by two words once. */
function tracesInFiles(): string[] {
  const bytes = ["", "-wal"]
    .map((suffix) => `${indexPathOf(path)}${suffix}`)
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file));
  const pairs = Array.from(MESSAGE.slice(1), (character, index) => `${MESSAGE[index]}${character}`);
  return pairs.filter((pair) => bytes.some((content) => content.includes(pair)));
}

describe("the text of an exchange that was removed", () => {
  it("leaves no trace in the files of the index", async () => {
    improveAll();
    expect(tracesInFiles()).not.toEqual([]);
    await history.removals.remove([SECRET], "Selection", NOW);
    finder.catchUp();
    improveAll();
    expect(tracesInFiles()).toEqual([]);
  });

  it("leaves none where the index was closed before it was rewritten", async () => {
    improveAll();
    await history.removals.remove([SECRET], "Selection", NOW);
    finder.catchUp();
    finder.close();
    finder = openFinder(new DatabaseSync(path, { readOnly: true }), path);
    finder.catchUp();
    improveAll();
    expect(tracesInFiles()).toEqual([]);
  });

  it("does not come into the index, where it was removed before it would have", async () => {
    await history.removals.remove([SECRET], "Selection", NOW);
    finder.catchUp();
    improveAll();
    expect(tracesInFiles()).toEqual([]);
  });

  it("is not remembered, nor is its note", async () => {
    const beside = () => finder.context(() => {}).beside.of(SECRET);
    expect(finder.summary(SECRET)?.message).toBe(MESSAGE);
    expect(beside()?.note).toBe(MESSAGE);
    await history.removals.remove([SECRET], "Selection", NOW);
    finder.catchUp();
    expect(finder.summary(SECRET)).toBeNull();
    expect(beside()).toBeUndefined();
  });
});
