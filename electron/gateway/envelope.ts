import { z } from "zod";
import type { Api } from "../../shared/domain/tenant.ts";
import { failure, success, type Result } from "../../shared/result/result.ts";

// The gateway reads the outer fields of a request on its own and with other means than composing and validating do, so
// that a mistake there meets a second opinion here. It checks presence and type only; the rules for events, parameters
// and values are the shared ones.

/** The one reason that the vendor publishes, word for word. */
export const TENANT_REASON = "tenantId is missing or invalid";

const EID_REASON = "eid is missing or invalid";

/** What the outer fields say. `event` is OptiEvent's key or Realtime's id as text. */
export type Envelope =
  | { readonly api: "optievent"; readonly event: string; readonly tenant: number }
  | { readonly api: "realtime"; readonly event: string; readonly token: string };

const context = z.record(z.string(), z.unknown(), "context is missing or invalid");
/** SDKs write null for an identity they do not have. */
const identity = (name: string) => z.string(`${name} is invalid`).nullish();

const optieventSchema = z.looseObject(
  {
    tenant: z.int(TENANT_REASON),
    event: z.string("event is missing or invalid").min(1, "event is missing or invalid"),
    customer: identity("customer"),
    visitor: identity("visitor"),
    timestamp: z.string("timestamp is invalid").optional(),
    context: context.optional(),
  },
  "the body is not a JSON object",
);

const realtimeSchema = z.looseObject(
  {
    tid: z.string("tid is missing or invalid").min(1, "tid is missing or invalid"),
    cid: identity("cid"),
    // SDKs differ on whether the id is a number or text.
    eid: z.union([z.int(EID_REASON), z.string().regex(/^\d+$/, EID_REASON)], EID_REASON),
    context: context.optional(),
  },
  "the body is not a JSON object",
);

/** Reads the outer fields of a parsed body. The error's message is the reason to refuse with. */
export function readEnvelope(api: Api, body: unknown): Result<Envelope> {
  if (api === "optievent") {
    const parsed = optieventSchema.safeParse(body);
    if (!parsed.success) return refuse(parsed.error);
    const { tenant, event, customer, visitor } = parsed.data;
    if (isAbsent(customer) && isAbsent(visitor)) {
      return failure("envelope.invalid", "customer and visitor are both missing");
    }
    return success({ api, event, tenant });
  }
  const parsed = realtimeSchema.safeParse(body);
  if (!parsed.success) return refuse(parsed.error);
  if (isAbsent(parsed.data.cid)) return failure("envelope.invalid", "cid is missing or invalid");
  return success({ api, event: String(parsed.data.eid), token: parsed.data.tid });
}

/** What a refused request calls its event, for the record of what was received; null where it says nothing readable. */
export function eventNamed(api: Api, body: unknown): string | null {
  const named = z
    .looseObject({
      event: z.string().optional().catch(undefined),
      eid: z.union([z.string(), z.number()]).optional().catch(undefined),
    })
    .safeParse(body);
  if (!named.success) return null;
  const event = api === "optievent" ? named.data.event : named.data.eid;
  return event === undefined ? null : String(event);
}

function isAbsent(identity: string | null | undefined): boolean {
  return identity === undefined || identity === null || identity === "";
}

function refuse(error: z.ZodError): Result<never> {
  return failure("envelope.invalid", error.issues[0]?.message ?? "the body is invalid");
}
