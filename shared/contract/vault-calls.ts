import { z } from "zod";
import {
  keychainStatusSchema,
  secretSlotSchema,
  SHORTEST_PASSPHRASE,
  vaultStateSchema,
} from "../domain/vault.ts";

const nothing = z.object({});

/** As typed. What is too long for anybody to type is refused before it is worked on. */
const typed = z.string().max(1000);
const newPassphrase = typed.min(SHORTEST_PASSPHRASE);

/** How it stands with the vault, and what this host could wrap it with. */
export const vaultStatusSchema = z.object({ state: vaultStateSchema, keychain: keychainStatusSchema });
export type VaultStatus = z.infer<typeof vaultStatusSchema>;

/** What the window may know of a secret. `isReadable` is false for one that is stored but cannot be decrypted. */
export const secretDescriptionSchema = z.object({
  isSet: z.boolean(),
  isReadable: z.boolean(),
  /** The last two characters of one that is longer than twelve, while the vault is open. */
  hint: z.string().nullable(),
});
export type SecretDescription = z.infer<typeof secretDescriptionSchema>;

/**
 * The calls of the vault. Secrets enter through `secrets.set` and nowhere else, and no call answers one; the recovery key of
 * `vault.exportRecoveryKey` is what the user asked for, is made anew each time and is kept nowhere.
 */
export const vaultCalls = {
  "vault.status": { input: nothing, output: vaultStatusSchema },
  "vault.createWithPassphrase": {
    input: z.object({ passphrase: newPassphrase }),
    output: vaultStatusSchema,
  },
  "vault.createWithKeychain": { input: nothing, output: vaultStatusSchema },
  /** Has an open vault open by the keychain from now on, besides its other ways. */
  "vault.addKeychain": { input: nothing, output: vaultStatusSchema },
  "vault.unlock": { input: z.object({ passphrase: typed }), output: vaultStatusSchema },
  /** Reads the file again and asks the keychain again. */
  "vault.retry": { input: nothing, output: vaultStatusSchema },
  "vault.lock": { input: nothing, output: vaultStatusSchema },
  "vault.changePassphrase": {
    /** `current` is null where the vault has no passphrase yet. */
    input: z.object({ current: typed.nullable(), next: newPassphrase }),
    output: vaultStatusSchema,
  },
  "vault.exportRecoveryKey": {
    /** null where the vault has no passphrase. */
    input: z.object({ passphrase: typed.nullable() }),
    output: z.object({ recoveryKey: z.string() }),
  },
  "vault.restoreWithRecoveryKey": {
    input: z.object({ recoveryKey: typed, newPassphrase: newPassphrase.nullable() }),
    output: vaultStatusSchema,
  },
  /** Puts the version before the last change in place of a damaged file, which is kept aside. */
  "vault.restorePrevious": { input: nothing, output: vaultStatusSchema },
  /** Keeps the vault's files and the catalogs encrypted with it aside, and goes on without a vault. */
  "vault.startAnew": { input: nothing, output: z.object({ keptAside: z.array(z.string()) }) },
  "secrets.set": {
    input: z.object({
      tenantId: z.string().min(1).max(200),
      slot: secretSlotSchema,
      value: z.string().min(1).max(10_000),
    }),
    output: secretDescriptionSchema,
  },
  "secrets.clear": {
    input: z.object({ tenantId: z.string().min(1).max(200), slot: secretSlotSchema }),
    output: secretDescriptionSchema,
  },
} as const;

/** Names of the calls above, for the preload, which must not load the contract itself. */
export type VaultCallName = keyof typeof vaultCalls;
