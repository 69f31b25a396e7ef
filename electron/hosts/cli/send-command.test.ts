import { createHmac } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { acquireWorkspaceLock } from "../../core/workspace/workspace-lock.ts";
import { startGateway } from "../../gateway/gateway.ts";
import { startRecordingServer } from "./test-support/recording-server.ts";
import { runCli, temporaryFolder } from "./test-support/run-in-process.ts";

const SIGNUP = [
  "--event=newsletter_signup",
  "--customer=johndoe@domain.com",
  "--param=email=johndoe@domain.com",
  "--param=opt_in=true",
];
const TOKEN = "0123456789abcdef0123456789abcdef";

function toServer(url: string): string[] {
  return ["send", "--endpoint", url, "--api", "optievent", "--tenant-id", "999"];
}

/** The text of every file of a workspace, the database included, to look for what must not be there. */
function everythingIn(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"))
    .join("\n");
}

describe("send to the sandbox tenant", () => {
  it("is accepted by a gateway of its own and recorded", async () => {
    const workspace = temporaryFolder();
    const ended = await runCli(["send", "--tenant", "sandbox", ...SIGNUP, "--json"], { workspace });
    expect(ended.code).toBe(0);
    expect(ended.json()).toEqual({
      id: expect.any(String),
      outcome: "accepted",
      http: { status: 200 },
      reference: expect.stringMatching(/^\d{16}$/),
      message: expect.any(String),
      timings: expect.objectContaining({ total: expect.any(Number), tls: null }),
      findings: [],
    });
    const history = await runCli(["history", "list", "--json"], { workspace });
    expect(history.json()).toMatchObject([{ outcome: "accepted", event: "newsletter_signup", status: 200 }]);
  });

  it("goes through Realtime too, with the token that only the gateway knows and nobody is shown", async () => {
    const workspace = temporaryFolder();
    const args = ["send", "--tenant", "sandbox", "--api", "realtime", ...SIGNUP];
    expect(await runCli([...args, "--json"], { workspace })).toMatchObject({ code: 0 });
    const shown = await runCli([...args, "--dry-run"], { workspace });
    expect(shown.stdout).toContain(`"tid": "{{secret:token}}"`);
    expect(shown.stdout).toContain(`"eid": 1101`);
  });

  it("fills in variables: the tenant's, and before them those given", async () => {
    const workspace = temporaryFolder();
    await runCli(["tenants", "list"], { workspace });
    const values = { tenantId: "sandbox", variables: [{ name: "who", value: "of the tenant" }], pinned: [] };
    mkdirSync(join(workspace, "values"), { recursive: true });
    const stored = JSON.stringify({ schemaVersion: 1, document: { id: "sandbox", values } });
    writeFileSync(join(workspace, "values", "sandbox.json"), stored);
    const args = ["send", "--tenant", "sandbox", "--event", "deposit", "--customer", "{{who}}"];
    const amount = ["--param", "amount={{sum}}", "--param", "currency=EUR", "--dry-run"];
    const first = await runCli([...args, ...amount, "--var", "sum=100.00"], { workspace });
    expect(first.stdout).toContain('"customer": "of the tenant"');
    expect(first.stdout).toContain('"amount": 100.00');
    const second = await runCli([...args, ...amount, "--var", "who=given=here"], { workspace });
    expect(second.stdout).toContain('"customer": "given=here"');
    expect(second.stdout).toContain('There is no variable "sum"');
    const wrong = await runCli([...args, "--var", "$now=1"], { workspace });
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining("--var $now")]);
  });

  it("is accepted signed", async () => {
    const ended = await runCli(["send", "--tenant", "sandbox", "--sign", ...SIGNUP]);
    expect(ended.code).toBe(0);
  });

  it("ends with 1 where it is refused, with the reason and what validation had said before", async () => {
    const args = ["send", "--tenant", "sandbox", "--event", "newsletter_signup", "--customer", "c1"];
    const ended = await runCli([...args, "--param", "opt_in=true", "--json"]);
    expect(ended.code).toBe(1);
    expect(ended.json()).toMatchObject({
      outcome: "rejected",
      http: { status: 400 },
      reference: null,
      message: expect.stringContaining("email"),
      findings: [{ rule: "parameter.missing", code: 1040, path: "/context/email" }],
    });
  });

  it("goes to the gateway of a console that runs on the workspace", async () => {
    const workspace = temporaryFolder();
    const events: string[] = [];
    const gateway = await startGateway({
      catalog: () => null,
      tenantNumber: 999,
      token: null,
      onReceived: ({ event }) => events.push(String(event)),
    });
    const lock = acquireWorkspaceLock({ path: workspace, host: "browser" });
    if (!lock.ok) throw new Error(lock.error.message);
    try {
      lock.value.update({ gatewayUrl: gateway.url });
      const ended = await runCli(["send", "--tenant", "sandbox", ...SIGNUP], { workspace });
      expect(ended.code).toBe(0);
      expect(ended.stderr).toContain("of the console that runs");
      expect(events).toEqual(["newsletter_signup"]);
    } finally {
      lock.value.release();
      await gateway.close();
    }
  });

  it("takes the API of a body", async () => {
    const body = `{"tid":"{{secret:token}}","cid":"c1","eid":1101,"context":{"email":"a@b.example","opt_in":true}}`;
    const ended = await runCli(["send", "--tenant", "sandbox", "--body", "-"], { stdin: body });
    expect(ended.code).toBe(0);
    expect(ended.stderr).toContain("API: realtime");
  });
});

