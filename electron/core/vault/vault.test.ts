import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import {
  codeOf,
  done,
  makeVault,
  PASSPHRASE,
  previousPath,
  replaceText,
  secretIn,
  startVault,
  temporaryFolder,
  textOf,
  vaultPath,
} from "./test-support/test-vault.ts";
import { createVault } from "./vault.ts";

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

describe("a workspace without a vault", () => {
  it("has none, and writes nothing to find that out", async () => {
    expect((await startVault(folder)).state()).toEqual({ kind: "none" });
    expect(readdirSync(folder)).toEqual([]);
  });

  it("gets one with the secrets it had so far, at the full price of a passphrase", async () => {
    const vault = createVault({ folder, clock: { now: () => new Date() } });
    await vault.start();
    const secrets = () => [{ tenantId: "shop", slot: "realtime" as const, value: "plain-secret" }];
    done(await vault.create({ kind: "passphrase", passphrase: PASSPHRASE }, secrets));
    expect(vault.state()).toMatchObject({ kind: "open", secretCount: 1, unreadable: [] });
    expect(JSON.parse(textOf(folder))).toMatchObject({
      format: "optievent-vault/1",
      wraps: [{ kind: "passphrase", scrypt: { N: 131_072, r: 8, p: 1 } }],
    });

    const later = createVault({ folder, clock: { now: () => new Date() } });
    await later.start();
    expect(later.state()).toMatchObject({ kind: "locked", ways: { passphrase: true } });
    done(await later.unlock(PASSPHRASE));
    expect(secretIn(later, "shop", "realtime")).toBe("plain-secret");
  });

  it("does not get a second one over the first", async () => {
    const early = await startVault(folder);
    await makeVault(folder);
    const before = textOf(folder);
    expect(codeOf(await early.create({ kind: "passphrase", passphrase: PASSPHRASE }, () => []))).toBe(
      "vault.exists",
    );
    expect(textOf(folder)).toBe(before);
    expect(early.state().kind).toBe("locked");
  });

  it("refuses a short passphrase", async () => {
    const vault = await startVault(folder);
    expect(codeOf(await vault.create({ kind: "passphrase", passphrase: "123456789" }, () => []))).toBe(
      "vault.passphrase-too-short",
    );
    expect(existsSync(vaultPath(folder))).toBe(false);
  });
});

describe("the file of a vault", () => {
  it.skipIf(process.platform === "win32")(
    "can be read by its owner only, and so can the version before",
    async () => {
      const vault = await makeVault(folder);
      done(vault.putSecret({ tenantId: "shop", slot: "proxy-password" }, "third"));
      for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    },
  );

  it("holds no secret and no passphrase in any form", async () => {
    const vault = await makeVault(folder);
    done(vault.putSecret({ tenantId: "shop", slot: "proxy-password" }, "third-secret-value"));
    const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), "latin1"));
    for (const secret of ["first-secret-value", "third-secret-value", PASSPHRASE]) {
      for (const form of [
        secret,
        Buffer.from(secret).toString("hex"),
        Buffer.from(secret).toString("base64"),
      ]) {
        expect(texts.join("")).not.toContain(form.slice(0, 12));
      }
    }
  });

  it("keeps the version before", async () => {
    const vault = await makeVault(folder);
    const before = textOf(folder);
    done(vault.putSecret({ tenantId: "shop", slot: "proxy-password" }, "third"));
    expect(readFileSync(previousPath(folder), "utf8")).toBe(before);
  });

  it("counts its generations whatever the clock says", async () => {
    const times = ["2026-11-23T09:00:00.000Z", "2020-01-01T00:00:00.000Z", "1999-01-01T00:00:00.000Z"];
    const clock = { now: () => new Date(times.shift() ?? "1970-01-01T00:00:00.000Z") };
    const vault = await makeVault(folder, { clock });
    const id = { tenantId: "shop", slot: "realtime" } as const;
    done(vault.putSecret(id, "after the clock went back"));
    done(vault.putSecret(id, "and further back"));
    expect(JSON.parse(textOf(folder))).toMatchObject({ generation: 3 });
    const later = await startVault(folder);
    done(await later.unlock(PASSPHRASE));
    expect(secretIn(later, "shop", "realtime")).toBe("and further back");
  });
});

