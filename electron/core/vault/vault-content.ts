import { randomUUID } from "node:crypto";
import { z } from "zod";
import { secretSlotSchema, type SecretSlot, type VaultWays } from "../../../shared/domain/vault.ts";
import { seal, unseal } from "./sealed.ts";
import { emptyContent, type VaultContent } from "./vault-file.ts";
import { wrapSchema, type Wrap } from "./wraps.ts";

// What a vault holds and how it changes, without files. Nothing here drops a wrap or a record because it cannot be read.

export type SecretId = { readonly tenantId: string; readonly slot: SecretSlot };

/** A secret of the vault. `value` is null where the record does not decrypt. */
export type VaultEntry = {
  readonly tenantId: string | null;
  readonly slot: SecretSlot | null;
  readonly value: Buffer | null;
};

const KEY_CHECK_TEXT = "optievent-vault";

const recordSchema = z.object({ tenantId: z.string(), slot: secretSlotSchema, sealed: z.string() });

/** What a record that is none any more still says of itself. */
const remainsSchema = z.object({
  tenantId: z.string().nullable().catch(null),
  slot: secretSlotSchema.nullable().catch(null),
});

/** A vault for a new data key, with nothing in it and no way in yet. */
export function newContent(dataKey: Uint8Array): VaultContent {
  const vaultId = randomUUID();
  const keyCheck = seal(dataKey, keyCheckId(vaultId), Buffer.from(KEY_CHECK_TEXT));
  return { ...emptyContent(vaultId), keyCheck };
}

/** Whether this is the key that the vault's records are encrypted with. */
export function isKeyOf(content: VaultContent, dataKey: Uint8Array): boolean {
  if (dataKey.length !== 32) return false;
  return unseal(dataKey, keyCheckId(content.vaultId), content.keyCheck)?.toString() === KEY_CHECK_TEXT;
}

export function findWrap<Kind extends Wrap["kind"]>(
  content: VaultContent,
  kind: Kind,
): Extract<Wrap, { kind: Kind }> | null {
  for (const stored of content.wraps) {
    const parsed = wrapSchema.safeParse(stored);
    if (parsed.success && isOfKind(parsed.data, kind)) return parsed.data;
  }
  return null;
}

function isOfKind<Kind extends Wrap["kind"]>(wrap: Wrap, kind: Kind): wrap is Extract<Wrap, { kind: Kind }> {
  return wrap.kind === kind;
}

export function waysOf(content: VaultContent): VaultWays {
  return {
    passphrase: findWrap(content, "passphrase") !== null,
    keychain: findWrap(content, "keychain")?.backend ?? null,
    recoveryKey: findWrap(content, "recovery") !== null,
  };
}

/** Adds a way in, or replaces the one of this kind. */
export function withWrap(content: VaultContent, wrap: Wrap): VaultContent {
  const others = content.wraps.filter((stored) => kindOf(stored) !== wrap.kind);
  return { ...content, wraps: [...others, wrap] };
}

function kindOf(stored: unknown): string | null {
  const parsed = z.object({ kind: z.string() }).safeParse(stored);
  return parsed.success ? parsed.data.kind : null;
}

/** Sets a secret. A record that was there for it is replaced, readable or not: the user entered it again. */
export function withSecret(
  content: VaultContent,
  dataKey: Uint8Array,
  { tenantId, slot }: SecretId,
  value: string,
): VaultContent {
  const plaintext = Buffer.from(value, "utf8");
  const sealed = seal(dataKey, recordId(content.vaultId, { tenantId, slot }), plaintext);
  plaintext.fill(0);
  const { records } = withoutSecret(content, { tenantId, slot });
  return { ...content, records: [...records, { tenantId, slot, sealed }] };
}

export function withoutSecret(content: VaultContent, { tenantId, slot }: SecretId): VaultContent {
  const records = content.records.filter((stored) => {
    const remains = remainsSchema.safeParse(stored);
    return !(remains.success && remains.data.tenantId === tenantId && remains.data.slot === slot);
  });
  return { ...content, records };
}

/** Every record in order, decrypted with the key; without one none is. */
export function readEntries(content: VaultContent, dataKey: Uint8Array | null): VaultEntry[] {
  return content.records.map((stored) => {
    const record = recordSchema.safeParse(stored);
    if (!record.success) return { ...remainsOf(stored), value: null };
    const { tenantId, slot, sealed } = record.data;
    const value =
      dataKey === null ? null : unseal(dataKey, recordId(content.vaultId, { tenantId, slot }), sealed);
    return { tenantId, slot, value };
  });
}

function remainsOf(stored: unknown): Pick<VaultEntry, "tenantId" | "slot"> {
  const remains = remainsSchema.safeParse(stored);
  return remains.success ? remains.data : { tenantId: null, slot: null };
}

function keyCheckId(vaultId: string): string {
  return `${vaultId}/key-check`;
}

/** JSON, so that no tenant's id can be made to look like another's with a slot. */
function recordId(vaultId: string, { tenantId, slot }: SecretId): string {
  return `${vaultId}/secret/${JSON.stringify([tenantId, slot])}`;
}