describe("send to an address", () => {
  it("sends the bytes of a file exactly as they are", async () => {
    const server = await startRecordingServer();
    const file = join(temporaryFolder(), "body.json");
    const bytes = Buffer.from([0xef, 0xbb, 0xbf, 0x7b, 0x20, 0xff, 0x0d, 0x0a, 0x7d, 0x00]);
    writeFileSync(file, bytes);
    await runCli([...toServer(server.url), "--body", file]);
    expect(server.received[0]?.body.equals(bytes)).toBe(true);
    expect(server.received[0]?.headers["content-type"]).toBe("application/json");
  });

  it("keeps the digits of numbers", async () => {
    const server = await startRecordingServer();
    const numbers = ["--param", "order=12345678901234567890", "--param", "total=100.00"];
    await runCli([...toServer(server.url), "--event", "purchase", "--visitor", "v1", ...numbers]);
    const body = server.received[0]?.body.toString() ?? "";
    expect(body).toContain(`"order": 12345678901234567890`);
    expect(body).toContain(`"total": 100.00`);
    expect(body).toContain(`"visitor": "v1"`);
  });

  it("stamps the moment of sending, or takes the timestamp as it is given", async () => {
    const server = await startRecordingServer();
    const now = new Date("2026-11-23T09:15:02.123Z");
    await runCli([...toServer(server.url), ...SIGNUP], { now });
    await runCli([...toServer(server.url), ...SIGNUP, "--timestamp", "15:60:00"], { now });
    expect(server.received[0]?.body.toString()).toContain(`"timestamp": "2026-11-23 09:15:02.123 UTC"`);
    expect(server.received[1]?.body.toString()).toContain(`"timestamp": "15:60:00"`);
  });

  it("fills in and signs with the token of a variable and leaves no trace of it", async () => {
    const server = await startRecordingServer(`{"status":"error","message":"no ${TOKEN} here"}`);
    const workspace = temporaryFolder();
    const options = {
      workspace,
      env: { TENANT_TOKEN: TOKEN },
      stdin: `{"tenant":999,"t":"{{secret:token}}"}`,
    };
    const args = [...toServer(server.url), "--token-env", "TENANT_TOKEN", "--sign", "--body", "-", "--json"];
    const ended = await runCli(args, options);
    const received = server.received[0];
    expect(received?.body.toString()).toBe(`{"tenant":999,"t":"${TOKEN}"}`);
    expect(received?.headers["x-optimove-signature-version"]).toBe("1");
    expect(received?.headers["x-optimove-signature-content"]).toBe(
      createHmac("sha256", TOKEN)
        .update(received?.body ?? "")
        .digest("hex"),
    );
    const shown = await runCli(["history", "export"], { workspace });
    for (const text of [ended.stdout, ended.stderr, shown.stdout, everythingIn(workspace)]) {
      expect(text).not.toContain(TOKEN);
    }
  });

  it("ends with 3 where nothing answers, and records that too", async () => {
    const workspace = temporaryFolder();
    const ended = await runCli([...toServer("http://127.0.0.1:1/"), ...SIGNUP, "--json"], { workspace });
    expect(ended.code).toBe(3);
    expect(ended.json()).toMatchObject({ outcome: "failed", http: { status: null }, reference: null });
    const history = await runCli(["history", "list", "--json"], { workspace });
    expect(history.json()).toMatchObject([{ outcome: "failed", tenantName: null }]);
  });

  it("ends with 1 for an answer that is none of the documented ones", async () => {
    const server = await startRecordingServer("<html>It works</html>");
    const ended = await runCli([...toServer(server.url), ...SIGNUP, "--json"]);
    expect(ended.code).toBe(1);
    expect(ended.json()).toMatchObject({ outcome: "unrecognised", http: { status: 200 } });
  });

  it("is cancelled by an interruption and recorded as that", async () => {
    const server = await startRecordingServer(null);
    const workspace = temporaryFolder();
    const interruption = new AbortController();
    const running = runCli([...toServer(server.url), ...SIGNUP, "--json"], {
      workspace,
      interrupted: interruption.signal,
    });
    await expect.poll(() => server.received.length).toBe(1);
    interruption.abort();
    const ended = await running;
    expect(ended.code).toBe(3);
    expect(ended.json()).toMatchObject({ outcome: "cancelled" });
  });
});

