import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { exampleExchange } from "../../../shared/domain/test-support/example-exchange.ts";
import { createEventBus } from "../event-bus.ts";
import { openHistory, type History } from "./history.ts";
import { watchHistory } from "./watch-history.ts";

const nothing = () => undefined;

describe("watching what others record", () => {
  let folder = "";
  const opened: History[] = [];
  const open = (): History => {
    const history = openHistory(join(folder, "history.sqlite"));
    if (!history.ok) throw new Error(history.error.message);
    opened.push(history.value);
    return history.value;
  };
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "watch-history-"));
  });
  afterEach(async () => {
    for (const history of opened.splice(0)) {
      await history.finding.close();
      history.close();
    }
    await rm(folder, { recursive: true });
  });

  it("tells of exchanges of another connection, and not of those that were announced", async () => {
    const [here, there] = [open(), open()];
    const events = createEventBus({ info: nothing, warn: nothing, error: nothing });
    const heard: number[] = [];
    events.on((name, payload) => {
      if (name === "history.changed") heard.push((payload as { appended: number }).appended);
    });
    const stop = watchHistory(here, events, 10);
    await there.append(exampleExchange({ id: "one" }));
    await there.append(exampleExchange({ id: "two" }));
    await vi.waitFor(() => expect(heard.reduce((sum, count) => sum + count, 0)).toBe(2));
    stop();
    await there.append(exampleExchange({ id: "three" }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(heard.reduce((sum, count) => sum + count, 0)).toBe(2);
  });
});
