import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyEnvelope } from "./test-support/any-envelope.ts";
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