describe("a locked vault", () => {
  it("refuses a wrong passphrase before anything is written", async () => {
    (await makeVault(folder)).lock();
    const before = textOf(folder);
    const vault = await startVault(folder);
    expect(codeOf(await vault.unlock("correct horse batterY"))).toBe("vault.wrong-passphrase");
    expect(vault.state().kind).toBe("locked");
    expect(vault.entries().every(({ value }) => value === null)).toBe(true);
    expect(codeOf(vault.putSecret({ tenantId: "shop", slot: "realtime" }, "new"))).toBe("vault.locked");
    expect(codeOf(await vault.changePassphrase(PASSPHRASE, "another passphrase"))).toBe("vault.locked");
    expect(codeOf(await vault.exportRecoveryKey(PASSPHRASE))).toBe("vault.locked");
    expect(textOf(folder)).toBe(before);
  });

  it("opens by the same letters typed on another system", async () => {
    const vault = await startVault(folder);
    done(await vault.create({ kind: "passphrase", passphrase: "Größenwahn é".normalize("NFD") }, () => []));
    vault.lock();
    done(await vault.unlock("Größenwahn é".normalize("NFC")));
  });

  it("says what is in it, lets it be removed, and shows no value", async () => {
    (await makeVault(folder)).lock();
    const vault = await startVault(folder);
    expect(vault.entries()).toEqual([
      { tenantId: "shop", slot: "realtime", value: null },
      { tenantId: "shop", slot: "optievent", value: null },
    ]);
    done(vault.removeSecret({ tenantId: "shop", slot: "realtime" }));
    done(await vault.unlock(PASSPHRASE));
    expect(secretIn(vault, "shop", "realtime")).toBeUndefined();
    expect(secretIn(vault, "shop", "optievent")).toBe("second-secret-value");
  });

  it("has its key zeroed", async () => {
    const vault = await makeVault(folder);
    const sealed = vault.seal("file/x", Buffer.from("text"));
    expect(vault.unseal("file/x", sealed ?? "")?.toString()).toBe("text");
    vault.lock();
    expect(vault.seal("file/x", Buffer.from("text"))).toBeNull();
    expect(vault.unseal("file/x", sealed ?? "")).toBeNull();
  });
});

describe("changing the passphrase", () => {
  it("wraps the key anew and nothing else, and leaves the old one nothing to open", async () => {
    const vault = await makeVault(folder);
    done(vault.putSecret({ tenantId: "shop", slot: "proxy-password" }, "third"));
    const { records } = JSON.parse(textOf(folder));
    done(await vault.changePassphrase(PASSPHRASE, "another passphrase"));
    expect(JSON.parse(textOf(folder)).records).toEqual(records);
    for (const path of [vaultPath(folder), previousPath(folder)]) {
      replaceText(folder, readFileSync(path));
      const later = await startVault(folder);
      expect(codeOf(await later.unlock(PASSPHRASE))).toBe("vault.wrong-passphrase");
      done(await later.unlock("another passphrase"));
    }
  });

  it("needs the one there is", async () => {
    const vault = await makeVault(folder);
    const before = textOf(folder);
    expect(codeOf(await vault.changePassphrase("not the passphrase", "another passphrase"))).toBe(
      "vault.wrong-passphrase",
    );
    expect(codeOf(await vault.changePassphrase(null, "another passphrase"))).toBe("vault.wrong-passphrase");
    expect(codeOf(await vault.changePassphrase(PASSPHRASE, "short"))).toBe("vault.passphrase-too-short");
    expect(textOf(folder)).toBe(before);
  });

  it("ends without harm when the vault is locked meanwhile", async () => {
    const vault = await makeVault(folder);
    const changing = vault.changePassphrase(PASSPHRASE, "another passphrase");
    vault.lock();
    expect(codeOf(await changing)).toBe("vault.locked");
    done(await vault.unlock(PASSPHRASE));
  });
});

