import type { ReactNode } from "react";
import { isProductionTarget } from "../../../shared/guard/production.ts";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { API_LABELS, type ConnectionFieldsProps } from "./connection-props.ts";
import { FileRow } from "./file-row.tsx";
import { CheckRow, FormRow, TextRow } from "./form-parts.tsx";
import { SecretRow } from "./secret-row.tsx";
import styles from "./tenants.module.css";

const PROXIES = [
  { value: "none", label: "None" },
  { value: "system", label: "System" },
  { value: "address", label: "Address" },
] as const;

const CERTIFICATES = [
  { value: "none", label: "None" },
  { value: "pem", label: "PEM files" },
  { value: "pfx", label: "PKCS #12 file" },
] as const;

const TIMEOUTS = [
  { field: "connectSeconds", label: "Time to connect" },
  { field: "answerSeconds", label: "Time to answer" },
  { field: "totalSeconds", label: "Time in all" },
] as const;

/** Proxy, TLS and time limits of one connection. */
export function NetworkFields(props: ConnectionFieldsProps): ReactNode {
  const { form, onChange, problems } = props;
  const title = API_LABELS[form.api];
  return (
    <>
      <ProxyFields {...props} />
      <FileRow
        description="A PEM file on this computer with authorities to trust beside those of the system."
        field={`${form.api}.caFile`}
        label="CA file"
        name={`${title} CA file`}
        onChange={(caFile) => onChange({ caFile })}
        problems={problems}
        purpose="pem"
        value={form.caFile}
      />
      <CertificateFields {...props} />
      <VerifyTls {...props} />
      {TIMEOUTS.map(({ field, label }) => (
        <TextRow
          adornment="seconds"
          field={`${form.api}.${field}`}
          key={field}
          label={label}
          name={`${title} ${label.toLowerCase()}`}
          onChange={(value) => onChange({ [field]: value })}
          problems={problems}
          value={form[field]}
        />
      ))}
    </>
  );
}

function ProxyFields({ form, onChange, problems, tenant }: ConnectionFieldsProps): ReactNode {
  const title = API_LABELS[form.api];
  return (
    <>
      <FormRow label="Proxy">
        <SegmentedControl
          label={`${title} proxy`}
          onChange={(proxyKind) => onChange({ proxyKind })}
          options={PROXIES}
          value={form.proxyKind}
        />
        {form.proxyKind === "system" ? (
          <p className={styles.hint}>
            In the desktop program as the system&apos;s settings say, elsewhere as HTTPS_PROXY, HTTP_PROXY,
            ALL_PROXY and NO_PROXY say. This computer itself is reached without.
          </p>
        ) : null}
      </FormRow>
      {form.proxyKind === "address" ? (
        <>
          <TextRow
            field={`${form.api}.proxyUrl`}
            isMonospace
            label="Proxy address"
            name={`${title} proxy address`}
            onChange={(proxyUrl) => onChange({ proxyUrl })}
            problems={problems}
            value={form.proxyUrl}
          />
          <TextRow
            field={`${form.api}.proxyUserName`}
            label="Proxy user"
            name={`${title} proxy user`}
            onChange={(proxyUserName) => onChange({ proxyUserName })}
            problems={problems}
            value={form.proxyUserName}
          />
          <SecretRow
            description="One for both connections of the tenant."
            label="Proxy password"
            name={`${title} proxy password`}
            slot="proxy-password"
            tenant={tenant}
          />
        </>
      ) : null}
    </>
  );
}

function CertificateFields({ form, onChange, problems, tenant }: ConnectionFieldsProps): ReactNode {
  const title = API_LABELS[form.api];
  const file = (field: "certificateFile" | "keyFile" | "pfxFile", label: string) => (
    <FileRow
      field={`${form.api}.${field}`}
      label={label}
      name={`${title} ${label.toLowerCase()}`}
      onChange={(value) => onChange({ [field]: value })}
      problems={problems}
      purpose={field === "pfxFile" ? "pkcs12" : "pem"}
      value={form[field]}
    />
  );
  return (
    <>
      <FormRow label="Client certificate">
        <SegmentedControl
          label={`${title} client certificate`}
          onChange={(certificateKind) => onChange({ certificateKind })}
          options={CERTIFICATES}
          value={form.certificateKind}
        />
      </FormRow>
      {form.certificateKind === "pem" ? (
        <>
          {file("certificateFile", "Certificate file")}
          {file("keyFile", "Key file")}
        </>
      ) : null}
      {form.certificateKind === "pfx" ? file("pfxFile", "PKCS #12 file") : null}
      {form.certificateKind === "none" ? null : (
        <SecretRow
          description="Where the file has one. One for both connections of the tenant."
          label="Passphrase"
          name={`${title} certificate passphrase`}
          slot="client-certificate-passphrase"
          tenant={tenant}
        />
      )}
    </>
  );
}

function VerifyTls({ form, tenantForm, onChange, problems }: ConnectionFieldsProps): ReactNode {
  const isProduction = isProductionTarget(tenantForm, form.endpoint);
  if (isProduction && form.verifyTls) {
    return (
      <FormRow label="TLS">
        <p className={styles.fixed}>The server&apos;s certificate is checked, as always for production.</p>
      </FormRow>
    );
  }
  return (
    <CheckRow
      isChecked={form.verifyTls}
      label="TLS"
      onChange={(verifyTls) => onChange({ verifyTls })}
      problem={problems.get(`${form.api}.verifyTls`)}
    >
      {form.verifyTls
        ? "Check the server's certificate."
        : "Check the server's certificate. While this is off, anybody on the way can read and answer what is sent."}
    </CheckRow>
  );
}
