import { describe, expect, it } from "vitest";
import { createEventBus } from "./event-bus.ts";
import type { EventBus, Logger } from "./ports.ts";

function busWithLog(): { bus: EventBus; logged: string[] } {
  const logged: string[] = [];
  const log = (message: string): void => void logged.push(message);
  const logger: Logger = { info: log, warn: log, error: log };
  return { bus: createEventBus(logger), logged };
}

describe("a broadcast", () => {
  it("reaches every listener until it stops listening", () => {
    const { bus } = busWithLog();
    const heard: unknown[] = [];
    const stop = bus.on((name, payload) => heard.push(["a", name, payload]));
    bus.on((name) => heard.push(["b", name]));
    bus.emit("drafts.changed", { tenantId: "sandbox" });
    stop();
    bus.emit("app.changed", {});
    expect(heard).toEqual([
      ["a", "drafts.changed", { tenantId: "sandbox" }],
      ["b", "drafts.changed"],
      ["b", "app.changed"],
    ]);
  });

  it("reaches the others although one listener fails, and the failure is logged", () => {
    const { bus, logged } = busWithLog();
    const heard: string[] = [];
    bus.on(() => {
      throw new Error("gone");
    });
    bus.on((name) => heard.push(name));
    bus.emit("app.changed", {});
    expect(heard).toEqual(["app.changed"]);
    expect(logged).toHaveLength(1);
  });
});