describe("a recovery key", () => {
  it("opens the vault and gives it a new passphrase", async () => {
    const vault = await makeVault(folder);
    const recoveryKey = done(await vault.exportRecoveryKey(PASSPHRASE));
    const later = await startVault(folder);
    expect(later.state()).toMatchObject({ ways: { recoveryKey: true } });
    done(await later.restoreWithRecoveryKey(recoveryKey.toLowerCase(), "a new passphrase"));
    expect(secretIn(later, "shop", "realtime")).toBe("first-secret-value");
    later.lock();
    done(await later.unlock("a new passphrase"));
  });

  it("needs the passphrase, is nowhere on disk, and ends the one before", async () => {
    const vault = await makeVault(folder);
    expect(codeOf(await vault.exportRecoveryKey("not the passphrase"))).toBe("vault.wrong-passphrase");
    const first = done(await vault.exportRecoveryKey(PASSPHRASE));
    const second = done(await vault.exportRecoveryKey(PASSPHRASE));
    for (const name of readdirSync(folder)) {
      expect(readFileSync(join(folder, name), "latin1").includes(second.slice(0, 9))).toBe(false);
    }
    vault.lock();
    expect(codeOf(await vault.restoreWithRecoveryKey(first, null))).toBe("vault.wrong-recovery-key");
    done(await vault.restoreWithRecoveryKey(second, null));
  });

  it("of another vault opens nothing", async () => {
    const other = await makeVault(temporaryFolder());
    const vault = await makeVault(folder);
    expect(
      codeOf(await vault.restoreWithRecoveryKey(done(await other.exportRecoveryKey(PASSPHRASE)), null)),
    ).toBe("vault.no-such-way");
    done(await vault.exportRecoveryKey(PASSPHRASE));
    const before = textOf(folder);
    expect(
      codeOf(await vault.restoreWithRecoveryKey(done(await other.exportRecoveryKey(PASSPHRASE)), null)),
    ).toBe("vault.wrong-recovery-key");
    expect(textOf(folder)).toBe(before);
  });
});

describe("two programs at once", () => {
  it("the second to write is told, and then has what the first wrote", async () => {
    const one = await makeVault(folder);
    const other = await startVault(folder);
    done(await other.unlock(PASSPHRASE));
    done(other.putSecret({ tenantId: "shop", slot: "realtime" }, "from the other"));
    const id = { tenantId: "shop", slot: "optievent" } as const;
    expect(codeOf(one.putSecret(id, "from the one"))).toBe("vault.changed-elsewhere");
    expect(secretIn(one, "shop", "realtime")).toBe("from the other");
    expect(secretIn(one, "shop", "optievent")).toBe("second-secret-value");
    done(one.putSecret(id, "from the one"));
    const later = await startVault(folder);
    done(await later.unlock(PASSPHRASE));
    expect(secretIn(later, "shop", "realtime")).toBe("from the other");
    expect(secretIn(later, "shop", "optievent")).toBe("from the one");
  });

  it("one that holds another vault's key does not write over this one", async () => {
    const one = await makeVault(folder);
    rmSync(vaultPath(folder));
    rmSync(previousPath(folder), { force: true });
    await makeVault(folder);
    const before = textOf(folder);
    expect(codeOf(one.putSecret({ tenantId: "shop", slot: "realtime" }, "x"))).toBe(
      "vault.changed-elsewhere",
    );
    expect(textOf(folder)).toBe(before);
    expect(one.state().kind).toBe("locked");
  });
});

describe("starting anew", () => {
  it("keeps both files aside, from where they can be put back", async () => {
    const vault = await makeVault(folder);
    done(vault.putSecret({ tenantId: "shop", slot: "realtime" }, "again"));
    expect(codeOf(vault.startAnew())).toBe("vault.is-open");
    vault.lock();
    const before = textOf(folder);
    const [aside = "", previousAside = ""] = done(vault.startAnew());
    expect(vault.state()).toEqual({ kind: "none" });
    expect(readFileSync(aside, "utf8")).toBe(before);
    expect(previousAside).toContain("vault.previous.unreadable-");
    replaceText(folder, readFileSync(aside));
    const later = await startVault(folder);
    done(await later.unlock(PASSPHRASE));
    expect(secretIn(later, "shop", "realtime")).toBe("again");
  });
});
