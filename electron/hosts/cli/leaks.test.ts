import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { exportFormatSchema, redactionProfileSchema } from "../../../shared/domain/history-export.ts";
import { CATALOG_EXPORT_FORMATS } from "../../../shared/catalog-export/formats.ts";
import { startEchoingServer } from "../../core/test-support/echoing-server.ts";
import { findSecrets, type PlantedSecrets } from "../../core/test-support/find-secrets.ts";
import { unpacked } from "../../core/test-support/unpacked.ts";
import { startRawServer, type TestServer } from "../../core/transport/test-support/servers.ts";
import { filesBelow, startPlantedConsole, type PlantedConsole } from "./test-support/planted-console.ts";
import {
  addTenants,
  body,
  importFiles,
  NAMED,
  REFERENCE,
  removeLong,
  SECRETS,
  sendAll,
  useEverythingElse,
  type Tenants,
} from "./test-support/plant-secrets.ts";
import { runCli, type RunOptions } from "./test-support/run-in-process.ts";

// One journey with every kind of secret that the console keeps or is given: they are sent to a server and a proxy that give back what
// they were sent, the evidence is exported in every format, read by every command, and whatever came of it is searched for them.

let server: TestServer;
let refusing: TestServer;
let console: PlantedConsole;
/** What is to be searched, by where it came from. */
let found: Map<string, Buffer>;

beforeEach(async () => {
  server = await startEchoingServer({ ...SECRETS, ...NAMED });
  // A proxy that opens no tunnel, and says why in the words that it was given.
  refusing = await startRawServer((socket, request) => {
    const given = /proxy-authorization: Basic (\S+)/i.exec(request)?.[1] ?? "";
    const decoded = Buffer.from(given, "base64")
      .toString("latin1")
      .replaceAll(/[\r\n]/g, "");
    socket.end(`HTTP/1.1 403 ${given} ${decoded}\r\n\r\n`, "latin1");
  });
  console = await startPlantedConsole();
  found = new Map();
});
afterEach(async () => {
  await console.stop();
  console.remove();
  await refusing.close();
  await server.close();
});

async function exportAll(): Promise<void> {
  const selection = { kind: "query", query: { text: "", timeZone: "UTC" }, upTo: null } as const;
  for (const profile of redactionProfileSchema.options) {
    await console.call("export.preview", { taskId: "t", selection, profile });
    for (const format of exportFormatSchema.options) {
      await console.call("export.start", { taskId: "t", selection, format, profile });
    }
  }
  await console.call("tenants.export", { ids: null });
  await console.call("catalogs.exportCoverage", { id: "demo", tenantId: null, format: "csv" });
  for (const format of CATALOG_EXPORT_FORMATS) await console.call("catalogs.export", { id: "demo", format });
  await console.call("app.saveText", { suggestedName: "x.txt", mimeType: "text/plain", text: SECRETS.token });
}

async function run(args: readonly string[], options: RunOptions = {}) {
  const system = `http://user:${encodeURIComponent(SECRETS["proxy password of the system"])}@${new URL(refusing.url).host}`;
  const env = {
    PASSPHRASE: SECRETS["passphrase of the vault"],
    TOKEN: SECRETS["token in a variable"],
    HTTPS_PROXY: system,
    https_proxy: system,
  };
  const ended = await runCli(["--passphrase-env", "PASSPHRASE", ...args], {
    workspace: console.workspace,
    env,
    ...options,
  });
  found.set(`optievent ${args.join(" ")} #${found.size}`, Buffer.from(`${ended.stdout}\n${ended.stderr}`));
  return ended;
}

/** Both for people and for programs. */
async function runBoth(args: readonly string[], options: RunOptions = {}): Promise<void> {
  await run(args, options);
  await run([...args, "--json"], options);
}

async function runHistoryCommands(): Promise<void> {
  const listed = await run(["history", "list", "--limit", "500", "--json"]);
  const ids = (listed.json() as { id: string }[]).map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(40);
  await run(["history", "list", "--limit", "500"]);
  await runBoth(["history", "search", "outcome:rejected"]);
  for (const id of ids) await run(["history", "show", id]);
  for (const id of ids.slice(0, 5)) await run(["history", "show", id, "--json"]);
  await runBoth(["history", "verify"]);
  await runBoth(["history", "prune", "outcome:failed"]);
  for (const format of ["har", "sh", "bundle"]) {
    const output = join(console.saved, `by-command.${format}`);
    const ended = await run(["history", "export", "--format", format, "-o", output]);
    expect(ended.code, ended.stderr).toBe(0);
  }
  expect((await run(["history", "export", "--format", "md"])).stdout).toContain(REFERENCE);
  const log = join(console.saved, "by-command.har");
  await run(["history", "import", log, "--dry-run"]);
  await run(["history", "import", log]);
}

