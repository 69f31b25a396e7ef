import type { TenantView } from "../../../shared/contract/calls.ts";
import type { Catalog, CatalogEvent } from "../../../shared/domain/catalog.ts";
import type { Finding } from "../../../shared/domain/finding.ts";
import { parseJson } from "../../../shared/json/parse.ts";
import { lastMember } from "../../../shared/json/path.ts";
import { customerField, VISITOR_FIELD } from "../../../shared/form/fields.ts";
import type { PasteCandidate } from "../../../shared/paste/types.ts";
import { validatePayload } from "../../../shared/validation/validate.ts";

/** What validation says of a candidate, and whom it is about. */
export type Inspection = {
  readonly findings: readonly Finding[];
  /** The catalog's event that it means, also where its name is wrong only by case. */
  readonly event: CatalogEvent | null;
  /** `customer c-1`; empty where it names nobody. */
  readonly identity: string;
};

export type Inspect = (candidate: PasteCandidate) => Inspection;

/** Inspects each candidate once, when it is first looked at: a list of thousands is not validated as a whole. */
export function createInspect(tenant: TenantView, catalog: Catalog, now: Date): Inspect {
  const known = new WeakMap<PasteCandidate, Inspection>();
  return (candidate) => {
    const before = known.get(candidate);
    if (before !== undefined) return before;
    const inspection = inspectCandidate(candidate, tenant, catalog, now);
    known.set(candidate, inspection);
    return inspection;
  };
}

function inspectCandidate(
  { api, text }: PasteCandidate,
  tenant: TenantView,
  catalog: Catalog,
  now: Date,
): Inspection {
  const connection = tenant.connections.find((one) => one.api === api);
  const { findings, event } = validatePayload({
    text,
    api,
    catalog,
    ...(connection === undefined ? {} : { connection }),
    tenantNumber: tenant.tenantNumber,
    ruleProfile: tenant.ruleProfile,
    now,
  });
  return { findings, event, identity: identityOf({ api, text }) };
}

function identityOf({ api, text }: Pick<PasteCandidate, "api" | "text">): string {
  const parsed = parseJson(text);
  if (!parsed.ok || parsed.root.kind !== "object") return "";
  const { root } = parsed;
  const fields = [
    { name: "customer", field: customerField(api) },
    { name: "visitor", field: VISITOR_FIELD },
  ];
  return fields
    .flatMap(({ name, field }) => {
      const value = lastMember(root, field)?.value;
      if (value === undefined) return [];
      return [`${name} ${value.kind === "string" ? value.value : text.slice(value.start, value.end)}`];
    })
    .join(", ");
}
