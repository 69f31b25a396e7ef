import type { ReactNode } from "react";
import { isProductionHost } from "../../../shared/guard/hosts.ts";
import type { TenantColour, TenantKind } from "../../../shared/domain/tenant.ts";
import { useCall } from "../../host/queries.ts";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { Select } from "../../ui/select.tsx";
import { CheckRow, FieldGroup, FormRow, TextRow } from "./form-parts.tsx";
import type { FormProblems } from "./read-tenant-form.ts";
import type { TenantForm } from "./tenant-form.ts";
import styles from "./tenants.module.css";

const KINDS = [
  { value: "sandbox", label: "Sandbox" },
  { value: "test", label: "Test" },
  { value: "production", label: "Production" },
] as const satisfies readonly { readonly value: TenantKind; readonly label: string }[];

const COLOURS = [
  { value: "kind", label: "As its kind" },
  { value: "grey", label: "Grey" },
  { value: "blue", label: "Blue" },
  { value: "teal", label: "Teal" },
  { value: "green", label: "Green" },
  { value: "amber", label: "Amber" },
  { value: "purple", label: "Purple" },
  { value: "pink", label: "Pink" },
] as const satisfies readonly { readonly value: TenantColour | "kind"; readonly label: string }[];

/** No catalog has this id. */
const NO_CATALOG = "/none";

/** Who the tenant is. */
export function GeneralFields(props: {
  readonly form: TenantForm;
  readonly onChange: (changes: Partial<TenantForm>) => void;
  readonly problems: FormProblems;
}): ReactNode {
  const { form, onChange, problems } = props;
  return (
    <FieldGroup title="General">
      <TextRow
        field="name"
        isRequired
        label="Name"
        onChange={(name) => onChange({ name })}
        problems={problems}
        value={form.name}
      />
      <FormRow label="Kind">
        <SegmentedControl
          label="Kind"
          onChange={(kind) => onChange({ kind })}
          options={KINDS}
          value={form.kind}
        />
        {form.kind === "production" ? (
          <p className={styles.hint}>Sending needs an approval, and the whole window has a red frame.</p>
        ) : null}
      </FormRow>
      <FormRow label="Colour">
        <Select
          isDisabled={form.kind === "production"}
          isLabelHidden
          label="Colour"
          onChange={(colour) => onChange({ colour: colour === "kind" ? null : colour })}
          options={COLOURS}
          value={form.kind === "production" ? "kind" : (form.colour ?? "kind")}
        />
      </FormRow>
      <TextRow
        description="The tenant field of OptiEvent. Realtime has none."
        field="tenantNumber"
        isMonospace
        label="Tenant number"
        onChange={(tenantNumber) => onChange({ tenantNumber })}
        problems={problems}
        value={form.tenantNumber}
      />
      <CatalogRow form={form} onChange={onChange} />
      <ProductionHosts form={form} onChange={onChange} />
    </FieldGroup>
  );
}

function CatalogRow(props: {
  readonly form: TenantForm;
  readonly onChange: (changes: Partial<TenantForm>) => void;
}): ReactNode {
  const { form, onChange } = props;
  const catalogs = useCall("catalogs.list", {}).data ?? [];
  const known = catalogs.map(({ id, name }) => ({ value: id, label: name }));
  const isUnknown = form.catalogId !== null && !known.some(({ value }) => value === form.catalogId);
  const stored = isUnknown
    ? [{ value: form.catalogId ?? "", label: `${form.catalogId} (not to be had now)` }]
    : [];
  return (
    <FormRow label="Catalog">
      <Select
        isLabelHidden
        label="Catalog"
        onChange={(id) => onChange({ catalogId: id === NO_CATALOG ? null : id })}
        options={[{ value: NO_CATALOG, label: "None" }, ...known, ...stored]}
        value={form.catalogId ?? NO_CATALOG}
      />
    </FormRow>
  );
}

/** Only asked where it matters: the vendor's hosts of a tenant that does not call itself production. */
function ProductionHosts(props: {
  readonly form: TenantForm;
  readonly onChange: (changes: Partial<TenantForm>) => void;
}): ReactNode {
  const { form, onChange } = props;
  const hosts = Object.values(form.connections)
    .filter(({ isUsed, endpoint }) => isUsed && URL.canParse(endpoint))
    .map(({ endpoint }) => new URL(endpoint).hostname)
    .filter(isProductionHost);
  if (form.kind === "production" || hosts.length === 0) return null;
  return (
    <CheckRow
      isChecked={form.productionHostsAcknowledged}
      label="Vendor's hosts"
      onChange={(productionHostsAcknowledged) => onChange({ productionHostsAcknowledged })}
    >
      {`${[...new Set(hosts)].join(" and ")} counts as production. I state that this tenant there is none, so sending to it needs no approval.`}
    </CheckRow>
  );
}
