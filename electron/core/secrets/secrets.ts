import { createRedactor, type KnownSecret } from "../../../shared/redaction/redact.ts";
import type { Api } from "../../../shared/domain/tenant.ts";

/** What the window may know of a credential. */
type CredentialDescription = { readonly isSet: boolean; readonly hint: string | null };

/** The credentials of tenants, one for each API. Only the send path reads a value; everybody else describes or redacts. */
export type Secrets = {
  /** Sets a credential; null or an empty text forgets it. */
  set(tenantId: string, api: Api, value: string | null): void;
  /** The credential itself, null where none is set. For filling in and signing a request, and nothing else. */
  use(tenantId: string, api: Api): string | null;
  describe(tenantId: string, api: Api): CredentialDescription;
  /** Has `redact` hide a value that belongs to no tenant, such as one given on the command line. */
  protect(value: string): void;
  /** The text with every credential of this session, in whatever encoding, as `{{secret:token}}`. */
  redact(text: string): string;
};

/** The name by which texts refer to a tenant's credential: `{{secret:token}}`. */
export const TOKEN_SECRET = "token";

/** At most this many characters, and even two of them would say too much. */
const LONGEST_WITHOUT_HINT = 12;

/** Credentials that live in memory until the program ends; nothing of them is written anywhere. */
export function createSessionSecrets(): Secrets {
  const values = new Map<string, string>();
  // A credential that was replaced can still be in an answer on its way, so what was known once stays hidden.
  const known = new Map<string, KnownSecret>();
  let redact = createRedactor([]);

  function protect(value: string): void {
    if (value === "" || known.has(value)) return;
    known.set(value, { name: TOKEN_SECRET, value });
    redact = createRedactor([...known.values()]);
  }

  return {
    set(tenantId, api, value) {
      if (value === null || value === "") {
        values.delete(keyOf(tenantId, api));
        return;
      }
      values.set(keyOf(tenantId, api), value);
      protect(value);
    },
    use: (tenantId, api) => values.get(keyOf(tenantId, api)) ?? null,
    describe: (tenantId, api) => describeValue(values.get(keyOf(tenantId, api))),
    protect,
    redact: (text) => redact(text),
  };
}

function keyOf(tenantId: string, api: Api): string {
  return JSON.stringify([tenantId, api]);
}

function describeValue(value: string | undefined): CredentialDescription {
  if (value === undefined) return { isSet: false, hint: null };
  const characters = Array.from(value);
  const hint = characters.length > LONGEST_WITHOUT_HINT ? characters.slice(-2).join("") : null;
  return { isSet: true, hint };
}
