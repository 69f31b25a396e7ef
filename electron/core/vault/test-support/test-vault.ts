import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { SecretSlot } from "../../../../shared/domain/vault.ts";
import type { Result } from "../../../../shared/result/result.ts";
import { createVault, type Vault } from "../vault.ts";
import { PREVIOUS_FILE, VAULT_FILE } from "../vault-files.ts";
import { CHEAP, PASSPHRASE } from "./passphrase.ts";

export { PASSPHRASE };

const clock = { now: () => new Date("2026-11-23T09:15:00.000Z") };

/** A new folder that is removed after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "optievent-vault-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

type VaultOptions = Parameters<typeof createVault>[0];

/** The vault of a folder as a program that starts finds it. */
export async function startVault(folder: string, change: Partial<VaultOptions> = {}): Promise<Vault> {
  const vault = createVault({ folder, clock, scryptCost: CHEAP, ...change });
  await vault.start();
  return vault;
}

/** A vault with two secrets, open. */
export async function makeVault(folder: string, change: Partial<VaultOptions> = {}): Promise<Vault> {
  const vault = await startVault(folder, change);
  done(
    await vault.create({ kind: "passphrase", passphrase: PASSPHRASE }, () => [
      { tenantId: "shop", slot: "realtime", value: "first-secret-value" },
      { tenantId: "shop", slot: "optievent", value: "second-secret-value" },
    ]),
  );
  return vault;
}

/** The value of what must have worked. */
export function done<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

export function codeOf(result: Result<unknown>): string | null {
  return result.ok ? null : result.error.code;
}

/** The secret as the vault gives it; undefined where there is none, null where it cannot be read. */
export function secretIn(vault: Vault, tenantId: string, slot: SecretSlot): string | null | undefined {
  const entries = vault.entries().filter((entry) => entry.tenantId === tenantId && entry.slot === slot);
  const entry = entries.find(({ value }) => value !== null) ?? entries[0];
  return entry === undefined ? undefined : (entry.value?.toString("utf8") ?? null);
}

export function vaultPath(folder: string): string {
  return join(folder, VAULT_FILE);
}

export function previousPath(folder: string): string {
  return join(folder, PREVIOUS_FILE);
}

export function textOf(folder: string): string {
  return readFileSync(vaultPath(folder), "utf8");
}

export function replaceText(folder: string, text: string | Uint8Array): void {
  writeFileSync(vaultPath(folder), text, { mode: 0o600 });
}
