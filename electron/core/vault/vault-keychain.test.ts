import { readFileSync, writeFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { createTestKeychain, type TestKeychain } from "./test-support/test-keychain.ts";
import {
  codeOf,
  done,
  makeVault,
  PASSPHRASE,
  secretIn,
  startVault,
  temporaryFolder,
  textOf,
} from "./test-support/test-vault.ts";
import type { Vault } from "./vault.ts";

const SECRET = { tenantId: "shop", slot: "realtime" } as const;

let folder: string;
let keychain: TestKeychain;
beforeEach(() => {
  folder = temporaryFolder();
  keychain = createTestKeychain();
});

async function makeWithKeychain(): Promise<Vault> {
  const vault = await startVault(folder, { keychain });
  done(await vault.create({ kind: "keychain" }, () => [{ ...SECRET, value: "kept by the keychain" }]));
  return vault;
}

describe("a vault that the keychain opens", () => {
  it("is open after a start without anything typed, and says by what", async () => {
    await makeWithKeychain();
    const later = await startVault(folder, { keychain });
    expect(later.state()).toMatchObject({
      kind: "open",
      ways: { keychain: "gnome_libsecret", passphrase: false },
    });
    expect(secretIn(later, "shop", "realtime")).toBe("kept by the keychain");
  });

  it("is not made where there is no keychain to trust", async () => {
    keychain.remove();
    const vault = await startVault(folder, { keychain });
    const refused = await vault.create({ kind: "keychain" }, () => []);
    expect(refused).toMatchObject({
      error: { code: "vault.keychain-missing", message: "No keychain runs in this session." },
    });
    expect(vault.state()).toEqual({ kind: "none" });
  });

  it("is unavailable while the keychain is gone, loses nothing, and opens once it is back", async () => {
    await makeWithKeychain();
    const before = textOf(folder);
    keychain.remove();
    const vault = await startVault(folder, { keychain });
    expect(vault.state()).toMatchObject({ kind: "unavailable", ways: { keychain: "gnome_libsecret" } });
    expect(JSON.stringify(vault.state())).toContain("No keychain runs in this session.");
    expect(codeOf(vault.putSecret(SECRET, "x"))).toBe("vault.unavailable");
    expect(codeOf(await vault.create({ kind: "keychain" }, () => []))).toBe("vault.exists");
    expect(textOf(folder)).toBe(before);
    keychain.bringBack();
    await vault.start();
    expect(secretIn(vault, "shop", "realtime")).toBe("kept by the keychain");
  });

  it("is unavailable when the keychain was changed, and names both", async () => {
    await makeWithKeychain();
    keychain.change("kwallet6");
    const vault = await startVault(folder, { keychain });
    const { reason } = { reason: "", ...vault.state() };
    expect(reason).toContain("gnome_libsecret");
    expect(reason).toContain("kwallet6");
  });

  it("is opened by the recovery key then, and by the new keychain from there on", async () => {
    const first = await makeWithKeychain();
    const recoveryKey = done(await first.exportRecoveryKey(null));
    keychain.change("kwallet6");
    const vault = await startVault(folder, { keychain });
    done(await vault.restoreWithRecoveryKey(recoveryKey, null));
    const later = await startVault(folder, { keychain });
    expect(later.state()).toMatchObject({ kind: "open", ways: { keychain: "kwallet6" } });
  });

  it("is opened by its passphrase where there is one, on a host without a keychain", async () => {
    const first = await makeWithKeychain();
    done(await first.changePassphrase(null, PASSPHRASE));
    const commandLine = await startVault(folder);
    expect(commandLine.state()).toMatchObject({ kind: "locked", ways: { passphrase: true } });
    done(await commandLine.unlock(PASSPHRASE));
    expect(secretIn(commandLine, "shop", "realtime")).toBe("kept by the keychain");
  });

  it("without a passphrase cannot be opened on such a host, and says why", async () => {
    await makeWithKeychain();
    const commandLine = await startVault(folder);
    expect(commandLine.state()).toMatchObject({ kind: "unavailable" });
    expect(codeOf(await commandLine.unlock(PASSPHRASE))).toBe("vault.no-such-way");
  });

  it("does not keep the console waiting for a keychain that does not answer", async () => {
    await makeWithKeychain();
    keychain.hang();
    const vault = await startVault(folder, { keychain, keychainPatienceMs: 1 });
    expect(vault.state()).toMatchObject({ kind: "unavailable" });
    expect(JSON.stringify(vault.state())).toContain("did not answer");
    expect((await vault.status()).keychain.kind).toBe("missing");
  });

  it("is wrapped again when the keychain asks for it", async () => {
    await makeWithKeychain();
    const wrapsBefore = JSON.stringify(JSON.parse(textOf(folder)).wraps);
    keychain.rotate();
    await startVault(folder, { keychain });
    expect(JSON.stringify(JSON.parse(textOf(folder)).wraps)).not.toBe(wrapsBefore);
    expect((await startVault(folder, { keychain })).state().kind).toBe("open");
  });

  it("of another vault gives a key that is refused", async () => {
    await makeWithKeychain();
    const otherWraps = JSON.parse(textOf(folder)).wraps;
    folder = temporaryFolder();
    await makeWithKeychain();
    const file = JSON.parse(readFileSync(`${folder}/vault.json`, "utf8"));
    writeFileSync(`${folder}/vault.json`, JSON.stringify({ ...file, wraps: otherWraps }));
    const vault = await startVault(folder, { keychain });
    expect(vault.state()).toMatchObject({ kind: "unavailable" });
    expect(JSON.stringify(vault.state())).toContain("another vault");
  });
});

describe("a vault with a passphrase", () => {
  it("can be opened by the keychain as well, which can be locked again and asked again", async () => {
    const vault = await makeVault(folder, { keychain });
    done(await vault.addKeychain());
    vault.lock();
    expect(vault.state()).toMatchObject({ kind: "locked" });
    await vault.start();
    expect(vault.state()).toMatchObject({
      kind: "open",
      ways: { keychain: "gnome_libsecret", passphrase: true },
    });
  });

  it("stays open through another look at the file and the keychain", async () => {
    const vault = await makeVault(folder, { keychain });
    await vault.start();
    expect(vault.state().kind).toBe("open");
    expect(secretIn(vault, "shop", "realtime")).toBe("first-secret-value");
  });
});
