import type { AppError } from "../../../shared/result/result.ts";
import type { OpenStore } from "../ports.ts";
import { SealedFileError } from "./stored-document.ts";

/** Encrypts what is stored, if there is a vault. */
export type StoreSealer = {
  /**
   * `clear`: there is no vault, so files are stored as they are. `sealed`: the vault is open. `refused`: there is one that is
   * not open, so what is sealed cannot be read and nothing may be stored.
   */
  mode(): "clear" | "sealed" | "refused";
  /** Why the mode is `refused`; null where it is not. */
  refusal(): AppError | null;
  /** null unless the mode is `sealed`. The record's id is bound to the text. */
  seal(recordId: string, plaintext: Uint8Array): string | null;
  /** null where the key is not at hand, or is not the one. */
  unseal(recordId: string, sealed: string): Buffer | null;
};

/** For a workspace without a vault. */
export const NO_SEALER: StoreSealer = {
  mode: () => "clear",
  refusal: () => null,
  seal: () => null,
  unseal: () => null,
};

/** The one member of a file that is sealed. */
const MEMBER = "sealed";

function sealedTextOf(entries: Readonly<Record<string, unknown>>): string | null {
  const text = entries[MEMBER];
  return typeof text === "string" ? text : null;
}

/**
 * Stores whose files are sealed while there is a vault, each bound to its own name. Files that are not sealed yet are read
 * as they are and sealed when they are written the next time. A sealed file that does not open throws `SealedFileError`.
 */
export function sealedStores(openStore: OpenStore, sealer: StoreSealer): OpenStore {
  return (name) => {
    const store = openStore(name);
    let wasInClear: boolean | null = null;
    return {
      path: store.path,
      entries() {
        const entries = store.entries();
        const sealed = sealedTextOf(entries);
        return sealed === null ? entries : openSealed(sealer, name, sealed);
      },
      replace(entries) {
        const sealed = seal(sealer, name, entries);
        wasInClear ??= sealedTextOf(store.entries()) === null;
        // What is encrypted from now on must not be readable beside.
        const forgetsPrevious = sealed !== null && wasInClear;
        store.replace(sealed === null ? entries : { [MEMBER]: sealed }, { forgetsPrevious });
        wasInClear = sealed === null;
      },
    };
  };
}

/** null where there is no vault; then a file of megabytes is not even written out for it. */
function seal(sealer: StoreSealer, name: string, entries: Readonly<Record<string, unknown>>): string | null {
  if (sealer.mode() === "clear") return null;
  return sealer.seal(recordId(name), Buffer.from(JSON.stringify(entries), "utf8"));
}

/** Whether the store's file is sealed. What is not even JSON is damaged, not sealed. */
export function isSealedFile(openStore: OpenStore, name: string): boolean {
  try {
    return sealedTextOf(openStore(name).entries()) !== null;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function openSealed(sealer: StoreSealer, name: string, sealed: string): Record<string, unknown> {
  const plaintext = sealer.unseal(recordId(name), sealed);
  if (plaintext === null) throw new SealedFileError("The file is sealed and does not open.");
  const entries: unknown = JSON.parse(plaintext.toString("utf8"));
  if (typeof entries !== "object" || entries === null) throw new SyntaxError("The file holds no object.");
  return { ...entries };
}

function recordId(name: string): string {
  return `file/${name}`;
}
