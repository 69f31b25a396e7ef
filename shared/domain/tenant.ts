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

export const tenantSchema = z.object({
  id: z.string().min(1).max(200),
  name: z.string().min(1).max(200),
  kind: tenantKindSchema,
  /** The `tenant` field of OptiEvent; null where only Realtime is used. */
  tenantNumber: z.number().int().nullable(),
  connections: z.array(connectionSchema),
  catalogId: z.string().nullable(),
  ruleProfile: ruleProfileSchema.default(DEFAULT_RULE_PROFILE),
});
export type Tenant = z.infer<typeof tenantSchema>;
