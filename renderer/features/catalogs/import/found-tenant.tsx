import { useState, type ReactNode } from "react";
import type { FoundTenant } from "../../../../shared/catalog-import/types.ts";
import { connectionSchema, DEFAULT_RULE_PROFILE } from "../../../../shared/domain/tenant.ts";
import { useHost } from "../../../host/host-context.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { showToast } from "../../../ui/toast.tsx";
import { useVault } from "../../vault/vault-context.tsx";
import { foundTokenText } from "../../vault/vault-texts.ts";
import { ImportOption } from "./import-option.tsx";
import styles from "./import.module.css";

export type TenantOffer = {
  readonly found: FoundTenant | null;
  readonly isWanted: boolean;
  readonly setWanted: (isWanted: boolean) => void;
  readonly name: string;
  readonly setName: (name: string) => void;
  /** Makes the tenant, if wanted, for this catalog, and keeps its token. What fails is said. */
  readonly make: (catalogId: string | null) => Promise<void>;
};

/** The tenant that a configuration names. Its token is shown nowhere, and kept where secrets are alone. */
export function useTenantOffer(found: FoundTenant | null): TenantOffer {
  const host = useHost();
  const [isWanted, setWanted] = useState(false);
  const [typed, setName] = useState<string | null>(null);
  const name =
    typed ?? found?.name ?? (found?.tenantNumber == null ? "New tenant" : `Tenant ${found.tenantNumber}`);
  async function make(catalogId: string | null): Promise<void> {
    if (found === null || !isWanted) return;
    const endpoint = found.realtimeEndpoint;
    const created = await host.call("tenants.create", {
      name: name.trim(),
      kind: "test",
      tenantNumber: found.tenantNumber,
      connections: endpoint === null ? [] : [connectionSchema.parse({ api: "realtime", endpoint })],
      catalogId,
      ruleProfile: DEFAULT_RULE_PROFILE,
    });
    if (!created.ok) return fail("The tenant was not made", created.error.message);
    if (found.realtimeToken !== null) {
      const input = { tenantId: created.value.id, slot: "realtime" as const, value: found.realtimeToken };
      const kept = await host.call("secrets.set", input);
      if (!kept.ok) return fail("The tenant was made, its token was not kept", kept.error.message);
    }
    showToast({
      tone: "done",
      title: `${created.value.name} was made`,
      text: "Look at its kind and endpoints in the settings.",
    });
  }
  return { found, isWanted, setWanted, name, setName, make };
}

export function TenantOfferView({ offer }: { readonly offer: TenantOffer }): ReactNode {
  const { found } = offer;
  const { status } = useVault();
  if (found === null) return null;
  const facts = [
    found.tenantNumber === null ? null : `number ${found.tenantNumber}`,
    found.realtimeEndpoint,
    found.realtimeToken === null ? null : foundTokenText(status?.state ?? null),
  ].filter((fact) => fact !== null);
  return (
    <section aria-label="Tenant found" className={styles.tenant}>
      <ImportOption isOn={offer.isWanted} label="Make the tenant it belongs to" onChange={offer.setWanted} />
      <p className={styles.muted}>{`Found: ${facts.join(", ")}.`}</p>
      {offer.isWanted ? (
        <TextField label="Name of the tenant" onChange={offer.setName} value={offer.name} />
      ) : null}
    </section>
  );
}

function fail(title: string, text: string): void {
  showToast({ tone: "failed", title, text });
}
