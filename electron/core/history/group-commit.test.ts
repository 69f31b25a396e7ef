import { describe, expect, it } from "vitest";
import type { Exchange, ExchangeSummary } from "../../../shared/domain/exchange.ts";
import { summarise } from "./exchange-row.ts";
import { exampleExchange } from "../../../shared/domain/test-support/example-exchange.ts";
import { createGroupCommit } from "./group-commit.ts";

const synced = () => Promise.resolve();

function summaries(exchanges: readonly Exchange[]): ExchangeSummary[] {
  return exchanges.map((exchange, index) => summarise(exchange, index + 1));
}

describe("appending many at once", () => {
  it("makes what arrives in one turn durable with one write", async () => {
    const sizes: number[] = [];
    const commits = createGroupCommit((exchanges) => {
      sizes.push(exchanges.length);
      return summaries(exchanges);
    }, synced);
    const ids = ["a", "b", "c"];
    const answered = await Promise.all(ids.map((id) => commits.append(exampleExchange({ id }))));
    expect(answered.map(({ id }) => id)).toEqual(ids);
    expect(sizes).toEqual([3]);
  });

  it("fails the one that cannot be written and keeps the others", async () => {
    const commits = createGroupCommit((exchanges) => {
      if (exchanges.some(({ id }) => id === "bad")) throw new Error("fault");
      return summaries(exchanges);
    }, synced);
    const settled = await Promise.allSettled(
      ["a", "bad", "c"].map((id) => commits.append(exampleExchange({ id }))),
    );
    expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  });

  it("goes on after a lone one that could not be written", async () => {
    const commits = createGroupCommit((exchanges) => {
      if (exchanges.some(({ id }) => id === "bad")) throw new Error("fault");
      return summaries(exchanges);
    }, synced);
    await expect(commits.append(exampleExchange({ id: "bad" }))).rejects.toThrow("fault");
    expect((await commits.append(exampleExchange({ id: "after" }))).id).toBe("after");
    await commits.flush();
    expect((await commits.append(exampleExchange({ id: "last" }))).id).toBe("last");
  });

  it("answers nothing before the disk has it, and writes together what ends meanwhile", async () => {
    const events: string[] = [];
    let release = () => {};
    const commits = createGroupCommit(
      (exchanges) => {
        events.push(`wrote ${exchanges.map(({ id }) => id).join()}`);
        return summaries(exchanges);
      },
      () =>
        new Promise((resolve) => {
          events.push("sync");
          release = resolve;
        }),
    );
    const answer = (id: string) =>
      commits.append(exampleExchange({ id })).then(() => events.push(`answered ${id}`));
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    const first = answer("a");
    await turn();
    const others = [answer("b")];
    await turn();
    others.push(answer("c"));
    await turn();
    expect(events).toEqual(["wrote a", "sync"]);
    release();
    await first;
    expect(events.slice(2).toSorted()).toEqual(["answered a", "sync", "wrote b,c"]);
    release();
    await Promise.all(others);
    expect(events.slice(5)).toEqual(["answered b", "answered c"]);
  });

  it("fails those that the disk would not take", async () => {
    const commits = createGroupCommit(summaries, () => Promise.reject(new Error("disk")));
    await expect(commits.append(exampleExchange({ id: "a" }))).rejects.toThrow("disk");
  });

  it("writes what is still waiting when it is told to", async () => {
    const commits = createGroupCommit(summaries, synced);
    const appended = commits.append(exampleExchange({ id: "last" }));
    void commits.flush();
    expect(await appended).toMatchObject({ id: "last" });
  });
});
