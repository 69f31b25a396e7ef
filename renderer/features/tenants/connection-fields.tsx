import type { ReactNode } from "react";
import { LOCAL_GATEWAY_ENDPOINT } from "../../../shared/domain/tenant.ts";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { ConnectionTest } from "./connection-test.tsx";
import { API_LABELS, type ConnectionFieldsProps } from "./connection-props.ts";
import { CheckRow, FieldGroup, FormRow, TextRow } from "./form-parts.tsx";
import { NetworkFields } from "./network-fields.tsx";
import { SecretRow } from "./secret-row.tsx";

/** How the tenant is reached through one API. */
export function ConnectionFields(props: ConnectionFieldsProps): ReactNode {
  const { form, onChange } = props;
  const title = API_LABELS[form.api];
  return (
    <FieldGroup title={`Connection: ${title}`}>
      <CheckRow isChecked={form.isUsed} label="Used" onChange={(isUsed) => onChange({ isUsed })}>
        {`The tenant is reached through ${title}.`}
      </CheckRow>
      {form.isUsed ? <UsedConnection {...props} /> : null}
    </FieldGroup>
  );
}

function UsedConnection(props: ConnectionFieldsProps): ReactNode {
  const { form, onChange, problems, tenant } = props;
  const title = API_LABELS[form.api];
  return (
    <>
      <TextRow
        description={
          form.endpoint === LOCAL_GATEWAY_ENDPOINT
            ? "The console's own gateway, whichever port it has."
            : `The whole address, or ${LOCAL_GATEWAY_ENDPOINT} for the console's own gateway.`
        }
        field={`${form.api}.endpoint`}
        isMonospace
        isRequired
        label="Endpoint"
        name={`${title} endpoint`}
        onChange={(endpoint) => onChange({ endpoint })}
        problems={problems}
        value={form.endpoint}
      />
      <SecretRow
        description={
          form.api === "optievent"
            ? "The real-time token of the tenant, with which requests are signed."
            : "The token that stands in the body as tid."
        }
        label="Credential"
        name={`${title} credential`}
        slot={form.api}
        tenant={tenant}
      />
      <ApiFields form={form} onChange={onChange} />
      <TextRow
        description="Hosts that the credential may be sent to, one to a line. Empty: the endpoint's host."
        field={`${form.api}.allowedHosts`}
        isMonospace
        isMultiline
        label="Allowed hosts"
        name={`${title} allowed hosts`}
        onChange={(allowedHosts) => onChange({ allowedHosts })}
        problems={problems}
        value={form.allowedHosts}
      />
      <NetworkFields {...props} />
      <ConnectionTest {...props} />
    </>
  );
}

/** What only one of the APIs has. */
function ApiFields({ form, onChange }: Pick<ConnectionFieldsProps, "form" | "onChange">): ReactNode {
  return form.api === "optievent" ? (
    <CheckRow isChecked={form.signed} label="Signing" onChange={(signed) => onChange({ signed })}>
      Send the signature headers.
    </CheckRow>
  ) : (
    <FormRow label="Event id">
      <SegmentedControl
        label="Event id"
        onChange={(eidType) => onChange({ eidType })}
        options={[
          { value: "number", label: "As a number" },
          { value: "string", label: "As a string" },
        ]}
        value={form.eidType}
      />
    </FormRow>
  );
}
