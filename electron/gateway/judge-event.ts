import type { IncomingHttpHeaders } from "node:http";
import type { Catalog } from "../../shared/domain/catalog.ts";
import type { Api, RuleProfile } from "../../shared/domain/tenant.ts";
import { validatePayload } from "../../shared/validation/validate.ts";
import { failure, success, type Result } from "../../shared/result/result.ts";
import { isSameSecret, signatureProblem } from "./signature.ts";
import { eventNamed, readEnvelope, TENANT_REASON, type Envelope } from "./envelope.ts";

/** What the gateway knows and goes by. */
export type GatewayRules = {
  /** Asked for each request, so that an edited catalog counts at once. null: no event is checked against one. */
  readonly catalog: () => Catalog | null;
  /** The one tenant that OptiEvent requests may name. */
  readonly tenantNumber: number;
  /** The `tid` of Realtime requests, and the key of OptiEvent's signatures. null: any `tid` will do and no signature is verified. */
  readonly token: string | null;
  /** The key of OptiEvent's signatures where it is another than `token`. */
  readonly signatureKey?: string | null;
  /** Refuse OptiEvent requests that are not signed. */
  readonly requireSignature?: boolean;
  readonly ruleProfile?: RuleProfile;
};

/** `event` is what the request calls its event; null where it could not be read. */
export type Judgement =
  | { readonly kind: "accepted"; readonly event: string }
  | { readonly kind: "refused"; readonly event: string | null; readonly reason: string };

/**
 * Whether the vendor's API would take this event, as far as its documents tell. Errors refuse, warnings are delivered
 * (OPTIMOVE's validation codes). No reason ever repeats a token.
 */
export function judgeEvent(
  api: Api,
  headers: IncomingHttpHeaders,
  bytes: Uint8Array,
  rules: GatewayRules,
  now: Date,
): Judgement {
  const document = readDocument(bytes);
  if (!document.ok) return refused(null, document.error.message);
  const { text, body } = document.value;
  const envelope = readEnvelope(api, body);
  if (!envelope.ok) return refused(eventNamed(api, body), envelope.error.message);
  const { event } = envelope.value;
  const credentialReason = credentialProblem(envelope.value, headers, bytes, rules);
  if (credentialReason !== null) return refused(event, credentialReason);
  const { findings } = validatePayload({
    text: withoutPlaceholders(text),
    api,
    catalog: rules.catalog(),
    tenantNumber: rules.tenantNumber,
    ...(rules.ruleProfile === undefined ? {} : { ruleProfile: rules.ruleProfile }),
    now,
  });
  const error = findings.find((finding) => finding.severity === "error");
  return error === undefined ? { kind: "accepted", event } : refused(event, error.message);
}

/**
 * Validation does not judge the placeholders of a draft. What comes over the wire is no draft: two braces are two braces, and
 * are written here in the way that says so. In valid JSON they can only stand in strings, where this changes no value.
 */
function withoutPlaceholders(json: string): string {
  return json.replaceAll("{{", String.raw`\u007b\u007b`);
}

/** Our sentences set names between backticks for windows that draw them; the vendor's reasons are plain text. */
function refused(event: string | null, reason: string): Judgement {
  return { kind: "refused", event, reason: reason.replaceAll(/`([^`]*)`/gu, "$1") };
}

function readDocument(bytes: Uint8Array): Result<{ text: string; body: unknown }> {
  let text: string;
  try {
    // A byte-order mark stays in the text and so is no JSON: RFC 8259 forbids to send one.
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return failure("body.not-utf8", "the body is not valid UTF-8");
  }
  try {
    return success({ text, body: JSON.parse(text) });
  } catch {
    return failure("body.not-json", "the body is not valid JSON");
  }
}

function credentialProblem(
  envelope: Envelope,
  headers: IncomingHttpHeaders,
  bytes: Uint8Array,
  rules: GatewayRules,
): string | null {
  if (envelope.api === "optievent") {
    if (envelope.tenant !== rules.tenantNumber) return TENANT_REASON;
    const signatureKey = rules.signatureKey === undefined ? rules.token : rules.signatureKey;
    return signatureProblem(headers, bytes, signatureKey, rules.requireSignature ?? false);
  }
  if (rules.token === null || isSameSecret(envelope.token, rules.token)) return null;
  return "tid is missing or invalid";
}