describe("send --dry-run", () => {
  it("prints what would be sent and sends and records nothing", async () => {
    const server = await startRecordingServer();
    const workspace = temporaryFolder();
    const ended = await runCli([...toServer(server.url), ...SIGNUP, "--dry-run", "--json"], { workspace });
    expect(ended.code).toBe(0);
    expect(ended.json()).toEqual({
      method: "POST",
      url: server.url,
      headers: expect.objectContaining({ "Content-Type": "application/json" }),
      body: expect.stringContaining(`"email": "johndoe@domain.com"`),
      findings: [],
    });
    expect(server.received).toEqual([]);
    expect((await runCli(["history", "list", "--json"], { workspace })).json()).toEqual([]);
  });

  it("ends with 1 where a finding is an error, and keeps secrets as references", async () => {
    const server = await startRecordingServer();
    const options = { env: { TENANT_TOKEN: TOKEN } };
    const args = [
      ...toServer(server.url),
      "--token-env",
      "TENANT_TOKEN",
      "--sign",
      "--event",
      "no_such_event",
    ];
    const ended = await runCli([...args, "--customer", "c1", "--dry-run", "--json"], options);
    expect(ended.code).toBe(1);
    expect(ended.json()).toMatchObject({
      headers: { "X-Optimove-Signature-Content": "{{secret:signature}}" },
    });
    expect(ended.stdout).not.toContain(TOKEN);
  });
});

describe("wrong usage of send", () => {
  const sandbox = ["--tenant", "sandbox"];
  const url = "https://host.example/";
  it.each([
    ["no destination", [...SIGNUP], "usage.destination"],
    ["two destinations", [...sandbox, "--endpoint", url, ...SIGNUP], "usage.destination"],
    ["an endpoint without its API", ["--endpoint", url, ...SIGNUP], "usage.destination"],
    ["a tenant with a number", [...sandbox, "--tenant-id", "1", ...SIGNUP], "usage.destination"],
    ["plain http", ["--endpoint", "http://host.example/", "--api", "optievent", ...SIGNUP], "usage.endpoint"],
    ["no content", sandbox, "usage.content"],
    ["two contents", [...sandbox, ...SIGNUP, "--body", "-"], "usage.content"],
    ["a body with parameters", [...sandbox, "--body", "-", "--param", "a=1"], "usage.content"],
    ["nobody", [...sandbox, "--event", "e"], "usage.identity"],
    ["two identities", [...sandbox, ...SIGNUP, "--visitor", "v"], "usage.identity"],
    ["a parameter without a value", [...sandbox, ...SIGNUP, "--param", "a"], "usage.parameter"],
    ["a parameter without a name", [...sandbox, ...SIGNUP, "--param", "=a"], "usage.parameter"],
    ["a parameter given twice", [...sandbox, ...SIGNUP, "--param", "opt_in=false"], "usage.parameter"],
    ["a variable that is not set", [...sandbox, ...SIGNUP, "--token-env", "NO_SUCH"], "usage.token"],
    ["a signature on Realtime", [...sandbox, "--api", "realtime", "--sign", ...SIGNUP], "usage.sign"],
    ["a tenant that is not there", ["--tenant", "nobody", ...SIGNUP], "tenant.not-found"],
    ["a body that is not there", [...sandbox, "--body", "/no/such/file"], "input.unreadable"],
    ["a catalog that is not there", [...sandbox, ...SIGNUP, "--catalog", "nothing"], "catalog.not-found"],
    [
      "a timestamp for Realtime",
      [...sandbox, "--api", "realtime", ...SIGNUP, "--timestamp", "now"],
      "usage.realtime",
    ],
    [
      "a visitor for Realtime",
      [...sandbox, "--api", "realtime", "--event", "newsletter_signup", "--visitor", "v"],
      "usage.realtime",
    ],
    ["Realtime without a token", ["--endpoint", url, "--api", "realtime", ...SIGNUP], "secret.missing"],
  ])("ends with 2 for %s and sends nothing", async (_case, args, code) => {
    const workspace = temporaryFolder();
    const ended = await runCli(["send", ...args, "--json"], { workspace });
    expect(ended.code).toBe(2);
    expect(ended.json()).toMatchObject({ error: { code } });
    expect((await runCli(["history", "list", "--json"], { workspace })).json()).toEqual([]);
  });
});
