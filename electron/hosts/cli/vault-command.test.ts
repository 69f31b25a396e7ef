import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { connectionSchema, tenantSchema } from "../../../shared/domain/tenant.ts";
import { createNotices } from "../../core/notices.ts";
import { createVault } from "../../core/vault/vault.ts";
import { sealerOf } from "../../core/vault/vault-sealer.ts";
import { createConfStores } from "../../core/workspace/conf-store.ts";
import { openWorkspace } from "../../core/workspace/workspace.ts";
import { startRecordingServer } from "./test-support/recording-server.ts";
import { runCli, temporaryFolder } from "./test-support/run-in-process.ts";

const PASSPHRASE = "correct horse battery";
const TOKEN = "0123456789abcdef0123456789abcdef";
const BODY = '{"tid":"{{secret:token}}","cid":"c-1","eid":1101,"context":{}}';

let workspace: string;
let passphraseFile: string;
beforeEach(() => {
  workspace = temporaryFolder();
  passphraseFile = join(temporaryFolder(), "passphrase");
  writeFileSync(passphraseFile, `${PASSPHRASE}\n`);
});

/** A workspace whose tenant "shop" has a token in the vault and no catalog, as a console leaves it behind. */
async function fillWorkspace(endpoint: string): Promise<void> {
  const clock = { now: () => new Date() };
  const vault = createVault({ folder: workspace, clock, scryptCost: 1024 });
  await vault.start();
  const opened = openWorkspace({
    path: workspace,
    openStore: createConfStores(workspace),
    notices: createNotices(() => undefined),
    clock,
    sealer: sealerOf(vault),
  });
  if (!opened.ok) throw new Error(opened.error.message);
  const connections = [connectionSchema.parse({ api: "realtime", endpoint })];
  const tenant = { id: "shop", name: "Shop", kind: "test", tenantNumber: null, connections, catalogId: null };
  opened.value.tenants.save(tenantSchema.parse(tenant));
  const secret = { tenantId: "shop", slot: "realtime" as const, value: TOKEN };
  const made = await vault.create({ kind: "passphrase", passphrase: PASSPHRASE }, () => [secret]);
  if (!made.ok) throw new Error(made.error.message);
  opened.value.catalogs.reload();
}

const SEND = ["send", "--tenant", "shop", "--body", "-", "--json"];

describe("a tenant whose token is in the vault", () => {
  it.each([
    ["a file", () => ({ args: ["--passphrase-file", passphraseFile], given: {} })],
    ["a variable", () => ({ args: ["--passphrase-env", "P"], given: { env: { P: PASSPHRASE } } })],
    ["a prompt", () => ({ args: [], given: { typed: PASSPHRASE } })],
  ])("is sent to with the passphrase from %s, which is written nowhere", async (_, prepare) => {
    const server = await startRecordingServer();
    await fillWorkspace(server.url);
    const { args, given } = prepare();
    const ended = await runCli([...SEND, ...args], { workspace, stdin: BODY, ...given });
    expect(ended.stderr).not.toContain(PASSPHRASE);
    expect(ended.json()).toMatchObject({ http: { status: 200 } });
    expect(server.received[0]?.body.toString()).toContain(TOKEN);
    const files = readdirSync(workspace, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const everything = files
      .map((file) => readFileSync(join(file.parentPath, file.name), "latin1"))
      .join("\n");
    expect(everything).not.toContain(TOKEN);
    expect(everything).not.toContain(PASSPHRASE);
    expect(ended.stdout + ended.stderr).not.toContain(TOKEN);
  });

  it("is not sent to with a wrong one, or with none where nobody can be asked", async () => {
    const server = await startRecordingServer();
    await fillWorkspace(server.url);
    const wrong = await runCli(SEND, { workspace, stdin: BODY, typed: "not the passphrase" });
    expect(wrong).toMatchObject({ code: 2 });
    expect(wrong.json()).toMatchObject({ error: { code: "vault.wrong-passphrase" } });
    const none = await runCli(SEND, { workspace, stdin: BODY });
    expect(none.json()).toMatchObject({ error: { code: "vault.locked" } });
    expect(none.stderr).toContain("--passphrase-file");
    const brokenOff = await runCli(SEND, { workspace, stdin: BODY, typed: null });
    expect(brokenOff.json()).toMatchObject({ error: { code: "vault.locked" } });
    expect(server.received).toEqual([]);
  });

  it("is sent to with a token named instead, without the vault", async () => {
    const server = await startRecordingServer();
    await fillWorkspace(server.url);
    const tokenFile = join(temporaryFolder(), "token");
    writeFileSync(tokenFile, "another-token-of-some-length\r\nnot this line\r\n");
    const ended = await runCli([...SEND, "--token-file", tokenFile], { workspace, stdin: BODY });
    expect(ended.json()).toMatchObject({ http: { status: 200 } });
    expect(server.received[0]?.body.toString()).toContain('"another-token-of-some-length"');
    const asked = await runCli([...SEND, "--ask-token"], {
      workspace,
      stdin: BODY,
      typed: "typed-token-value",
    });
    expect(asked.json()).toMatchObject({ http: { status: 200 } });
    expect(server.received[1]?.body.toString()).toContain('"typed-token-value"');
  });
});

describe("what the vault keeps", () => {
  it("is not read, replaced or exported without it", async () => {
    await fillWorkspace("http://127.0.0.1:1/");
    const catalogs = readdirSync(join(workspace, "catalogs"));
    const before = readFileSync(join(workspace, "catalogs", catalogs[0] ?? "none"));
    const validated = await runCli(["validate", "--json"], { workspace, stdin: BODY });
    expect(validated.json()).toMatchObject({ error: { code: "vault.locked" } });
    const exported = await runCli(["history", "export"], { workspace });
    expect(exported).toMatchObject({ code: 2, stdout: "" });
    expect(readdirSync(join(workspace, "catalogs"))).toEqual(catalogs);
    expect(readFileSync(join(workspace, "catalogs", catalogs[0] ?? "none")).equals(before)).toBe(true);
    const args = ["--passphrase-file", passphraseFile];
    expect(await runCli(["history", "export", ...args], { workspace })).toMatchObject({ code: 0 });
    const judged = await runCli(["validate", "--json", ...args], { workspace, stdin: BODY });
    expect(judged.json()).toMatchObject({ api: "realtime" });
  });
});

describe("vault status", () => {
  it("tells that there is none, that it is locked, and that it opens", async () => {
    expect((await runCli(["vault", "status", "--json"], { workspace })).json()).toEqual({ kind: "none" });
    await fillWorkspace("http://127.0.0.1:1/");
    const locked = await runCli(["vault", "status"], { workspace });
    expect(locked.stdout).toBe("The vault is locked. It opens with a passphrase.\n");
    const args = ["vault", "status", "--json", "--passphrase-file", passphraseFile];
    expect((await runCli(args, { workspace })).json()).toMatchObject({ kind: "open", secretCount: 1 });
  });

  it("tells what is wrong with a file or variable that holds no passphrase", async () => {
    await fillWorkspace("http://127.0.0.1:1/");
    for (const [args, words] of [
      [["--passphrase-file", "/no/such/file"], "cannot be read"],
      [["--passphrase-file", "/dev/null"], "has none in its first line"],
      [["--passphrase-env", "NO_SUCH"], "is not set"],
      [["--passphrase-env", "NO_SUCH", "--passphrase-file", "/dev/null"], "not both"],
    ] as const) {
      const ended = await runCli(["vault", "status", ...args], { workspace });
      expect(ended.code).toBe(2);
      expect(ended.stderr).toContain(words);
    }
  });
});
