import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { KeychainStatus } from "../../../../shared/domain/vault.ts";
import type { Keychain } from "../../ports.ts";

/** A keychain whose user, system or administrator can do to it what happens to real ones. */
export type TestKeychain = Keychain & {
  /** It is gone, as after a change of desktop or without a session. */
  remove(): void;
  bringBack(): void;
  /** It is there but has another key of its own, as after a reset or under another name. */
  change(backend: string): void;
  /** It asks for what it holds to be encrypted again. */
  rotate(): void;
  /** It waits for its user and answers nothing any more. */
  hang(): void;
};

export function createTestKeychain(backend = "gnome_libsecret"): TestKeychain {
  let key = randomBytes(32);
  let status: KeychainStatus = { kind: "available", backend };
  let isHanging = false;
  let isOld = false;
  const answer = async <Value>(make: () => Value): Promise<Value> => {
    if (isHanging) return new Promise<never>(() => undefined);
    return make();
  };
  return {
    status: () => answer(() => status),
    encrypt: (text) =>
      answer(() => {
        const nonce = randomBytes(12);
        const cipher = createCipheriv("aes-256-gcm", key, nonce);
        const ciphertext = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
        isOld = false;
        return Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]);
      }),
    decrypt: (bytes) =>
      answer(() => {
        const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
        decipher.setAuthTag(bytes.subarray(12, 28));
        const text = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
        return { text, shouldEncryptAgain: isOld };
      }),
    remove: () => (status = { kind: "missing", reason: "No keychain runs in this session." }),
    bringBack: () => (status = { kind: "available", backend }),
    change(name) {
      key = randomBytes(32);
      status = { kind: "available", backend: name };
    },
    rotate: () => (isOld = true),
    hang: () => (isHanging = true),
  };
}
