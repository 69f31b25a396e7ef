import { SANDBOX_TENANT_ID } from "../../../shared/domain/tenant.ts";
import type { Secrets } from "../../core/secrets/secrets.ts";
import { createVaultSecrets } from "../../core/secrets/vault-secrets.ts";
import type { Vault } from "../../core/vault/vault.ts";
import { SANDBOX_REALTIME_TOKEN, SANDBOX_SIGNATURE_KEY } from "../../core/workspace/sandbox-credentials.ts";

/** The credentials of this command: those of the demo tenant, which only the local gateway knows, and those of the vault. */
export function createCommandSecrets(vault: Vault): Secrets {
  const secrets = createVaultSecrets(vault);
  secrets.set(SANDBOX_TENANT_ID, "realtime", SANDBOX_REALTIME_TOKEN);
  secrets.set(SANDBOX_TENANT_ID, "optievent", SANDBOX_SIGNATURE_KEY);
  return secrets;
}
