import type { VaultState } from "../../../shared/domain/vault.ts";
import { assertNever, success, type Result } from "../../../shared/result/result.ts";
import type { Clock } from "../ports.ts";
import { isKeyOf, readEntries, waysOf } from "./vault-content.ts";
import { checksumOf, type VaultContent } from "./vault-file.ts";
import type { VaultFiles } from "./vault-files.ts";
import { notOpen } from "./vault-refusals.ts";

/** What was read of a vault's file, with its key once it is open. */
export type LoadedVault = {
  readonly kind: "read";
  readonly content: VaultContent;
  /** Of the file as it is; null while it was never written. */
  readonly checksum: string | null;
  readonly isDamaged: boolean;
  readonly hasPrevious: boolean;
  readonly dataKey: Buffer | null;
  /** Why the keychain did not open it, where it was to: a sentence. */
  readonly keychainProblem: string | null;
};

export type Loaded =
  | { readonly kind: "none" }
  | { readonly kind: "damaged"; readonly reason: string; readonly hasPrevious: boolean }
  | { readonly kind: "newer"; readonly version: number }
  | LoadedVault;

/** The vault in memory, and the one place where it, its file and its key change. */
export type VaultHolder = {
  current(): Loaded;
  become(next: Loaded): void;
  /** What the files say now. Changes nothing. */
  read(): Loaded;
  /** Reads the file again, keeping the key if it still fits: another program may have written it. */
  readAgain(): void;
  /** Takes the key if it is this vault's; zeroes it where it is not. */
  openWith(vault: LoadedVault, dataKey: Buffer): boolean;
  /** Writes a changed vault and makes it the current one. `forgetsPrevious` as in `VaultFiles.write`. */
  save(vault: LoadedVault, changed: VaultContent, forgetsPrevious?: boolean): Result<null>;
  /** A change that needs the key. */
  change(
    apply: (content: VaultContent, dataKey: Buffer) => VaultContent,
    forgetsPrevious?: boolean,
  ): Result<null>;
  onChange(listener: () => void): () => void;
};

export function createVaultHolder(files: VaultFiles, clock: Clock, hasKeychain: boolean): VaultHolder {
  const listeners = new Set<() => void>();
  let loaded: Loaded = { kind: "none" };

  function become(next: Loaded): void {
    const oldKey = loaded.kind === "read" ? loaded.dataKey : null;
    const newKey = next.kind === "read" ? next.dataKey : null;
    loaded = next;
    for (const listener of listeners) listener();
    if (oldKey !== null && oldKey !== newKey) oldKey.fill(0);
  }

  const holder: VaultHolder = {
    current: () => loaded,
    become,
    read: () => readLoaded(files),
    readAgain() {
      const key = loaded.kind === "read" ? loaded.dataKey : null;
      const next = readLoaded(files);
      const isSame = next.kind === "read" && key !== null && isKeyOf(next.content, key);
      become(isSame ? { ...next, dataKey: key } : next);
    },
    openWith(vault, dataKey) {
      if (!isKeyOf(vault.content, dataKey)) {
        dataKey.fill(0);
        return false;
      }
      become({ ...vault, dataKey, keychainProblem: null });
      return true;
    },
    save(vault, changed, forgetsPrevious = false) {
      const generation = vault.content.generation + 1;
      const content = { ...changed, generation, savedAt: clock.now().toISOString() };
      const written = files.write(content, vault.checksum, forgetsPrevious);
      if (!written.ok) {
        if (written.error.code === "vault.changed-elsewhere") holder.readAgain();
        return written;
      }
      const hasPrevious = files.readPrevious().kind === "read";
      become({ ...vault, content, checksum: checksumOf(content), isDamaged: false, hasPrevious });
      return success(null);
    },
    change(apply, forgetsPrevious) {
      if (loaded.kind !== "read" || loaded.dataKey === null) return notOpen(stateOf(loaded, hasKeychain));
      return holder.save(loaded, apply(loaded.content, loaded.dataKey), forgetsPrevious);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
  return holder;
}

function readLoaded(files: VaultFiles): Loaded {
  const reading = files.read();
  const hasPrevious = files.readPrevious().kind === "read";
  switch (reading.kind) {
    case "absent":
      return hasPrevious ? { kind: "damaged", reason: "it is gone", hasPrevious } : { kind: "none" };
    case "unreadable":
      return { kind: "damaged", reason: reading.reason, hasPrevious };
    case "newer":
      return reading;
    case "read":
      return { ...reading, hasPrevious, dataKey: null, keychainProblem: null };
    default:
      return assertNever(reading);
  }
}

/** What people and the window are told of it. */
export function stateOf(loaded: Loaded, hasKeychain: boolean): VaultState {
  if (loaded.kind !== "read") return loaded;
  const { content, dataKey, keychainProblem, isDamaged, hasPrevious } = loaded;
  const ways = waysOf(content);
  if (dataKey !== null) return openState(content, dataKey);
  // Without a keychain of its own a host goes by the passphrase where there is one.
  if (keychainProblem !== null && (hasKeychain || !ways.passphrase)) {
    return { kind: "unavailable", ways, reason: keychainProblem };
  }
  return { kind: "locked", ways, isDamaged, hasPrevious };
}

function openState(content: VaultContent, dataKey: Buffer): VaultState {
  const entries = readEntries(content, dataKey);
  for (const { value } of entries) value?.fill(0);
  const unreadable = entries.filter(({ value }) => value === null);
  return {
    kind: "open",
    ways: waysOf(content),
    secretCount: entries.length,
    unreadable: unreadable.map(({ tenantId, slot }) => ({ tenantId, slot })),
  };
}
