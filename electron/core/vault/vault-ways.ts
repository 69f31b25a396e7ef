import { SHORTEST_PASSPHRASE } from "../../../shared/domain/vault.ts";
import { success, type Result } from "../../../shared/result/result.ts";
import type { KeychainAccess } from "./keychain-access.ts";
import { stateOf, type VaultHolder } from "./loaded-vault.ts";
import { makeRecoveryKey, readRecoveryKey, writeRecoveryKey } from "./recovery-key.ts";
import { findWrap, isKeyOf, withWrap } from "./vault-content.ts";
import { notOpen, noWay, tooShort, wrongPassphrase, wrongRecoveryKey } from "./vault-refusals.ts";
import {
  unwrapWithPassphrase,
  unwrapWithRecoveryKey,
  wrapWithPassphrase,
  wrapWithRecoveryKey,
  type ScryptCost,
} from "./wraps.ts";

// The ways into a vault: opening it by each, and adding or changing one. Codes as `Vault` lists them.

export type WaysContext = {
  readonly holder: VaultHolder;
  readonly keychain: KeychainAccess;
  readonly scryptCost: ScryptCost;
};

/** Opens the vault if it is to be opened by the keychain and the keychain does. */
export async function askKeychain(context: WaysContext): Promise<void> {
  const { holder, keychain } = context;
  const before = holder.current();
  const wrap = before.kind === "read" ? findWrap(before.content, "keychain") : null;
  if (wrap === null) return;
  const unwrapped = await keychain.unwrap(wrap);
  const vault = holder.current();
  if (vault.kind !== "read" || vault.dataKey !== null) return;
  if (!unwrapped.ok) {
    holder.become({ ...vault, keychainProblem: unwrapped.error.message });
  } else if (!holder.openWith(vault, unwrapped.value.dataKey)) {
    const keychainProblem = `The key that ${wrap.backend} gave back is that of another vault.`;
    holder.become({ ...vault, keychainProblem });
  } else if (unwrapped.value.shouldWrapAgain) {
    // Where this fails the old wrap still works, and the next start tries again.
    await wrapWithKeychain(context);
  }
}

export async function wrapWithKeychain({ holder, keychain }: WaysContext): Promise<Result<null>> {
  const key = copyOfKey(holder, keychain);
  if (!key.ok) return key;
  const wrap = await keychain.wrap(key.value.dataKey);
  key.value.dataKey.fill(0);
  return wrap.ok ? holder.change((content) => withWrap(content, wrap.value)) : wrap;
}

export async function unlockWithPassphrase(
  { holder, keychain }: WaysContext,
  passphrase: string,
): Promise<Result<null>> {
  const vault = holder.current();
  if (vault.kind !== "read") return notOpen(stateOf(vault, keychain.isThere));
  if (vault.dataKey !== null) return success(null);
  const wrap = findWrap(vault.content, "passphrase");
  if (wrap === null) return noWay("passphrase");
  const dataKey = await unwrapWithPassphrase(vault.content.vaultId, wrap, passphrase);
  const isRight = dataKey !== null && holder.openWith(vault, dataKey);
  return isRight ? success(null) : wrongPassphrase(vault.isDamaged);
}

export async function changePassphrase(
  context: WaysContext,
  current: string | null,
  next: string,
): Promise<Result<null>> {
  if (next.length < SHORTEST_PASSPHRASE) return tooShort();
  const checked = await checkPassphrase(context, current);
  return checked.ok ? setPassphrase(context, next) : checked;
}

export async function exportRecoveryKey(
  context: WaysContext,
  passphrase: string | null,
): Promise<Result<string>> {
  const checked = await checkPassphrase(context, passphrase);
  if (!checked.ok) return checked;
  const recoveryKey = makeRecoveryKey();
  const saved = context.holder.change(
    (content, dataKey) => withWrap(content, wrapWithRecoveryKey(content.vaultId, dataKey, recoveryKey)),
    true,
  );
  const written = writeRecoveryKey(recoveryKey);
  recoveryKey.fill(0);
  return saved.ok ? success(written) : saved;
}

export async function restoreWithRecoveryKey(
  context: WaysContext,
  written: string,
  newPassphrase: string | null,
): Promise<Result<null>> {
  const { holder, keychain } = context;
  const recoveryKey = readRecoveryKey(written);
  if (!recoveryKey.ok) return recoveryKey;
  if (newPassphrase !== null && newPassphrase.length < SHORTEST_PASSPHRASE) return tooShort();
  const vault = holder.current();
  if (vault.kind !== "read") return notOpen(stateOf(vault, keychain.isThere));
  const wrap = findWrap(vault.content, "recovery");
  if (wrap === null) return noWay("recovery key");
  const dataKey = unwrapWithRecoveryKey(vault.content.vaultId, wrap, recoveryKey.value);
  recoveryKey.value.fill(0);
  if (dataKey === null || !holder.openWith(vault, dataKey)) return wrongRecoveryKey();
  // The keychain that is there now opens it from here on, if it was to be opened by one. Where it does not, nothing is lost.
  if (findWrap(vault.content, "keychain") !== null && keychain.isThere) await wrapWithKeychain(context);
  return newPassphrase === null ? success(null) : setPassphrase(context, newPassphrase);
}

/** Whether the passphrase is the vault's, before something that its owner alone may do. */
async function checkPassphrase(
  { holder, keychain }: WaysContext,
  given: string | null,
): Promise<Result<null>> {
  const vault = holder.current();
  if (vault.kind !== "read" || vault.dataKey === null) return notOpen(stateOf(vault, keychain.isThere));
  const wrap = findWrap(vault.content, "passphrase");
  if (wrap === null) return success(null);
  const key = await unwrapWithPassphrase(vault.content.vaultId, wrap, given ?? "");
  const isRight = key !== null && isKeyOf(vault.content, key);
  key?.fill(0);
  return isRight ? success(null) : wrongPassphrase(vault.isDamaged);
}

/** What the old passphrase opened must not be openable by it any more, the kept version of the file included. */
async function setPassphrase(
  { holder, keychain, scryptCost }: WaysContext,
  passphrase: string,
): Promise<Result<null>> {
  const key = copyOfKey(holder, keychain);
  if (!key.ok) return key;
  const { vaultId, dataKey } = key.value;
  const wrap = await wrapWithPassphrase(vaultId, dataKey, passphrase, scryptCost);
  dataKey.fill(0);
  return holder.change((content) => withWrap(content, wrap), true);
}

/** The vault may be locked, and its key zeroed, while one waits: so whoever waits takes a copy. */
function copyOfKey(
  holder: VaultHolder,
  keychain: KeychainAccess,
): Result<{ readonly vaultId: string; readonly dataKey: Buffer }> {
  const vault = holder.current();
  if (vault.kind !== "read" || vault.dataKey === null) return notOpen(stateOf(vault, keychain.isThere));
  return success({ vaultId: vault.content.vaultId, dataKey: Buffer.from(vault.dataKey) });
}
