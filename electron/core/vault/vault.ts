import { randomBytes } from "node:crypto";
import type { VaultStatus } from "../../../shared/contract/vault-calls.ts";
import { SHORTEST_PASSPHRASE, type VaultState } from "../../../shared/domain/vault.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import type { Clock, Keychain } from "../ports.ts";
import { createKeychainAccess, KEYCHAIN_PATIENCE_MS } from "./keychain-access.ts";
import { createVaultHolder, stateOf, type VaultHolder } from "./loaded-vault.ts";
import { KEY_BYTES, seal, unseal } from "./sealed.ts";
import {
  newContent,
  readEntries,
  withoutSecret,
  withSecret,
  withWrap,
  type SecretId,
  type VaultEntry,
} from "./vault-content.ts";
import { openVaultFiles, type VaultFiles } from "./vault-files.ts";
import { alreadyThere, isOpen, notOpen, tooShort } from "./vault-refusals.ts";
import {
  askKeychain,
  changePassphrase,
  exportRecoveryKey,
  restoreWithRecoveryKey,
  unlockWithPassphrase,
  wrapWithKeychain,
  type WaysContext,
} from "./vault-ways.ts";
import { SCRYPT_COST, wrapWithPassphrase, type ScryptCost } from "./wraps.ts";

/** With what a new vault is opened from then on. */
export type CreateWith =
  | { readonly kind: "passphrase"; readonly passphrase: string }
  | { readonly kind: "keychain" };

export type NewSecret = SecretId & { readonly value: string };

/**
 * The vault of a workspace. A key is tried against the vault's own check before anything is written with it, and every
 * failure leaves file and state as they were. Codes beside those named: `vault.changed-elsewhere` and `vault.not-saved`
 * of every change, and that of `refusalOf` for what needs another state.
 */
export type Vault = {
  state(): VaultState;
  status(): Promise<VaultStatus>;
  /** Reads the file; for a program without a keychain. An open vault stays open while its key fits. */
  load(): void;
  /** Reads the file, and opens the vault if the keychain does. Also the way to try again. */
  start(): Promise<void>;
  /** `secrets` are asked for in the moment of writing. Codes: `vault.exists`, `vault.passphrase-too-short`, `vault.keychain-missing`. */
  create(by: CreateWith, secrets: () => readonly NewSecret[]): Promise<Result<null>>;
  /** Codes: `vault.wrong-passphrase`, `vault.no-such-way`. */
  unlock(passphrase: string): Promise<Result<null>>;
  /** Forgets the key and tells listeners to forget what they have read with it. */
  lock(): void;
  /** Code: `vault.keychain-missing`. */
  addKeychain(): Promise<Result<null>>;
  /** Wraps the data key anew; nothing else is encrypted again. Codes: `vault.wrong-passphrase`, `vault.passphrase-too-short`. */
  changePassphrase(current: string | null, next: string): Promise<Result<null>>;
  /** Makes a recovery key, which replaces an earlier one. Code: `vault.wrong-passphrase`. */
  exportRecoveryKey(passphrase: string | null): Promise<Result<string>>;
  /** Codes: `vault.recovery-key-mistyped`, `vault.wrong-recovery-key`, `vault.no-such-way`, `vault.passphrase-too-short`. */
  restoreWithRecoveryKey(written: string, newPassphrase: string | null): Promise<Result<null>>;
  /** Code: `vault.no-previous`. */
  restorePrevious(): Promise<Result<null>>;
  /** Answers where the files are now. Code: `vault.is-open`. */
  startAnew(): Result<string[]>;
  /** Every secret, decrypted while the vault is open. */
  entries(): readonly VaultEntry[];
  putSecret(id: SecretId, value: string): Result<null>;
  /** Needs no key, so that a deleted tenant's secrets go also while the vault is locked. */
  removeSecret(id: SecretId): Result<null>;
  /** For other records of the workspace. null while the vault is not open, or where the text is none of this key and id. */
  seal(recordId: string, plaintext: Uint8Array): string | null;
  unseal(recordId: string, sealed: string): Buffer | null;
  /** Called after every change of state or content. */
  onChange(listener: () => void): () => void;
};

