import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { fillUp, mountSmall, NO_SMALL_FILE_SYSTEM } from "../test-support/small-file-system.ts";
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

const script = join(import.meta.dirname, "test-support", "write-for-ever.ts");
const ID = { tenantId: "shop", slot: "realtime" } as const;
const KILLS = Number(process.env["OPTIEVENT_KILLS"] ?? "200");

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

/** Starts the writer and kills it after it has said so many numbers; answers the last one it said. */
async function writeAndKill(first: number, lines: number): Promise<number> {
  const child = spawn(process.execPath, [script, folder, String(first)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let last = first - 1;
  let said = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line);
    said += 1;
    // Not awaited and without any pause: the writer is in the middle of whatever it does next.
    if (said === lines) child.kill("SIGKILL");
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  expect(child.signalCode).toBe("SIGKILL");
  return last;
}

describe("a program killed while it writes", () => {
  it(`leaves a vault that opens and holds the last value said or the one after, ${KILLS} times`, async () => {
    await makeVault(folder);
    let next = 1;
    for (let round = 0; round < KILLS; round += 1) {
      const last = await writeAndKill(next, 1 + (round % 5));
      const vault = await startVault(folder);
      expect(vault.state()).toMatchObject({ kind: "locked", isDamaged: false });
      done(await vault.unlock(PASSPHRASE));
      const value = secretIn(vault, "shop", "realtime") ?? "";
      const written = Number(value.replace("value-", ""));
      // The writer may have gone on for as long as its death took to arrive.
      expect(written).toBeGreaterThanOrEqual(last);
      expect(secretIn(vault, "shop", "optievent")).toBe("second-secret-value");
      next = written + 1;
    }
    const vault = await startVault(folder);
    done(await vault.unlock(PASSPHRASE));
    done(vault.putSecret(ID, "the end"));
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  }, 400_000);
});

describe("a full disk", () => {
  it("keeps what was there, says why, and goes on once there is room", async (context) => {
    const small = mountSmall(folder, 96);
    context.skip(small === null, NO_SMALL_FILE_SYSTEM);
    if (small === null) return;
    const vault = await makeVault(small);
    done(vault.putSecret(ID, "before"));
    const before = textOf(small);
    const makeRoom = fillUp(small);
    const refused = vault.putSecret(ID, "too much");
    expect(refused).toMatchObject({ error: { code: "vault.not-saved" } });
    expect(refused.ok ? "" : refused.error.message).toContain("the disk is full");
    expect(textOf(small)).toBe(before);
    expect(secretIn(vault, "shop", "realtime")).toBe("before");
    expect(codeOf(await vault.changePassphrase(PASSPHRASE, "another passphrase"))).toBe("vault.not-saved");
    makeRoom();
    done(vault.putSecret(ID, "after"));
    const later = await startVault(small);
    done(await later.unlock(PASSPHRASE));
    expect(secretIn(later, "shop", "realtime")).toBe("after");
  });

  it.skipIf(process.platform === "win32")("in the middle of a file leaves nothing of it", async () => {
    done((await makeVault(folder)).putSecret({ tenantId: "shop", slot: "proxy-password" }, "x".repeat(8000)));
    const before = textOf(folder);
    // A file may have 4 KiB here, and the vault has more: the write fails part of the way through.
    const child = spawn(
      "bash",
      ["-c", 'trap "" XFSZ; ulimit -f 4; exec "$@"', "bash", process.execPath, script, folder],
      {
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    const output = (await child.stdout.toArray()).join("");
    expect(output).toContain("vault.not-saved");
    expect(textOf(folder)).toBe(before);
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });
});

describe("a folder that cannot be written to", () => {
  it.skipIf(process.getuid?.() === 0 || process.platform === "win32")(
    "leaves the vault readable and says why it did not change (root writes everywhere, so not as root)",
    async () => {
      await makeVault(folder);
      chmodSync(folder, 0o500);
      onTestFinished(() => chmodSync(folder, 0o700));
      const vault = await startVault(folder);
      done(await vault.unlock(PASSPHRASE));
      expect(secretIn(vault, "shop", "realtime")).toBe("first-secret-value");
      const refused = vault.putSecret(ID, "new");
      expect(refused).toMatchObject({ error: { code: "vault.not-saved" } });
      expect(refused.ok ? "" : refused.error.message).toContain("access is denied");
    },
  );

  it("on a read-only file system says so and keeps working with what is there", async (context) => {
    const small = mountSmall(folder, 96);
    context.skip(small === null, NO_SMALL_FILE_SYSTEM);
    if (small === null) return;
    const vault = await makeVault(small);
    execFileSync("mount", ["-o", "remount,ro", small]);
    const refused = vault.putSecret(ID, "new");
    expect(refused).toMatchObject({ error: { code: "vault.not-saved" } });
    expect(refused.ok ? "" : refused.error.message).toContain("read-only");
    const later = await startVault(small);
    done(await later.unlock(PASSPHRASE));
    expect(secretIn(later, "shop", "realtime")).toBe("first-secret-value");
  });
});
