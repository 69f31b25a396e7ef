import type { Catalog, CatalogEvent } from "../domain/catalog.ts";
import type { Finding } from "../domain/finding.ts";
import { DEFAULT_RULE_PROFILE, type Api, type Connection, type RuleProfile } from "../domain/tenant.ts";
import type { JsonNode } from "../json/types.ts";
import { assertNever } from "../result/result.ts";
import { checkContext } from "./context.ts";
import { checkDocument, readDocument } from "./document.ts";
import { unwrapDouble } from "./double-encoding.ts";
import { readEnvelope, type Envelope } from "./envelope.ts";
import { checkIdentity } from "./identity.ts";
import { checkEvent, checkTenant } from "./optievent.ts";
import { checkEid, checkToken } from "./realtime.ts";
import { createScope, type Scope } from "./scope.ts";
import { checkSignedText } from "./signature.ts";
import { sortFindings } from "./sort-findings.ts";
import { checkTimestamp } from "./timestamp.ts";
import { described } from "./words.ts";

export type ValidationInput = {
  /** The body as it stands in the draft, or as it came from somewhere else. */
  readonly text: string;
  /**
   * The document with placeholders replaced by their values, but with the spans of `text`. Without it the text is parsed,
   * and values that are placeholders are not judged.
   */
  readonly root?: JsonNode;
  readonly api: Api;
  /** Without one, only the rules that need none apply. */
  readonly catalog: Catalog | null;
  readonly connection?: Connection;
  /** The number of the chosen tenant; null or absent when there is none to compare with. */
  readonly tenantNumber?: number | null;
  readonly ruleProfile?: RuleProfile;
  readonly now: Date;
};

export type Validation = {
  /** The most serious first, then in the order of the text. */
  readonly findings: Finding[];
  /** The catalog's event that the body means, also when its name is wrong only by case. */
  readonly event: CatalogEvent | null;
};

/**
 * Validates a body for an API against the rules of rules.ts. Takes any text and never throws; the findings tell and never
 * forbid. An unresolved placeholder is not judged: what it will be is not known yet.
 */
export function validatePayload(input: ValidationInput): Validation {
  const scope = createScope({
    text: input.text,
    api: input.api,
    catalog: input.catalog,
    connection: input.connection ?? null,
    tenantNumber: input.tenantNumber ?? null,
    profile: input.ruleProfile ?? DEFAULT_RULE_PROFILE,
    now: input.now,
  });
  const root = input.root ?? readDocument(scope);
  const event = root === null ? null : checkRoot(scope, root);
  return { findings: sortFindings(scope.findings), event };
}

function checkRoot(scope: Scope, root: JsonNode): CatalogEvent | null {
  if (scope.connection?.signed === true && scope.api === "optievent") checkSignedText(scope, root);
  const unwrapped = unwrapDouble(scope, root, [], "The body");
  const body = unwrapped?.node ?? root;
  const inner = unwrapped?.scope ?? scope;
  checkDocument(inner, body);
  if (body.kind !== "object") {
    const hint =
      body.kind === "array"
        ? " The vendor's SDKs post arrays; the server-side API takes one event in each request."
        : "";
    const message = `The body is ${described(body)}. It must be one object.${hint}`;
    inner.add("envelope.not-object", [], root, message);
    return null;
  }
  return checkEnvelope(inner, readEnvelope(inner, body));
}

function checkEnvelope(scope: Scope, envelope: Envelope): CatalogEvent | null {
  const event = checkApiFields(scope, envelope);
  checkIdentity(scope, envelope);
  checkContext(scope, envelope, event);
  return event;
}

function checkApiFields(scope: Scope, envelope: Envelope): CatalogEvent | null {
  switch (scope.api) {
    case "optievent":
      checkTenant(scope, envelope);
      checkTimestamp(scope, envelope);
      return checkEvent(scope, envelope);
    case "realtime":
      checkToken(scope, envelope);
      return checkEid(scope, envelope);
    default:
      return assertNever(scope.api);
  }
}
