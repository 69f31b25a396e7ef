import { describe, expect, it } from "vitest";
import type { Host } from "../../host/host.ts";
import { failure, type Result } from "../../../shared/result/result.ts";
import { createSendStore } from "./send-store.ts";

const input = { tenantId: "sandbox", api: "optievent", text: "{}", eventKey: "login" } as const;

function setUp() {
  const calls: { name: string; input: unknown }[] = [];
  const answers: ((answer: Result<never>) => void)[] = [];
  const host: Pick<Host, "call"> = {
    call(name, input) {
      calls.push({ name, input });
      return new Promise((resolve) => answers.push(resolve));
    },
  };
  let count = 0;
  const store = createSendStore({ host, now: () => 5, newId: () => `send-${(count += 1)}` });
  return { store, calls, answers };
}

describe("sending a draft", () => {
  it("runs once, however often it is asked for meanwhile", async () => {
    const { store, calls, answers } = setUp();
    const first = store.send("draft", input);
    await store.send("draft", input);
    expect(calls).toEqual([
      { name: "exchange.send", input: { ...input, sendId: "send-1", draftId: "draft" } },
    ]);
    answers[0]?.(failure("host.unreachable", "The console does not answer."));
    await first;
    expect(store.sends.get().get("draft")).toMatchObject({
      kind: "failed",
      error: { code: "host.unreachable" },
    });
  });

  it("can send another draft meanwhile, and each again afterwards", async () => {
    const { store, calls, answers } = setUp();
    const first = store.send("one", input);
    void store.send("two", input);
    answers[0]?.(failure("x", "y"));
    await first;
    void store.send("one", input);
    expect(calls.map((call) => (call.input as { sendId: string }).sendId)).toEqual([
      "send-1",
      "send-2",
      "send-3",
    ]);
  });

  it("cancels the send that runs, by its id, and nothing when none runs", async () => {
    const { store, calls, answers } = setUp();
    await store.cancel("draft");
    expect(calls).toEqual([]);
    const sending = store.send("draft", input);
    void store.cancel("draft");
    expect(calls.at(-1)).toEqual({ name: "exchange.cancel", input: { sendId: "send-1" } });
    answers[0]?.(failure("x", "y"));
    await sending;
  });
});
