import { createHmac } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { calls, type CallInput, type CallName, type CallOutput } from "../../../shared/contract/calls.ts";
import type { Result } from "../../../shared/result/result.ts";
import { createConsole, type Console } from "../console.ts";
import { createConfStores } from "../workspace/conf-store.ts";
import { SANDBOX_REALTIME_TOKEN, SANDBOX_SIGNATURE_KEY } from "../workspace/sandbox-credentials.ts";

const tenantId = "sandbox";
const KEY = "0123456789abcdef0123456789ABCDEF";
const BODY = '{"tenant":999,"event":"login","customer":"zoë","context":{"url":"https://shop.example/a"}}';

let folder: string;
let console: Console;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "console-"));
  const path = join(folder, "workspace");
  const started = await createConsole({
    workspacePath: path,
    host: "browser",
    openStore: createConfStores(path),
    saveFile: async (name) => ({ kind: "saved", path: name }),
    startGateway: async () => ({ url: "http://127.0.0.1:9", close: async () => {} }),
    clock: { now: () => new Date() },
    random: Math.random,
    appVersion: "0.1.0",
  });
  if (!started.ok) throw new Error(started.error.message);
  console = started.value;
});
afterEach(async () => {
  await console.close();
  rmSync(folder, { recursive: true });
});

async function call<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
): Promise<Result<CallOutput<Name>>> {
  const result = await console.dispatch(name, input);
  // Whatever a tool answers, no key is in it.
  expect(JSON.stringify(result)).not.toMatch(
    new RegExp([SANDBOX_REALTIME_TOKEN, SANDBOX_SIGNATURE_KEY, KEY].join("|"), "i"),
  );
  if (!result.ok) return result;
  return { ok: true, value: calls[name].output.parse(result.value) as CallOutput<Name> };
}

const sign = (message: string) => createHmac("sha256", SANDBOX_SIGNATURE_KEY).update(message).digest("hex");

describe("signature.compute", () => {
  it("answers the signature of the text's bytes", async () => {
    expect(await call("signature.compute", { tenantId, text: BODY })).toEqual({
      ok: true,
      value: { signature: sign(BODY), byteLength: Buffer.byteLength(BODY) },
    });
  });

  it("signs the token where the text refers to it, as sending does, and shows nothing of it", async () => {
    const signed = await call("signature.compute", { tenantId, text: '"{{secret:token}}"' });
    expect(signed).toMatchObject({ ok: true, value: { signature: sign(`"${SANDBOX_SIGNATURE_KEY}"`) } });
  });

  it("says that the token is missing", async () => {
    await console.dispatch("secrets.clear", { tenantId, slot: "optievent" });
    expect(await call("signature.compute", { tenantId, text: BODY })).toMatchObject({
      ok: false,
      error: { code: "secret.missing" },
    });
  });

  it("knows no other tenant", async () => {
    const unknown = await call("signature.compute", { tenantId: "who", text: BODY });
    expect(unknown).toMatchObject({ ok: false, error: { code: "tenant.not-found" } });
  });
});

describe("signature.verify", () => {
  it("says that a signature belongs to a body", async () => {
    const verdict = await call("signature.verify", { tenantId, body: BODY, signature: sign(BODY) });
    expect(verdict).toMatchObject({ ok: true, value: { matches: true, deviations: [] } });
  });

  it("says what was signed instead", async () => {
    const signature = sign(BODY.replaceAll("/", "\\/").replace("ë", "\\u00eb")).toUpperCase();
    const verdict = await call("signature.verify", { tenantId, body: BODY, signature });
    expect(verdict).toMatchObject({
      ok: true,
      value: {
        matches: false,
        expected: sign(BODY),
        deviations: ["slashes.escaped", "unicode.escaped", "writing.upper-case"],
      },
    });
  });

  it("recognises the other API's token as key", async () => {
    const signature = createHmac("sha256", SANDBOX_REALTIME_TOKEN).update(BODY).digest("hex");
    const verdict = await call("signature.verify", { tenantId, body: BODY, signature });
    expect(verdict).toMatchObject({ ok: true, value: { deviations: ["key.other-token"] } });
  });

  it("says that nothing fits", async () => {
    const verdict = await call("signature.verify", { tenantId, body: BODY, signature: "0".repeat(64) });
    expect(verdict).toMatchObject({
      ok: true,
      value: { matches: false, deviations: null, isComplete: true },
    });
  });

  it("lets other calls through while it looks", async () => {
    const order: string[] = [];
    const verifying = call("signature.verify", { tenantId, body: BODY, signature: "0".repeat(64) });
    await Promise.all([
      verifying.then(() => order.push("verified")),
      call("settings.get", {}).then(() => order.push("settings")),
    ]);
    expect(order).toEqual(["settings", "verified"]);
  });
});

describe("customer ids", () => {
  it("are encrypted and decrypted with the tenant's key", async () => {
    await console.dispatch("secrets.set", { tenantId, slot: "customer-id-key", value: KEY });
    const encrypted = await call("customerId.encrypt", { tenantId, customerId: "c-20418" });
    expect(encrypted).toMatchObject({ ok: true, value: { keyForm: "text" } });
    const text = encrypted.ok ? encrypted.value.encrypted : "";
    expect(await call("customerId.decrypt", { tenantId, encrypted: text })).toEqual({
      ok: true,
      value: { customerId: "c-20418", keyForm: "text", hasStaticIv: true },
    });
  });

  it("need that key", async () => {
    const refused = await call("customerId.encrypt", { tenantId, customerId: "c-20418" });
    expect(refused).toMatchObject({ ok: false, error: { code: "secret.missing" } });
  });

  it("refuse a key of another length without showing it", async () => {
    await console.dispatch("secrets.set", { tenantId, slot: "customer-id-key", value: KEY.slice(1) });
    const refused = await call("customerId.encrypt", { tenantId, customerId: "c-20418" });
    expect(refused).toMatchObject({ ok: false, error: { code: "customer-id.key-length" } });
    expect(JSON.stringify(refused)).not.toContain(KEY.slice(1));
  });

  it("have a visitor id, with no key at all", async () => {
    expect(await call("customerId.visitorId", { customerId: "johndoe@domain.com" })).toEqual({
      ok: true,
      value: { visitorId: "3116eed913c21d67" },
    });
  });
});
