import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CallInput, CallName, CallOutput, EventPayload } from "../../../shared/contract/calls.ts";
import { exampleExchange } from "../../../shared/domain/test-support/example-exchange.ts";
import type { Result } from "../../../shared/result/result.ts";
import { createConsole, type Console } from "../console.ts";
import { createConfStores } from "../workspace/conf-store.ts";

let folder: string;
let running: Console;
const heard: EventPayload<"history.changed">[] = [];
const progress: EventPayload<"history.progress">[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "history-handlers-"));
  const started = await createConsole({
    workspacePath: folder,
    host: "cli",
    openStore: createConfStores(folder),
    saveFile: () => Promise.resolve({ kind: "cancelled" }),
    startGateway: () => Promise.resolve({ url: "http://127.0.0.1:1", close: () => Promise.resolve() }),
    clock: { now: () => new Date("2026-11-23T12:00:00.000Z") },
    random: Math.random,
    appVersion: "1",
  });
  if (!started.ok) throw new Error(started.error.message);
  running = started.value;
  for (let index = 1; index <= 6; index += 1) {
    const outcome = index % 2 === 0 ? "rejected" : "accepted";
    const sentAt = `2026-11-${10 + index}T09:00:00.000Z`;
    await running.history.append(
      exampleExchange({ id: `x-${index}`, outcome, sentAt, event: `event-${index}` }),
    );
  }
  heard.length = 0;
  progress.length = 0;
  running.events.on((name, payload) => {
    // Which payload belongs to which name is lost in a listener of all of them.
    if (name === "history.changed") heard.push(payload as EventPayload<"history.changed">);
    if (name === "history.progress") progress.push(payload as EventPayload<"history.progress">);
  });
});
afterEach(async () => {
  await running.close();
  rmSync(folder, { recursive: true });
});

async function ask<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
): Promise<Result<CallOutput<Name>>> {
  return (await running.dispatch(name, input)) as Result<CallOutput<Name>>;
}
async function call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
  const answer = await ask(name, input);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}
const rejected = { text: "outcome:rejected" };
const idsOf = async (text: string) =>
  (await call("history.page", { query: { text }, limit: 100 })).rows.map(({ id }) => id);

