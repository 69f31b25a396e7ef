import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCli, temporaryFolder } from "./test-support/run-in-process.ts";

/** The request example of the vendor's OptiEvent document. */
const SEED = `{"tenant":999,"event":"newsletter_signup","customer":"johndoe@domain.com","visitor":"b449f7778d4981a5",
  "timestamp":"2020-04-12 17:32:06.094 UTC","context":{"email":"johndoe@domain.com","opt_in":true}}`;
const GOOD = SEED.replace(`"visitor":"b449f7778d4981a5",`, "");
const REALTIME = `{"tid":"t","cid":"johndoe@domain.com","eid":1101,"context":{"email":"johndoe@domain.com","opt_in":true}}`;
const NOW = new Date("2020-04-13T00:00:00Z");

describe("validate", () => {
  it("finds nothing wrong with a right payload and ends with 0", async () => {
    const ended = await runCli(["validate", "-", "--json"], { stdin: GOOD, now: NOW });
    expect(ended.json()).toEqual({ ok: true, api: "optievent", findings: [] });
    expect(ended.code).toBe(0);
    expect(ended.stderr).toContain('Catalog: "Demo store"');
  });

  it("prints findings with exactly the documented fields and ends with 1", async () => {
    const ended = await runCli(["validate", "--json"], { stdin: SEED, now: NOW });
    expect(ended.code).toBe(1);
    expect(ended.json()).toEqual({
      ok: false,
      api: "optievent",
      findings: [
        {
          rule: "identity.both",
          code: null,
          severity: "error",
          path: expect.any(String),
          message: expect.any(String),
          source: expect.any(String),
        },
      ],
    });
  });

  it("recognises Realtime by its fields, and takes --api over that", async () => {
    const recognised = await runCli(["validate", "--json"], { stdin: REALTIME, now: NOW });
    expect(recognised.json()).toMatchObject({ ok: true, api: "realtime" });
    const told = await runCli(["validate", "--api", "optievent", "--json"], { stdin: REALTIME, now: NOW });
    expect(told.json()).toMatchObject({ ok: false, api: "optievent" });
  });

  it("takes a body that is no JSON as a finding, not as an error of its own", async () => {
    const ended = await runCli(["validate", "--json"], { stdin: `{"tid": }` });
    expect(ended.code).toBe(1);
    expect(ended.json()).toMatchObject({ ok: false, api: "realtime", findings: [{ rule: "json.syntax" }] });
  });

  it("ends with 0 where there are only warnings", async () => {
    const stdin = GOOD.replace(`"opt_in":true`, `"opt_in":true,"campaign":"spring"`);
    const ended = await runCli(["validate", "--json"], { stdin, now: NOW });
    expect(ended.code).toBe(0);
    expect(ended.json()).toMatchObject({ ok: true, findings: [{ rule: "parameter.unknown", code: 1030 }] });
  });

  it("prints a line for each finding for people, coloured on a terminal only and not under NO_COLOR", async () => {
    const plain = await runCli(["validate"], { stdin: SEED, now: NOW });
    expect(plain.stdout).toMatch(/^error {2}\d+:\d+ \S+ {2}identity\.both {2}.+\nnot ok: 1 error\n$/);
    const escape = String.fromCodePoint(0x1b);
    const coloured = await runCli(["validate"], { stdin: SEED, now: NOW, isTTY: true });
    expect(coloured.stdout).toContain(`${escape}[31merror`);
    const env = { NO_COLOR: "1" };
    expect((await runCli(["validate"], { stdin: SEED, now: NOW, isTTY: true, env })).stdout).toBe(
      plain.stdout,
    );
  });

  it("goes by a catalog file, without a workspace that could be written to", async () => {
    const folder = temporaryFolder();
    const file = join(folder, "shop.catalog.json");
    writeFileSync(file, JSON.stringify({ format: "optievent-catalog/1", name: "Shop", events: [] }));
    const workspace = join(file, "not-a-folder");
    const ended = await runCli(["validate", "--catalog", file, "--json"], {
      stdin: GOOD,
      now: NOW,
      workspace,
    });
    expect(ended.json()).toMatchObject({ findings: [{ rule: "event.unknown", code: 1010 }] });
  });

  it("finds a catalog of the workspace by its name and by its id", async () => {
    for (const name of ["Demo store", "demo"]) {
      const ended = await runCli(["validate", "--catalog", name], { stdin: GOOD, now: NOW });
      expect(ended.code).toBe(0);
    }
  });

  it.each([
    ["a file that is not there", ["validate", "/no/such/file.json"], "input.unreadable"],
    ["a folder", ["validate", "/"], "input.unreadable"],
    ["a catalog that is not there", ["validate", "--catalog", "nothing"], "catalog.not-found"],
    ["another API", ["validate", "--api", "soap"], "usage.invalid-option"],
  ])("ends with 2 and a sentence for %s", async (_case, args, code) => {
    const ended = await runCli([...args, "--json"], { stdin: GOOD });
    expect(ended.code).toBe(2);
    expect(ended.json()).toMatchObject({ error: { code } });
    expect(ended.stderr.trim()).not.toBe("");
    expect(ended.stderr).not.toMatch(/\n\s+at /);
  });

  it("judges the body of a pasted command in the shape of one event, and says what it recognised", async () => {
    const stdin = `curl https://server-999.optimove.net/reportServer -u me:secret -d '${SEED}'`;
    const ended = await runCli(["validate", "-", "--json"], { stdin, now: NOW });
    expect(ended.code).toBe(1);
    expect(ended.json()).toMatchObject({
      ok: false,
      api: "optievent",
      findings: [{ rule: "identity.both" }],
    });
    expect(ended.stderr).toContain("OptiEvent body in a cURL command");
    expect(ended.stdout + ended.stderr).not.toContain("secret");
  });

  it("judges each of several events", async () => {
    const stdin = `INFO ${GOOD.replaceAll("\n", "")} ok\nINFO ${REALTIME.replace("1101", "42")} ok\n`;
    const ended = await runCli(["validate", "--json"], { stdin, now: NOW });
    expect(ended.code).toBe(1);
    expect(ended.json()).toEqual({
      ok: false,
      events: [
        { api: "optievent", event: "newsletter_signup", ok: true, findings: [] },
        { api: "realtime", event: "42", ok: false, findings: [expect.objectContaining({ code: 1010 })] },
      ],
    });
    const plain = await runCli(["validate"], { stdin, now: NOW });
    expect(plain.stdout).toMatch(/^1\. newsletter_signup \(optievent, line 1\)\nok: no findings\n2\. 42 /);
    expect(plain.stdout).toMatch(/\n2 events: 1 ok, 1 not ok\n$/);
  });

  it.each([
    ["an array that no SDK made", `[${GOOD}]`, "envelope.not-object"],
    ["a body that was encoded twice", JSON.stringify(GOOD), "encoding.double"],
    ["a broken body around an event", `{"a": x, "b": ${GOOD}}`, "json.syntax"],
    ["a broken array", `[${GOOD}, x]`, "json.syntax"],
    ["text", "hello", "json.syntax"],
  ])("judges as the body it is: %s", async (_case, stdin, rule) => {
    const ended = await runCli(["validate", "--json"], { stdin, now: NOW });
    expect(ended.code).toBe(1);
    expect(ended.json()).toMatchObject({ ok: false, api: "optievent", findings: [{ rule }] });
  });

  it("ends with 2 and the place for a command whose body is not in the text", async () => {
    const ended = await runCli(["validate", "--json"], { stdin: "curl https://a.b -d @body.json" });
    expect(ended.code).toBe(2);
    expect(ended.json()).toMatchObject({ error: { code: "input.no-event" } });
    expect(ended.stderr).toContain("Line 1, column 21");
  });

  it("ends with 2 for bytes that are not UTF-8", async () => {
    const ended = await runCli(["validate"], { stdin: Uint8Array.from([0xff, 0xfe]) });
    expect([ended.code, ended.stdout]).toEqual([2, ""]);
    expect(ended.stderr).toContain("not UTF-8");
  });
});
