import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
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

const RIGHT = { realtime: "first-secret-value", optievent: "second-secret-value" } as const;

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

/** Changes the file as JSON, as a hand or another program would. */
function edit(
  change: (file: Record<string, unknown> & { records: Record<string, unknown>[] }) => void,
): void {
  const file = JSON.parse(textOf(folder));
  change(file);
  replaceText(folder, JSON.stringify(file));
}

/** Everything in the folder that still holds these bytes: the ciphertext has not been lost. */
function filesWith(bytes: Buffer): string[] {
  return readdirSync(folder).filter((name) => readFileSync(join(folder, name)).equals(bytes));
}

describe("a file with one byte changed", () => {
  it("never crashes, never gives a wrong secret, and never loses what it held", async () => {
    await makeVault(folder);
    const good = readFileSync(vaultPath(folder));
    // A prime step, so that the positions fall differently on the repeating parts of the file.
    for (let position = 0; position < good.length; position += 3) {
      for (const flip of [0x01, 0x20, 0x80]) {
        const damaged = Buffer.from(good);
        damaged.writeUInt8(damaged.readUInt8(position) ^ flip, position);
        replaceText(folder, damaged);
        await useDamaged(damaged);
      }
    }
  });

  async function useDamaged(damaged: Buffer): Promise<void> {
    const vault = await startVault(folder);
    const opened = await vault.unlock(PASSPHRASE);
    const state = vault.state();
    // Whatever can be done with it, the bytes as they were found stay somewhere.
    if (opened.ok) {
      expect(state.kind).toBe("open");
      for (const slot of ["realtime", "optievent"] as const) {
        expect([RIGHT[slot], null, undefined]).toContain(secretIn(vault, "shop", slot));
      }
      expect(vault.entries()).toHaveLength(2);
      done(vault.putSecret({ tenantId: "new", slot: "realtime" }, "added"));
      expect(vault.entries()).toHaveLength(3);
      const kept = filesWith(damaged);
      expect(
        kept.some((name) => name.startsWith("vault.unreadable-") || name === "vault.previous.json"),
      ).toBe(true);
    } else {
      expect(["locked", "damaged", "newer"]).toContain(state.kind);
      expect(codeOf(vault.putSecret({ tenantId: "new", slot: "realtime" }, "added"))).not.toBeNull();
      expect(readFileSync(vaultPath(folder)).equals(damaged)).toBe(true);
    }
    for (const name of readdirSync(folder)) if (name !== "vault.json") rmSync(join(folder, name));
  }
});

describe("a file that is not whole", () => {
  it("is damaged wherever it was cut, and left alone", async () => {
    await makeVault(folder);
    const text = textOf(folder);
    for (let length = 0; length < text.length - 1; length += 37) {
      replaceText(folder, text.slice(0, length));
      const vault = await startVault(folder);
      expect(vault.state()).toMatchObject({ kind: "damaged", reason: "it is not whole", hasPrevious: false });
      expect(codeOf(await vault.unlock(PASSPHRASE))).toBe("vault.damaged");
      expect(codeOf(await vault.create({ kind: "passphrase", passphrase: PASSPHRASE }, () => []))).toBe(
        "vault.exists",
      );
      expect(textOf(folder)).toBe(text.slice(0, length));
    }
  });

  it("gives way to the version before, and is kept aside", async () => {
    const first = await makeVault(folder);
    done(first.putSecret({ tenantId: "shop", slot: "realtime" }, "the last change"));
    replaceText(folder, textOf(folder).slice(0, 400));
    const damaged = readFileSync(vaultPath(folder));
    const vault = await startVault(folder);
    expect(vault.state()).toMatchObject({ kind: "damaged", hasPrevious: true });
    done(await vault.restorePrevious());
    done(await vault.unlock(PASSPHRASE));
    expect(secretIn(vault, "shop", "realtime")).toBe("first-secret-value");
    expect(filesWith(damaged)[0]).toMatch(/^vault\.unreadable-/);
  });

  it("is offered the version before when it is gone altogether", async () => {
    const first = await makeVault(folder);
    done(first.putSecret({ tenantId: "shop", slot: "realtime" }, "the last change"));
    rmSync(vaultPath(folder));
    const vault = await startVault(folder);
    expect(vault.state()).toMatchObject({ kind: "damaged", hasPrevious: true });
    expect(codeOf(await vault.create({ kind: "passphrase", passphrase: PASSPHRASE }, () => []))).toBe(
      "vault.exists",
    );
    done(await vault.restorePrevious());
    done(await vault.unlock(PASSPHRASE));
  });

  it("is not replaced where it is in order", async () => {
    const vault = await makeVault(folder);
    done(vault.putSecret({ tenantId: "shop", slot: "realtime" }, "the last change"));
    expect(codeOf(await vault.restorePrevious())).toBe("vault.not-damaged");
    expect(secretIn(vault, "shop", "realtime")).toBe("the last change");
  });
});

