import { beforeEach, describe, expect, it } from "vitest";
import { SANDBOX_TENANT_ID } from "../../../shared/domain/tenant.ts";
import {
  codeOf,
  done,
  PASSPHRASE,
  replaceText,
  startVault,
  temporaryFolder,
  textOf,
} from "../vault/test-support/test-vault.ts";
import type { Vault } from "../vault/vault.ts";
import { createVaultSecrets, type VaultSecrets } from "./vault-secrets.ts";

const VALUE = "0123456789abcdef0123456789abcdef";

let folder: string;
let vault: Vault;
let secrets: VaultSecrets;
beforeEach(async () => {
  folder = temporaryFolder();
  vault = await startVault(folder);
  secrets = createVaultSecrets(vault);
});

async function createVaultNow(): Promise<void> {
  done(await vault.create({ kind: "passphrase", passphrase: PASSPHRASE }, () => secrets.forSession()));
  secrets.dropSession();
}

describe("secrets without a vault", () => {
  it("last for the session and are written nowhere", async () => {
    done(secrets.set("shop", "realtime", VALUE));
    expect(secrets.use("shop", "realtime")).toBe(VALUE);
    expect(createVaultSecrets(await startVault(folder)).use("shop", "realtime")).toBeNull();
  });

  it("move into a vault that is made", async () => {
    done(secrets.set("shop", "realtime", VALUE));
    await createVaultNow();
    expect(secrets.use("shop", "realtime")).toBe(VALUE);
    expect(secrets.forSession()).toEqual([]);
    vault.lock();
    expect(secrets.use("shop", "realtime")).toBeNull();
  });

  it("of the demo tenant stay out of every vault", async () => {
    done(secrets.set(SANDBOX_TENANT_ID, "realtime", VALUE));
    await createVaultNow();
    done(secrets.set(SANDBOX_TENANT_ID, "optievent", "another value of the demo"));
    expect(vault.entries()).toEqual([]);
    vault.lock();
    expect(secrets.use(SANDBOX_TENANT_ID, "realtime")).toBe(VALUE);
    expect(secrets.refusal(SANDBOX_TENANT_ID, "realtime")).toBeNull();
  });
});

describe("secrets in a vault", () => {
  beforeEach(createVaultNow);

  it("are there after a restart, once the vault is open", async () => {
    done(secrets.set("shop", "realtime", VALUE));
    const later = await startVault(folder);
    const laterSecrets = createVaultSecrets(later);
    expect(laterSecrets.use("shop", "realtime")).toBeNull();
    expect(laterSecrets.refusal("shop", "realtime")).toMatchObject({ code: "vault.locked" });
    expect(laterSecrets.refusal("shop", "optievent")).toBeNull();
    expect(laterSecrets.describe("shop", "realtime")).toEqual({ isSet: true, isReadable: true, hint: null });
    done(await later.unlock(PASSPHRASE));
    expect(laterSecrets.use("shop", "realtime")).toBe(VALUE);
    expect(laterSecrets.describe("shop", "realtime")).toEqual({ isSet: true, isReadable: true, hint: "ef" });
  });

  it("cannot be set while it is locked, rather than being kept for the session behind one's back", () => {
    vault.lock();
    expect(codeOf(secrets.set("shop", "realtime", VALUE))).toBe("vault.locked");
    expect(secrets.describe("shop", "realtime").isSet).toBe(false);
  });

  it("can be forgotten while it is locked", async () => {
    done(secrets.set("shop", "realtime", VALUE));
    vault.lock();
    done(secrets.set("shop", "realtime", null));
    done(await vault.unlock(PASSPHRASE));
    expect(secrets.describe("shop", "realtime").isSet).toBe(false);
  });

  it("that are damaged are told from those that are not set", async () => {
    done(secrets.set("shop", "realtime", VALUE));
    replaceText(
      folder,
      textOf(folder).replace(
        /("sealed": "optievent-sealed\/1:[^"]{60})[^"]{6}([^"]*"\s+\}\s+\],\s+"checksum)/,
        "$1AAAAAA$2",
      ),
    );
    const later = await startVault(folder);
    done(await later.unlock(PASSPHRASE));
    const laterSecrets = createVaultSecrets(later);
    expect(laterSecrets.use("shop", "realtime")).toBeNull();
    expect(laterSecrets.describe("shop", "realtime")).toEqual({ isSet: true, isReadable: false, hint: null });
    expect(laterSecrets.refusal("shop", "realtime")).toMatchObject({ code: "vault.secret-unreadable" });
    done(laterSecrets.set("shop", "realtime", "entered again"));
    expect(laterSecrets.use("shop", "realtime")).toBe("entered again");
    expect(laterSecrets.refusal("shop", "realtime")).toBeNull();
  });
});

describe("redaction", () => {
  it("names each kind of secret, and hides one that is part of another as the whole", () => {
    done(secrets.set("shop", "realtime", "part-of-it"));
    done(secrets.set("shop", "proxy-password", "it-is-part-of-it-all"));
    expect(secrets.redact("it-is-part-of-it-all and part-of-it")).toBe(
      "{{secret:proxy-password}} and {{secret:token}}",
    );
  });

  it("hides a longer secret of the vault whole although the session knows a part of it", async () => {
    await createVaultNow();
    done(secrets.set(SANDBOX_TENANT_ID, "realtime", "part-of-it"));
    done(secrets.set("shop", "realtime", "it-is-part-of-it-all"));
    expect(secrets.redact("it-is-part-of-it-all")).toBe("{{secret:token}}");
  });

  it("forgets at locking also what was sent", async () => {
    await createVaultNow();
    done(secrets.set("shop", "realtime", VALUE));
    secrets.protect(VALUE);
    vault.lock();
    expect(secrets.redact(VALUE)).toBe(VALUE);
  });

  it("of what is under way goes on after the vault was locked, and the memory of it is gone", async () => {
    done(secrets.set("shop", "realtime", VALUE));
    await createVaultNow();
    const underWay = secrets.currentRedactor();
    vault.lock();
    expect(underWay(`x ${VALUE}`)).toBe("x {{secret:token}}");
    expect(secrets.redact(VALUE)).toBe(VALUE);
  });
});