export function createVault(options: {
  readonly folder: string;
  readonly clock: Clock;
  readonly keychain?: Keychain | null;
  readonly keychainPatienceMs?: number;
  /** What a new passphrase costs to try; less than ours only to be tested quickly. */
  readonly scryptCost?: ScryptCost;
}): Vault {
  const files = openVaultFiles(options.folder, options.clock);
  const patienceMs = options.keychainPatienceMs ?? KEYCHAIN_PATIENCE_MS;
  const keychain = createKeychainAccess(options.keychain ?? null, patienceMs);
  const holder = createVaultHolder(files, options.clock, keychain.isThere);
  const context: WaysContext = { holder, keychain, scryptCost: options.scryptCost ?? SCRYPT_COST };
  const inTurn = createQueue();
  const state = (): VaultState => stateOf(holder.current(), keychain.isThere);
  return {
    state,
    status: async () => ({ state: state(), keychain: await keychain.status() }),
    load: () => holder.readAgain(),
    start: () =>
      inTurn(async () => {
        holder.readAgain();
        await askKeychain(context);
      }),
    create: (by, secrets) => inTurn(() => create(context, by, secrets)),
    unlock: (passphrase) =>
      inTurn(() => {
        holder.readAgain();
        return unlockWithPassphrase(context, passphrase);
      }),
    lock() {
      const vault = holder.current();
      if (vault.kind === "read" && vault.dataKey !== null) holder.become({ ...vault, dataKey: null });
    },
    addKeychain: () => inTurn(() => wrapWithKeychain(context)),
    changePassphrase: (current, next) => inTurn(() => changePassphrase(context, current, next)),
    exportRecoveryKey: (passphrase) => inTurn(() => exportRecoveryKey(context, passphrase)),
    restoreWithRecoveryKey: (written, newPassphrase) =>
      inTurn(() => restoreWithRecoveryKey(context, written, newPassphrase)),
    restorePrevious: () =>
      inTurn(async () => {
        const restored = restorePrevious(holder, files);
        if (restored.ok) await askKeychain(context);
        return restored;
      }),
    startAnew() {
      const { kind } = state();
      if (kind === "open") return isOpen();
      if (kind === "newer") return notOpen(state());
      const moved = files.keepAside();
      holder.readAgain();
      return moved;
    },
    ...contentOf(holder, state),
    onChange: (listener) => holder.onChange(listener),
  };
}

/** What is in the vault, and other records that its key encrypts. */
function contentOf(
  holder: VaultHolder,
  state: () => VaultState,
): Pick<Vault, "entries" | "putSecret" | "removeSecret" | "seal" | "unseal"> {
  const opened = () => {
    const vault = holder.current();
    if (vault.kind !== "read" || vault.dataKey === null) return null;
    return { dataKey: vault.dataKey, vaultId: vault.content.vaultId };
  };
  return {
    entries() {
      const vault = holder.current();
      return vault.kind === "read" ? readEntries(vault.content, vault.dataKey) : [];
    },
    putSecret: (id, value) => holder.change((content, dataKey) => withSecret(content, dataKey, id, value)),
    removeSecret(id) {
      const vault = holder.current();
      if (vault.kind !== "read") return notOpen(state());
      return holder.save(vault, withoutSecret(vault.content, id), true);
    },
    seal(recordId, plaintext) {
      const vault = opened();
      return vault === null ? null : seal(vault.dataKey, `${vault.vaultId}/${recordId}`, plaintext);
    },
    unseal(recordId, sealed) {
      const vault = opened();
      return vault === null ? null : unseal(vault.dataKey, `${vault.vaultId}/${recordId}`, sealed);
    },
  };
}

async function create(
  { holder, keychain, scryptCost }: WaysContext,
  by: CreateWith,
  secrets: () => readonly NewSecret[],
): Promise<Result<null>> {
  holder.readAgain();
  if (holder.current().kind !== "none") return alreadyThere();
  if (by.kind === "passphrase" && by.passphrase.length < SHORTEST_PASSPHRASE) return tooShort();
  const dataKey = randomBytes(KEY_BYTES);
  const empty = newContent(dataKey);
  const wrap =
    by.kind === "keychain"
      ? await keychain.wrap(dataKey)
      : success(await wrapWithPassphrase(empty.vaultId, dataKey, by.passphrase, scryptCost));
  if (!wrap.ok) return wrap;
  const content = secrets().reduce(
    (filled, secret) => withSecret(filled, dataKey, secret, secret.value),
    withWrap(empty, wrap.value),
  );
  const unwritten = { checksum: null, isDamaged: false, hasPrevious: false, keychainProblem: null };
  const saved = holder.save({ kind: "read", content, dataKey, ...unwritten }, content);
  if (!saved.ok) dataKey.fill(0);
  return saved;
}

function restorePrevious(holder: VaultHolder, files: VaultFiles): Result<null> {
  const vault = holder.current();
  const isBroken = vault.kind === "damaged" || (vault.kind === "read" && vault.isDamaged);
  if (!isBroken) {
    return failure("vault.not-damaged", "The vault is not damaged, so nothing was changed.");
  }
  const restored = files.restorePrevious();
  if (restored.ok) holder.become(holder.read());
  return restored;
}

/** Runs one piece of work after the other: two that change the vault must not start from the same state. */
function createQueue() {
  let last: Promise<unknown> = Promise.resolve();
  return <Value>(work: () => Promise<Value>): Promise<Value> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}
