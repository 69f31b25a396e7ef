import { memo, type ReactNode } from "react";
import type { Api } from "../../../shared/domain/tenant.ts";
import { setIdentity, setIdentityValue, type IdentityMode } from "../../../shared/form/edit-form.ts";
import type { FormIdentity } from "../../../shared/form/form.ts";
import { valueText } from "../../../shared/form/read-form.ts";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { IdentityMenu } from "../customer-id/identity-menu.tsx";
import { describeFindings, shownFindings, type OnFix } from "./field-findings.tsx";
import { FormRow } from "./form-row.tsx";
import row from "./parameter-row.module.css";
import styles from "./switched-field.module.css";

type OnEdit = (group: string | null, change: (text: string) => string) => void;

type IdentityRowProps = {
  readonly api: Api;
  readonly identity: FormIdentity;
  /** What its placeholders stand for, in words; empty where it has none. */
  readonly standing: string;
  readonly onEdit: OnEdit;
  readonly onFix: OnFix;
};

const OPTIONS = [
  { value: "customer", label: "customer" },
  { value: "visitor", label: "visitor" },
] as const satisfies readonly { value: IdentityMode; label: string }[];

/** Who the event is about: a customer or, with OptiEvent, a visitor. A draft that carries both shows both. */
export const IdentityRow = memo(function IdentityRow(props: IdentityRowProps): ReactNode {
  const { api, identity, onEdit } = props;
  const menu = (
    <IdentityMenu
      customerId={valueText(identity.customer)}
      hasVisitor={api === "optievent"}
      onNotSent={
        identity.mode === "none"
          ? null
          : () => onEdit(null, (text) => setIdentity(text, api, { mode: "none" }))
      }
      onUse={(mode, value) => onEdit(null, (text) => setIdentity(text, api, { mode, value }))}
    />
  );
  return (
    <FormRow field="identity" isRequired menu={menu} name="Identity">
      <div className={styles.switched}>
        {api === "realtime" ? null : <IdentitySwitch {...props} />}
        <div className={styles.fields}>
          <IdentityFields {...props} />
          {props.standing === "" ? null : <p className={row.standing}>{props.standing}</p>}
        </div>
      </div>
    </FormRow>
  );
}, isSameIdentity);

function isSameIdentity(before: IdentityRowProps, after: IdentityRowProps): boolean {
  return (
    before.api === after.api &&
    before.standing === after.standing &&
    before.onEdit === after.onEdit &&
    before.onFix === after.onFix &&
    shownOf(before.identity) === shownOf(after.identity)
  );
}

function shownOf({ mode, customer, visitor, findings }: FormIdentity): string {
  return JSON.stringify([mode, customer, visitor]) + shownFindings(findings);
}

function IdentitySwitch({ api, identity, onEdit }: IdentityRowProps): ReactNode {
  const value = identity.mode === "customer" || identity.mode === "visitor" ? identity.mode : null;
  const choose = (mode: IdentityMode) => {
    const kept = valueText(identity.mode === "both" ? identity[mode] : identity[value ?? mode]);
    onEdit(null, (text) => setIdentity(text, api, { mode, value: kept }));
  };
  return <SegmentedControl label="Identity" onChange={choose} options={OPTIONS} value={value} />;
}

function IdentityFields({ api, identity, onEdit, onFix }: IdentityRowProps): ReactNode {
  const modes = identity.mode === "both" ? (["customer", "visitor"] as const) : [shownMode(identity)];
  return modes.map((mode, index) => (
    <TextField
      {...(index === modes.length - 1 ? describeFindings(identity.findings, onFix) : {})}
      isLabelHidden
      isMonospace
      isRequired
      key={mode}
      label={mode === "customer" ? "Customer" : "Visitor"}
      onChange={(value) => onEdit(`identity:${mode}`, (text) => setIdentityValue(text, api, mode, value))}
      placeholder={identity[mode].state === "notSent" ? "not sent" : "empty text"}
      value={valueText(identity[mode])}
    />
  ));
}

function shownMode(identity: FormIdentity): IdentityMode {
  return identity.mode === "visitor" ? "visitor" : "customer";
}
