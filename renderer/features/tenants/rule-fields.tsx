import type { ReactNode } from "react";
import { Select } from "../../ui/select.tsx";
import { FieldGroup, FormRow, TextRow } from "./form-parts.tsx";
import type { FormProblems } from "./read-tenant-form.ts";
import type { TenantForm } from "./tenant-form.ts";
import styles from "./tenants.module.css";

const IDENTITIES = [
  { value: "error", label: "An error, as the rule is written" },
  { value: "warning", label: "A warning" },
  { value: "allowed", label: "Allowed" },
] as const;

const STYLES = [
  { value: "warning", label: "A warning" },
  { value: "allowed", label: "Allowed" },
] as const;

const LIMITS = [
  {
    field: "textWarningLength",
    label: "Long text",
    description: "Characters above which a text is a warning.",
  },
  { field: "textErrorLength", label: "Too long text", description: "Characters above which it is an error." },
  { field: "maxParameters", label: "Parameters", description: "More of them per event are a warning." },
  { field: "maxAgeDays", label: "Age in days", description: "An older timestamp is a warning." },
] as const;

/** Rules on which the vendor's own sources disagree. */
export function RuleFields(props: {
  readonly form: TenantForm;
  readonly onChange: (changes: Partial<TenantForm>) => void;
  readonly problems: FormProblems;
}): ReactNode {
  const { form, onChange, problems } = props;
  return (
    <FieldGroup title="Rules">
      <p className={styles.hint}>
        The vendor&apos;s documents disagree on these. Findings never keep an event from being sent.
      </p>
      <FormRow label="Both identities">
        <Select
          description="Customer and visitor in one event."
          isLabelHidden
          label="Both identities"
          onChange={(bothIdentities) => onChange({ bothIdentities })}
          options={IDENTITIES}
          value={form.bothIdentities}
        />
      </FormRow>
      <FormRow label="Other name styles">
        <Select
          description="Names that are not snake_case."
          isLabelHidden
          label="Other name styles"
          onChange={(nameStyle) => onChange({ nameStyle })}
          options={STYLES}
          value={form.nameStyle}
        />
      </FormRow>
      {LIMITS.map(({ field, label, description }) => (
        <TextRow
          description={description}
          field={field}
          key={field}
          label={label}
          onChange={(value) => onChange({ [field]: value })}
          problems={problems}
          value={form[field]}
        />
      ))}
    </FieldGroup>
  );
}
