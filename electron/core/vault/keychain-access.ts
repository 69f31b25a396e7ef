import type { KeychainStatus } from "../../../shared/domain/vault.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import type { Keychain } from "../ports.ts";
import type { KeychainWrap } from "./wraps.ts";

/** A keychain may wait for its user for ever; the console does not. Whoever was asked can answer and then try again. */
export const KEYCHAIN_PATIENCE_MS = 30_000;

const NO_KEYCHAIN: KeychainStatus = {
  kind: "missing",
  reason: "This way of running the console has no access to the system's keychain.",
};

export type UnwrappedKey = { readonly dataKey: Buffer; readonly shouldWrapAgain: boolean };

/** The keychain as the vault needs it: data keys in and out, every failure a sentence. */
export type KeychainAccess = {
  readonly isThere: boolean;
  status(): Promise<KeychainStatus>;
  /** Code: `vault.keychain-missing`. */
  wrap(dataKey: Uint8Array): Promise<Result<KeychainWrap>>;
  /** Code: `vault.keychain-missing`. */
  unwrap(wrap: KeychainWrap): Promise<Result<UnwrappedKey>>;
};

export function createKeychainAccess(keychain: Keychain | null, patienceMs: number): KeychainAccess {
  const status = async (): Promise<KeychainStatus> =>
    keychain === null ? NO_KEYCHAIN : await within(patienceMs, keychain.status()).catch(notAnswering);

  return {
    isThere: keychain !== null,
    status,
    async wrap(dataKey) {
      const found = await status();
      if (keychain === null || found.kind === "missing") return missing(describe(found));
      try {
        const ciphertext = await within(
          patienceMs,
          keychain.encrypt(Buffer.from(dataKey).toString("base64")),
        );
        return success({
          kind: "keychain",
          backend: found.backend,
          ciphertext: Buffer.from(ciphertext).toString("base64"),
        });
      } catch (error) {
        return missing(`${found.backend} did not take the vault's key: ${reasonOf(error)}.`);
      }
    },
    async unwrap(wrap) {
      const found = await status();
      if (keychain === null || found.kind === "missing") {
        return missing(`The vault opens with ${wrap.backend}, which is not there. ${describe(found)}`);
      }
      try {
        const given = await within(patienceMs, keychain.decrypt(Buffer.from(wrap.ciphertext, "base64")));
        const dataKey = Buffer.from(given.text, "base64");
        return success({ dataKey, shouldWrapAgain: given.shouldEncryptAgain });
      } catch (error) {
        return missing(
          `${changed(wrap.backend, found.backend)} did not give the key back: ${reasonOf(error)}.`,
        );
      }
    },
  };
}

function changed(before: string, now: string): string {
  return before === now ? now : `The vault was made with ${before}, but the keychain now is ${now}, which`;
}

function describe(status: KeychainStatus): string {
  return status.kind === "missing" ? status.reason : "";
}

function notAnswering(error: unknown): KeychainStatus {
  return { kind: "missing", reason: `The system's keychain cannot be used: ${reasonOf(error)}.` };
}

function missing(sentence: string): Result<never> {
  return failure("vault.keychain-missing", sentence);
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/, "");
}

async function within<Value>(patienceMs: number, work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_, reject) => {
    const seconds = Math.round(patienceMs / 1000);
    timer = setTimeout(() => reject(new Error(`it did not answer within ${seconds} seconds`)), patienceMs);
  });
  try {
    return await Promise.race([work, patience]);
  } finally {
    clearTimeout(timer);
  }
}
