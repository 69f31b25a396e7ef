import { describe, expect, it } from "vitest";
import type { Exchange, ExchangeSummary } from "../../../shared/domain/exchange.ts";
import { toRow, toSummary } from "./exchange-row.ts";
import { exampleExchange } from "../../../shared/domain/test-support/example-exchange.ts";
import { createGroupCommit } from "./group-commit.ts";

function summaries(exchanges: readonly Exchange[]): ExchangeSummary[] {
  return exchanges.map((exchange, index) => toSummary({ ...toRow(exchange), sequence: index + 1 }));
}

describe("appending many at once", () => {
  it("makes what arrives in one turn durable with one write", async () => {
    const sizes: number[] = [];
    const commits = createGroupCommit((exchanges) => {
      sizes.push(exchanges.length);
      return summaries(exchanges);
    });
    const ids = ["a", "b", "c"];
    const answered = await Promise.all(ids.map((id) => commits.append(exampleExchange({ id }))));
    expect(answered.map(({ id }) => id)).toEqual(ids);
    expect(sizes).toEqual([3]);
  });

  it("fails the one that cannot be written and keeps the others", async () => {
    const commits = createGroupCommit((exchanges) => {
      if (exchanges.some(({ id }) => id === "bad")) throw new Error("fault");
      return summaries(exchanges);
    });
    const settled = await Promise.allSettled(
      ["a", "bad", "c"].map((id) => commits.append(exampleExchange({ id }))),
    );
    expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  });

  it("writes what is still waiting when it is told to", async () => {
    const commits = createGroupCommit(summaries);
    const appended = commits.append(exampleExchange({ id: "last" }));
    commits.flush();
    expect(await appended).toMatchObject({ id: "last" });
  });
});
