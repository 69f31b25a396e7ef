import type { Severity } from "../../domain/finding.ts";
import type { RuleProfile } from "../../domain/tenant.ts";

/** What is fixed about a rule; a finding adds the place, the sentence and perhaps a fix. */
export type Rule = {
  /** The vendor's own number, as its Events Log shows it; null where it has none. */
  readonly code: number | null;
  /** Unless the rule profile or the case says otherwise. */
  readonly severity: Severity;
  /** What the rule asks for, in one line. */
  readonly summary: string;
  /** The document the rule was taken from. */
  readonly source: string;
  /** Whether a finding of this rule can carry a fix. */
  readonly hasFix: boolean;
  /** The fields of a tenant's rule profile that change the rule. */
  readonly profile: readonly (keyof RuleProfile)[];
};

const API = "OPTIMOVE-API.md";

/** The documents that rules cite, by their own headings, so that a reader can look the rule up. */
export const source = {
  json: "RFC 8259 (JSON)",
  body: `${API} section 1 (one JSON object, UTF-8)`,
  signature: `${API} section 1 (signature headers)`,
  optievent: `${API} section 2, optievent; OptiEvent README, Code Format`,
  realtime: `${API} section 2, realtime; Realtime README, Request`,
  eid: `${API} section 2, realtime (the vendor's sources disagree on the type of eid)`,
  identity: `${API} section 2, Identity; OptiEvent README, Important Notes`,
  timestamp: `${API} section 2, Timestamp formats`,
  ids: `${API} section 2, Ids; rules of the vendor's SDKs`,
  values: `${API} section 2, Parameter values; Realtime README, Important Notes`,
  names: `${API} section 2, Parameter values; READMEs, Important Notes (names are case sensitive, snake_case)`,
  codes: `${API} section 4, Validation codes`,
  integrations: `${API} section 6 (real integrations)`,
  catalog: "The catalog file (optievent-catalog/1)",
  tenant: "The tenant's own settings",
} as const;

/** A rule with the parts that most rules share filled in. */
export function rule(
  severity: Severity,
  code: number | null,
  summary: string,
  from: string,
  extras: { readonly hasFix?: boolean; readonly profile?: readonly (keyof RuleProfile)[] } = {},
): Rule {
  return {
    code,
    severity,
    summary,
    source: from,
    hasFix: extras.hasFix ?? false,
    profile: extras.profile ?? [],
  };
}
