import { encodeUtf8 } from "../../../shared/compose/utf8.ts";
import type { Handlers } from "../../../shared/contract/dispatch.ts";
import type { ToolCallName } from "../../../shared/contract/tool-calls.ts";
import type { SecretSlot } from "../../../shared/domain/vault.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { decryptCustomerId, encryptCustomerId, visitorIdOf } from "../customer-id/customer-id.ts";
import { computeSignature } from "../signature/compute-signature.ts";
import { verifyPastedSignature } from "../signature/verify-signature.ts";
import type { Services } from "./services.ts";

type ToolHandlers = Pick<Handlers, ToolCallName>;

export function createToolHandlers(services: Services): ToolHandlers {
  return {
    "signature.compute": ({ tenantId, text }) => {
      const token = secretOf(services, tenantId, "optievent");
      return token.ok ? computeSignature(encodeUtf8(text), token.value) : token;
    },
    "signature.verify": ({ tenantId, body, signature }) => {
      const token = secretOf(services, tenantId, "optievent");
      if (!token.ok) return token;
      const realtimeToken = services.secrets.use(tenantId, "realtime");
      return verifyPastedSignature({ body, signature, token: token.value, realtimeToken });
    },
    "customerId.encrypt": ({ tenantId, customerId }) => {
      const key = secretOf(services, tenantId, "customer-id-key");
      return key.ok ? encryptCustomerId(customerId, key.value) : key;
    },
    "customerId.decrypt": ({ tenantId, encrypted }) => {
      const key = secretOf(services, tenantId, "customer-id-key");
      return key.ok ? decryptCustomerId(encrypted, key.value) : key;
    },
    "customerId.visitorId": ({ customerId }) => success({ visitorId: visitorIdOf(customerId) }),
  };
}

type ToolSlot = Extract<SecretSlot, "optievent" | "customer-id-key">;

const MISSING = {
  optievent: "The OptiEvent token, which is the key of signatures,",
  "customer-id-key": "The key of encrypted customer ids",
} as const satisfies Record<ToolSlot, string>;

/** A secret to work with in core, or why it cannot be had. */
function secretOf({ secrets, workspace }: Services, tenantId: string, slot: ToolSlot): Result<string> {
  const tenant = workspace.tenants.get(tenantId);
  if (tenant === null) {
    return failure("tenant.not-found", "This tenant no longer exists. Choose another one.", { tenantId });
  }
  const value = secrets.use(tenantId, slot);
  if (value !== null) return success(value);
  const refusal = secrets.refusal(tenantId, slot);
  if (refusal !== null) return { ok: false, error: refusal };
  return failure(
    "secret.missing",
    `${MISSING[slot]} of "${tenant.name}" is not set. Set it, then try again.`,
    {
      slot,
    },
  );
}
