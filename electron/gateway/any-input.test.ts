import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OPTIEVENT, post, rawExchange, start } from "./test-support/gateway-fixture.ts";

describe("any input", () => {
  const documented = /^\{"(status":"(success|error)","message":"|IsSuccess":(true|false),"Data":false)/;

  it("answers any bytes in the documented shape and lives on", async () => {
    const gateway = await start();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("/optievent", "/reportEvent"),
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }).map((bytes) => Uint8Array.from(bytes)),
          fc.json().map((text) => new TextEncoder().encode(text)),
          anyEnvelope().map((value) => new TextEncoder().encode(JSON.stringify(value))),
        ),
        async (path, body) => {
          const answer = await post(gateway, path, body);
          expect([200, 400]).toContain(answer.status);
          expect(answer.text).toMatch(documented);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("answers any text on its socket, or ends the connection, and lives on", async () => {
    const gateway = await start({ requestTimeoutMs: 200 });
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 200 }), async (text) => {
        await rawExchange(gateway, text, true);
      }),
      { numRuns: 50 },
    );
    expect((await post(gateway, "/optievent", OPTIEVENT)).status).toBe(200);
  });

  it("refuses deep nesting instead of failing on it", async () => {
    const depth = 100_000;
    const body = OPTIEVENT.replace(`"opt_in":true`, `"opt_in":${"[".repeat(depth)}${"]".repeat(depth)}`);
    expect((await post(await start(), "/optievent", body)).status).toBe(400);
  });
});

/** Bodies that come close to right ones, so that every branch of the reading is met. */
function anyEnvelope(): fc.Arbitrary<Record<string, unknown>> {
  const anything = fc.jsonValue({ maxDepth: 2 });
  const or = (value: unknown) => fc.oneof({ weight: 4, arbitrary: fc.constant(value) }, anything);
  return fc.record(
    {
      tenant: or(999),
      event: or("newsletter_signup"),
      customer: or("c1"),
      visitor: anything,
      timestamp: or("2020-04-12 17:32:06.094 UTC"),
      tid: or("a1b2"),
      cid: or("c1"),
      eid: or(1101),
      context: fc.oneof(
        fc.record({ email: or("a@b.example"), opt_in: or(true), extra: anything }, { requiredKeys: [] }),
        anything,
      ),
    },
    { requiredKeys: [] },
  );
}
