import { z } from "zod";

/** The two APIs of OPTIMOVE's server-side events: the legacy Realtime `reportEvent`, and OptiEvent. */
export const apiSchema = z.enum(["optievent", "realtime"]);
export type Api = z.infer<typeof apiSchema>;

export const tenantKindSchema = z.enum(["sandbox", "test", "production"]);
export type TenantKind = z.infer<typeof tenantKindSchema>;

/**
 * What a tenant's endpoint says instead of an address when it means the console's own gateway, which has a new port each
 * time it starts.
 */
export const LOCAL_GATEWAY_ENDPOINT = "gateway:local";

/** The id of the tenant of a first start, and the vendor's number in its documents' examples. */
export const SANDBOX_TENANT_ID = "sandbox";
export const SANDBOX_TENANT_NUMBER = 999;

/** Milliseconds for each phase of a request; `total` bounds the whole of it. */
export const timeoutsSchema = z.object({
  connect: z.number().int().positive(),
  answer: z.number().int().positive(),
  total: z.number().int().positive(),
});
export type Timeouts = z.infer<typeof timeoutsSchema>;
export const DEFAULT_TIMEOUTS: Timeouts = { connect: 10_000, answer: 30_000, total: 60_000 };

/**
 * How requests get out. `system`: as the environment says (`HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY`, `NO_PROXY`), and
 * straight to this computer itself. `address`: through this proxy, whatever the address of the request. A user's password
 * is in the vault.
 */
export const proxyChoiceSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("none") }),
  z.object({ kind: z.literal("system") }),
  z.object({
    kind: z.literal("address"),
    /** `http://host:port` or `https://host:port`. */
    url: z.string().min(1).max(2000),
    userName: z.string().max(500).nullable().default(null),
  }),
]);
export type ProxyChoice = z.infer<typeof proxyChoiceSchema>;

const filePath = z.string().min(1).max(4096);

/** What the console shows a server that asks who it is. The passphrase of either is in the vault. */
export const clientCertificateSchema = z.discriminatedUnion("kind", [
  /** PEM files; one file may hold both. */
  z.object({ kind: z.literal("pem"), certificateFile: filePath, keyFile: filePath }),
  /** PKCS #12. */
  z.object({ kind: z.literal("pfx"), file: filePath }),
]);
export type ClientCertificate = z.infer<typeof clientCertificateSchema>;

/**
 * How a tenant is reached through one API. The credential itself is never here: it is in the vault under the tenant's id
 * and the API, and the text refers to it as `{{secret:token}}`.
 */
export const connectionSchema = z.object({
  api: apiSchema,
  /** `https://...`, `http://` for loopback only, or LOCAL_GATEWAY_ENDPOINT. */
  endpoint: z.string().min(1),
  /** OptiEvent only: whether the signature headers are sent. */
  signed: z.boolean().default(false),
  /** Realtime only: whether `eid` is a JSON number or a string; the vendor's documents disagree. */
  eidType: z.enum(["number", "string"]).default("number"),
  timeouts: timeoutsSchema.default(DEFAULT_TIMEOUTS),
  /** Hosts that a secret may be sent to, as `host`, `host:port` or `*.domain`. null: the endpoint's host. */
  allowedHosts: z.array(z.string().min(1).max(300)).max(50).nullable().default(null),
  proxy: proxyChoiceSchema.default({ kind: "none" }),
  /** A PEM file of authorities to trust beside those of the system. */
  caFile: filePath.nullable().default(null),
  clientCertificate: clientCertificateSchema.nullable().default(null),
  /** Whether the server's certificate is checked. Counts as true for production, whatever is stored. */
  verifyTls: z.boolean().default(true),
});
export type Connection = z.infer<typeof connectionSchema>;

/** Rules on which the vendor's sources disagree, as the tenant's owner wants them. Absent means our default. */
export const ruleProfileSchema = z.object({
  /** Both `customer` and `visitor`: the rule as written is an error. */
  bothIdentities: z.enum(["error", "warning", "allowed"]).default("error"),
  /** Over the first a string is a warning, over the second an error. UTF-16 units. */
  textWarningLength: z.number().int().positive().default(255),
  textErrorLength: z.number().int().positive().default(4000),
  /** Over this many parameters per event is a warning. */
  maxParameters: z.number().int().positive().default(50),
  /** A timestamp older than this many days is a warning. */
  maxAgeDays: z.number().positive().default(7),
  /** Names that are not snake_case. */
  nameStyle: z.enum(["warning", "allowed"]).default("warning"),
});
export type RuleProfile = z.infer<typeof ruleProfileSchema>;
export const DEFAULT_RULE_PROFILE: RuleProfile = ruleProfileSchema.parse({});

/** None of them is red: that is production's. */
export const tenantColourSchema = z.enum(["grey", "blue", "teal", "green", "amber", "purple", "pink"]);
export type TenantColour = z.infer<typeof tenantColourSchema>;

export const tenantSchema = z.object({
  id: z.string().min(1).max(200),
  name: z.string().min(1).max(200),
  kind: tenantKindSchema,
  /** The `tenant` field of OptiEvent; null where only Realtime is used. */
  tenantNumber: z.number().int().nullable(),
  connections: z.array(connectionSchema),
  catalogId: z.string().nullable(),
  ruleProfile: ruleProfileSchema.default(DEFAULT_RULE_PROFILE),
  /** What the tenant is marked with beside its name. null: the colour of its kind. */
  colour: tenantColourSchema.nullable().default(null),
  /** The user stated that this tenant is not production although its hosts are the vendor's. */
  productionHostsAcknowledged: z.boolean().default(false),
});
export type Tenant = z.infer<typeof tenantSchema>;
