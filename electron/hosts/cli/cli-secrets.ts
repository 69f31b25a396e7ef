import { SANDBOX_TENANT_ID } from "../../../shared/domain/tenant.ts";
import { createSessionSecrets, type Secrets } from "../../core/secrets/secrets.ts";
import { SANDBOX_REALTIME_TOKEN, SANDBOX_SIGNATURE_KEY } from "../../core/workspace/sandbox-credentials.ts";

/** The credentials of this command: those of the demo tenant, which only the local gateway knows. */
export function createSandboxSecrets(): Secrets {
  const secrets = createSessionSecrets();
  secrets.set(SANDBOX_TENANT_ID, "realtime", SANDBOX_REALTIME_TOKEN);
  secrets.set(SANDBOX_TENANT_ID, "optievent", SANDBOX_SIGNATURE_KEY);
  return secrets;
}