async function runSendCommands({
  retail,
  proxied: viaProxy,
  tunnelled,
  system,
  refused,
  certified,
}: Tenants): Promise<void> {
  const tokenFile = join(console.workspace, "..", "token.txt");
  writeFileSync(tokenFile, `${SECRETS["token in a file"]}\n`);
  const event = ["--event", "login", "--customer", "act:rejected"];
  for (const api of ["optievent", "realtime"]) {
    await runBoth(["send", "--tenant", retail, "--api", api, ...event]);
    await runBoth(["send", "--tenant", retail, "--api", api, ...event, "--dry-run"]);
  }
  for (const tenant of [viaProxy, tunnelled, system, refused, certified]) {
    await run(["send", "--tenant", tenant, "--api", "realtime", ...event]);
  }
  await runBoth(["send", "--tenant", retail, "--preset", "Login"]);
  const address = ["send", "--endpoint", server.url, "--api", "realtime", ...event, "--param"];
  await runBoth([...address, `again=${SECRETS["token in a variable"]}`, "--token-env", "TOKEN"]);
  await runBoth([...address, `again=${SECRETS["token in a file"]}`, "--token-file", tokenFile]);
  await runBoth([...address, `again=${REFERENCE}`, "--ask-token"], {
    typed: SECRETS["token that was typed"],
    isTTY: true,
  });
  await runBoth([...address, `again=${SECRETS["token in a variable"]}`, "--token-env", "TOKEN", "--dry-run"]);
  const raw = ["send", "--endpoint", server.url, "--api", "realtime", "--body", "-", "--token-env", "TOKEN"];
  await runBoth(raw, { stdin: body("rejected", SECRETS["token in a variable"]).realtime });
  await runBoth([...raw, "--dry-run"], { stdin: body("rejected", SECRETS["token in a variable"]).realtime });
}

/** The secret where the name of its place belongs, and other ways to be wrong. */
async function runWrongly(): Promise<void> {
  const token = SECRETS["token in a variable"];
  const address = [
    "send",
    "--endpoint",
    server.url,
    "--api",
    "realtime",
    "--event",
    "login",
    "--customer",
    "c",
  ];
  for (const args of [
    ["--token-env", token],
    ["--token-file", token],
    [`--token=${token}`],
    [`--tokn-env=${token}`],
  ]) {
    expect((await run([...address, ...args])).code).toBe(2);
    expect((await run([...address, ...args, "--json"])).code).toBe(2);
  }
  const none = { workspace: console.workspace, env: {} };
  for (const option of ["--passphrase-env", "--passphrase-file"]) {
    const args = [option, SECRETS["passphrase of the vault"], "history", "export"];
    const ended = await runCli(args, none);
    expect(ended.code).toBe(2);
    found.set(`optievent ${option}`, Buffer.from(ended.stdout + ended.stderr));
  }
  await run(["vault", "status"], { env: { PASSPHRASE: `${SECRETS["passphrase of the vault"]} wrong` } });
}

async function runOtherCommands(): Promise<void> {
  await runBoth(["vault", "status"]);
  await runBoth(["presets", "list"]);
  await runBoth(["catalog", "lint", "demo"]);
  for (const to of CATALOG_EXPORT_FORMATS) await run(["catalog", "export", "demo", "--to", to]);
  const curl = `curl https://events.example/ -H 'Authorization: Bearer ${SECRETS.token.replaceAll("'", "'\\''")}' -d '${body("x", "").realtime.replace(REFERENCE, SECRETS.token.replaceAll(/["\\]/g, "\\$&").replaceAll("'", "'\\''"))}'`;
  await runBoth(["validate", "-"], { stdin: curl });
  await runBoth(["validate", "-"], { stdin: body("x", "").realtime.replace(REFERENCE, "Zq7") });
}

async function expectNone(secrets: PlantedSecrets, contents: ReadonlyMap<string, Buffer>): Promise<void> {
  const leaks: string[] = [];
  for (const [where, content] of contents) {
    const pieces = await unpacked(content);
    leaks.push(
      ...pieces.flatMap((piece) => findSecrets(secrets, piece)).map((leak) => `${leak} in ${where}`),
    );
  }
  expect(leaks).toEqual([]);
}

/** Where a name that somebody gave is kept, and no evidence. */
const KEEPS_NAMES = /^(?:tenants|settings)\b/;

async function expectNothingLeaked(): Promise<void> {
  const workspace = filesBelow(console.workspace);
  const evidence = new Map([...workspace].filter(([path]) => !KEEPS_NAMES.test(basename(path))));
  await expectNone(
    SECRETS,
    new Map([...workspace, ...found, ["calls", Buffer.from(console.told.join("\n"))]]),
  );
  await expectNone(NAMED, new Map([...evidence, ...found]));
  await expectNone({ ...SECRETS, ...NAMED }, filesBelow(console.saved));
  await expectNone({ ...SECRETS, ...NAMED }, filesBelow(join(console.saved, "..", "temporary")));
}

it("no secret of any kind gets into the evidence, its exports, what commands print, or any file", async () => {
  await console.call("vault.createWithPassphrase", { passphrase: SECRETS["passphrase of the vault"] });
  const planting = { console, server, refusing };
  const tenants = await addTenants(planting);
  await sendAll(planting, tenants);
  await useEverythingElse(planting, tenants);
  await removeLong(planting);
  const everything = { kind: "query", query: { text: "", timeZone: "UTC" }, upTo: null } as const;
  await console.call("export.start", {
    taskId: "t",
    selection: everything,
    format: "ndjson",
    profile: "none",
  });
  await importFiles(planting);
  await exportAll();
  await runHistoryCommands();
  await runSendCommands(tenants);
  await runWrongly();
  await runOtherCommands();
  await expectNothingLeaked();
  await console.stop();
  await expectNothingLeaked();
}, 600_000);
