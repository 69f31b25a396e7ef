import type { Header } from "../domain/exchange.ts";
import type { Finding } from "../domain/finding.ts";
import type { Catalog } from "../domain/catalog.ts";
import type { Connection, RuleProfile } from "../domain/tenant.ts";

/** Everything composing depends on. Pure in, pure out: the clock and the random source are parameters. */
export type ComposeInput = {
  readonly text: string;
  readonly connection: Connection;
  /** The endpoint as an address; differs from `connection.endpoint` for the local gateway. */
  readonly url: string;
  readonly tenantNumber: number | null;
  readonly catalog: Catalog | null;
  readonly ruleProfile: RuleProfile;
  readonly variables: Readonly<Record<string, string>>;
  /** The one moment the request is stamped with. */
  readonly now: Date;
  /** Numbers from 0 to below 1, as Math.random gives them. */
  readonly random: () => number;
};

/** A placeholder that composing filled in, and with what: JSON text as it stands in the request. */
export type ResolvedPlaceholder = {
  readonly path: string;
  /** Where it stands in the draft, counted in UTF-16 units from 0. */
  readonly offset: number;
  readonly placeholder: string;
  readonly value: string;
  /** Where the value stands in the request; `to` is after its end. */
  readonly inRequest: { readonly from: number; readonly to: number };
};

/**
 * The request: this text, but for secrets, is what goes over the wire, is signed, shown, exported and recorded.
 * Secrets still stand as `{{secret:NAME}}`; the signature headers still stand as `{{secret:signature}}`.
 */
export type ComposedRequest = {
  readonly method: "POST";
  readonly url: string;
  readonly headers: readonly Header[];
  readonly text: string;
  /** Positions and fixes are those of the draft. */
  readonly findings: readonly Finding[];
  /** The same findings placed in `text`, without fixes: what is shown and recorded beside the request. */
  readonly requestFindings: readonly Finding[];
  readonly placeholders: readonly ResolvedPlaceholder[];
};