describe("one damaged record", () => {
  beforeEach(async () => {
    await makeVault(folder);
    edit(({ records }) => {
      if (records[0] !== undefined)
        records[0]["sealed"] = String(records[0]["sealed"]).replace(/.....$/, "AAAA=");
    });
  });

  it("is shown as unreadable, and the others work", async () => {
    const vault = await startVault(folder);
    expect(vault.state()).toMatchObject({ kind: "locked", isDamaged: true });
    done(await vault.unlock(PASSPHRASE));
    expect(vault.state()).toMatchObject({
      kind: "open",
      unreadable: [{ tenantId: "shop", slot: "realtime" }],
    });
    expect(secretIn(vault, "shop", "realtime")).toBeNull();
    expect(secretIn(vault, "shop", "optievent")).toBe("second-secret-value");
  });

  it("stays as it is through other changes, until it is entered again", async () => {
    const vault = await startVault(folder);
    done(await vault.unlock(PASSPHRASE));
    const sealed = JSON.parse(textOf(folder)).records[0];
    done(vault.putSecret({ tenantId: "shop", slot: "optievent" }, "changed"));
    expect(JSON.parse(textOf(folder)).records).toContainEqual(sealed);
    expect(vault.state()).toMatchObject({ unreadable: [{ tenantId: "shop", slot: "realtime" }] });
    done(vault.putSecret({ tenantId: "shop", slot: "realtime" }, "entered again"));
    expect(vault.state()).toMatchObject({ unreadable: [], secretCount: 2 });
    expect(secretIn(vault, "shop", "realtime")).toBe("entered again");
  });

  it("does not become the version to go back to", async () => {
    const vault = await startVault(folder);
    done(await vault.unlock(PASSPHRASE));
    done(vault.putSecret({ tenantId: "shop", slot: "optievent" }, "changed"));
    expect(existsSync(previousPath(folder))).toBe(false);
    expect(readdirSync(folder).some((name) => name.startsWith("vault.unreadable-"))).toBe(true);
  });
});

describe("a record moved to another id", () => {
  it("does not decrypt there", async () => {
    await makeVault(folder);
    edit(({ records: [first, second] }) => {
      if (first === undefined || second === undefined) throw new Error("The vault has two records.");
      [first["sealed"], second["sealed"]] = [second["sealed"], first["sealed"]];
    });
    const vault = await startVault(folder);
    done(await vault.unlock(PASSPHRASE));
    expect(vault.entries().map(({ value }) => value)).toEqual([null, null]);
  });

  it("of another tenant does not decrypt there either", async () => {
    await makeVault(folder);
    edit(({ records }) => {
      for (const record of records) record["tenantId"] = "attacker";
    });
    const vault = await startVault(folder);
    done(await vault.unlock(PASSPHRASE));
    expect(secretIn(vault, "attacker", "realtime")).toBeNull();
  });
});

describe("a damaged way in", () => {
  it("costs the other ways nothing", async () => {
    const first = await makeVault(folder);
    const recoveryKey = done(await first.exportRecoveryKey(PASSPHRASE));
    edit((file) => {
      const [wrap, ...others] = file["wraps"] as object[];
      file["wraps"] = [{ ...wrap, salt: "" }, ...others];
    });
    const vault = await startVault(folder);
    expect(vault.state()).toMatchObject({
      kind: "locked",
      isDamaged: true,
      ways: { passphrase: false, recoveryKey: true },
    });
    expect(codeOf(await vault.unlock(PASSPHRASE))).toBe("vault.no-such-way");
    done(await vault.restoreWithRecoveryKey(recoveryKey, "a new passphrase"));
    expect(vault.state()).toMatchObject({ kind: "open", ways: { passphrase: true } });
  });

  it("cannot ask for any amount of memory", async () => {
    await makeVault(folder);
    edit((file) => {
      const [wrap] = file["wraps"] as object[];
      file["wraps"] = [{ ...wrap, scrypt: { N: 2 ** 30, r: 8, p: 1 } }];
    });
    expect(codeOf(await (await startVault(folder)).unlock(PASSPHRASE))).toBe("vault.no-such-way");
  });
});

describe("a file of a newer version", () => {
  it("is left alone in every way", async () => {
    await makeVault(folder);
    edit((file) => {
      file["format"] = "optievent-vault/2";
      file["shape"] = "unknown to us";
    });
    const before = textOf(folder);
    const vault = await startVault(folder);
    expect(vault.state()).toEqual({ kind: "newer", version: 2 });
    const attempts = [
      await vault.unlock(PASSPHRASE),
      await vault.create({ kind: "passphrase", passphrase: PASSPHRASE }, () => []),
      await vault.restorePrevious(),
      await vault.changePassphrase(PASSPHRASE, "another passphrase"),
      vault.startAnew(),
      vault.putSecret({ tenantId: "shop", slot: "realtime" }, "x"),
      vault.removeSecret({ tenantId: "shop", slot: "realtime" }),
    ];
    expect(attempts.every(({ ok }) => !ok)).toBe(true);
    expect(textOf(folder)).toBe(before);
  });
});
