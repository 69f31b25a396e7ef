import type {
  Api,
  Connection,
  RuleProfile,
  Tenant,
  TenantColour,
  TenantKind,
} from "../../../shared/domain/tenant.ts";
import { connectionSchema, DEFAULT_RULE_PROFILE } from "../../../shared/domain/tenant.ts";
import type { PortableTenant } from "../../../shared/tenants/tenants-file.ts";

/** A connection as it is being written: numbers are text, and what is not chosen is kept until the form is left. */
export type ConnectionForm = {
  readonly api: Api;
  readonly isUsed: boolean;
  readonly endpoint: string;
  readonly signed: boolean;
  readonly eidType: Connection["eidType"];
  /** One to a line; empty is the endpoint's host. */
  readonly allowedHosts: string;
  readonly proxyKind: Connection["proxy"]["kind"];
  readonly proxyUrl: string;
  readonly proxyUserName: string;
  readonly caFile: string;
  readonly certificateKind: "none" | "pem" | "pfx";
  readonly certificateFile: string;
  readonly keyFile: string;
  readonly pfxFile: string;
  readonly verifyTls: boolean;
  /** Seconds. */
  readonly connectSeconds: string;
  readonly answerSeconds: string;
  readonly totalSeconds: string;
};

/** A tenant as it is being written. */
export type TenantForm = {
  readonly name: string;
  readonly kind: TenantKind;
  readonly colour: TenantColour | null;
  readonly tenantNumber: string;
  readonly catalogId: string | null;
  readonly productionHostsAcknowledged: boolean;
  readonly connections: { readonly [Name in Api]: ConnectionForm };
  readonly bothIdentities: RuleProfile["bothIdentities"];
  readonly nameStyle: RuleProfile["nameStyle"];
  readonly textWarningLength: string;
  readonly textErrorLength: string;
  readonly maxParameters: string;
  readonly maxAgeDays: string;
};

export const NEW_TENANT: PortableTenant = {
  name: "",
  kind: "test",
  tenantNumber: null,
  connections: [connectionSchema.parse({ api: "optievent", endpoint: "https://" })],
  catalogId: null,
  ruleProfile: DEFAULT_RULE_PROFILE,
  colour: null,
  productionHostsAcknowledged: false,
};

/** The form of a tenant as it is stored. */
export function formOf(tenant: PortableTenant | Tenant): TenantForm {
  const { ruleProfile: rules } = tenant;
  return {
    name: tenant.name,
    kind: tenant.kind,
    colour: tenant.colour,
    tenantNumber: tenant.tenantNumber === null ? "" : String(tenant.tenantNumber),
    catalogId: tenant.catalogId,
    productionHostsAcknowledged: tenant.productionHostsAcknowledged,
    connections: {
      optievent: connectionFormOf(tenant, "optievent"),
      realtime: connectionFormOf(tenant, "realtime"),
    },
    bothIdentities: rules.bothIdentities,
    nameStyle: rules.nameStyle,
    textWarningLength: String(rules.textWarningLength),
    textErrorLength: String(rules.textErrorLength),
    maxParameters: String(rules.maxParameters),
    maxAgeDays: String(rules.maxAgeDays),
  };
}

function connectionFormOf(tenant: PortableTenant, api: Api): ConnectionForm {
  const stored = tenant.connections.find((connection) => connection.api === api);
  const connection = stored ?? connectionSchema.parse({ api, endpoint: "https://" });
  const { proxy, clientCertificate: certificate, timeouts } = connection;
  return {
    api,
    isUsed: stored !== undefined,
    endpoint: connection.endpoint,
    signed: connection.signed,
    eidType: connection.eidType,
    allowedHosts: (connection.allowedHosts ?? []).join("\n"),
    proxyKind: proxy.kind,
    proxyUrl: proxy.kind === "address" ? proxy.url : "http://",
    proxyUserName: proxy.kind === "address" ? (proxy.userName ?? "") : "",
    caFile: connection.caFile ?? "",
    certificateKind: certificate?.kind ?? "none",
    certificateFile: certificate?.kind === "pem" ? certificate.certificateFile : "",
    keyFile: certificate?.kind === "pem" ? certificate.keyFile : "",
    pfxFile: certificate?.kind === "pfx" ? certificate.file : "",
    verifyTls: connection.verifyTls,
    connectSeconds: String(timeouts.connect / 1000),
    answerSeconds: String(timeouts.answer / 1000),
    totalSeconds: String(timeouts.total / 1000),
  };
}