describe("the calls of history", () => {
  it("find, count and summarise what a query says", async () => {
    expect(await idsOf("outcome:rejected before:2026-11-16")).toEqual(["x-4", "x-2"]);
    expect(await call("history.count", { query: rejected })).toEqual({ count: 3, isExact: true });
    const [facet] = await call("history.facets", { query: {}, facets: ["outcome"] });
    expect(facet?.values.map(({ value, count }) => [value, count])).toEqual([
      ["accepted", 3],
      ["rejected", 3],
    ]);
    expect(await call("history.series", { query: {} })).toMatchObject({ count: 6, latency: { p50: 3.1 } });
    expect(await call("history.status", {})).toMatchObject({ count: 6, newest: 6 });
  });

  it("refuse a query that is none, and drop a question that a newer one replaces", async () => {
    expect(await ask("history.page", { query: { text: "outcome:x" }, limit: 1 })).toMatchObject({
      error: { code: "history.query-invalid" },
    });
    const lane = "list";
    const answers = await Promise.all(
      ["a", "ab", "abc"].map((text) => ask("history.count", { query: { text }, exact: true, lane })),
    );
    expect(answers.at(-1)?.ok).toBe(true);
    const codes = answers.slice(0, 2).map((answer) => (answer.ok ? "answered" : answer.error.code));
    expect(codes.at(-1)).toBe("history.superseded");
  });

  it("annotate and tell whose notes changed", async () => {
    await call("history.annotate", { ids: ["x-2", "x-3"], addTags: ["ticket-9"], pinned: true });
    expect(heard).toMatchObject([{ annotated: ["x-2", "x-3"], removed: 0 }]);
    expect(await idsOf("tag:ticket-9 outcome:rejected")).toEqual(["x-2"]);
    expect(await call("history.annotation", { id: "x-2" })).toMatchObject({ pinned: true, note: "" });
    const page = await call("history.page", { query: { text: "pinned:yes" }, limit: 1 });
    expect(page.rows[0]).toMatchObject({ id: "x-3", pinned: true, tags: ["ticket-9"], hasNote: false });
  });

  it("annotate everything that a query finds, and what was there when it was asked", async () => {
    const selection = { kind: "query", query: rejected, upTo: 4 } as const;
    const change = { pinned: true, addTags: ["ticket-9"] };
    expect(await call("history.annotateAll", { selection, ...change, taskId: "t" })).toEqual({ changed: 2 });
    expect(await idsOf("pinned:yes tag:ticket-9")).toEqual(["x-4", "x-2"]);
    expect(heard.at(-1)).toMatchObject({ annotated: null });
    await call("history.annotateAll", { selection, pinned: false, removeTags: ["ticket-9"] });
    expect(await idsOf("pinned:yes")).toEqual([]);
  });

  it("remove what was shown, if it is still as much, and never what is pinned", async () => {
    await call("history.annotate", { ids: ["x-2"], pinned: true });
    const selection = { kind: "query", query: rejected } as const;
    expect(await call("history.previewRemoval", { selection })).toEqual({
      count: 2,
      pinnedKept: 1,
      oldest: "2026-11-14T09:00:00.000Z",
      newest: "2026-11-16T09:00:00.000Z",
    });
    expect(await ask("history.remove", { selection, count: 3 })).toMatchObject({
      error: { code: "history.count-differs", details: { count: 2 } },
    });
    expect(await call("history.remove", { selection, count: 2, reason: "Tidying up" })).toEqual({
      removed: 2,
    });
    expect(await idsOf("")).toEqual(["x-5", "x-3", "x-2", "x-1"]);
    expect(heard.at(-1)).toMatchObject({ removed: 2 });
    const ids = ["x-2", "x-2", "none"];
    expect(
      await call("history.remove", { selection: { kind: "ids", ids }, count: 1, withPinned: true }),
    ).toEqual({
      removed: 1,
    });
  });

  it.each([
    [{ maximumAgeDays: 10 }, ["x-6", "x-5", "x-4"]],
    [{ maximumCount: 2 }, ["x-6", "x-5"]],
    [{ maximumCount: 2, maximumAgeDays: 1 }, []],
    [{ maximumBytes: 1_000_000 }, ["x-6", "x-5", "x-4", "x-3", "x-2", "x-1"]],
  ])("keep what a retention of %o has room for, when it is applied", async (retention, kept) => {
    await call("history.setRetention", retention);
    expect(await idsOf("")).toHaveLength(6);
    const { count } = await call("history.previewRetention", await call("history.retention", {}));
    expect(count).toBe(6 - kept.length);
    if (count > 0) await call("history.applyRetention", { count });
    expect(await idsOf("")).toEqual(kept);
  });

  it("verify the chain beside everything else, and say how far they are", async () => {
    await call("history.remove", { selection: { kind: "ids", ids: ["x-1"] }, count: 1, reason: "Test" });
    const verified = await call("history.verify", { taskId: "t" });
    expect(verified).toMatchObject({
      state: "intact",
      checked: 5,
      removed: 1,
      removals: [{ reason: "Test" }],
    });
    expect(progress).toEqual([{ taskId: "t", done: 7, total: 7 }]);
    expect(await call("history.stop", { taskId: "t" })).toEqual({ wasRunning: false });
  });

  it("keep queries with names", async () => {
    await call("history.saveView", { id: "b", name: "Refused", text: "outcome:rejected" });
    await call("history.saveView", { id: "a", name: "All", text: "" });
    await call("history.saveView", { id: "b", name: "Refused today", text: "outcome:rejected on:today" });
    expect((await call("history.views", {})).map(({ name }) => name)).toEqual(["All", "Refused today"]);
    await call("history.removeView", { id: "a" });
    expect(await call("history.views", {})).toHaveLength(1);
    expect(heard.filter(({ views }) => views)).toHaveLength(4);
  });
});
