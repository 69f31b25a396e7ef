import { z } from "zod";
import { outcomeSchema } from "../domain/exchange.ts";
import { savedFileSchema } from "./saved-file.ts";

const count = z.number().int().nonnegative();
const id = z.string().min(1).max(500);

/** One send of an event, as history has it. */
export const coveredSendSchema = z.object({
  exchangeId: z.string(),
  sentAt: z.string(),
  outcome: outcomeSchema,
  /** What came of it, in one sentence. */
  message: z.string(),
});
export type CoveredSend = z.infer<typeof coveredSendSchema>;

/** What a tenant was sent of an event. */
export const tenantCoverageSchema = z.object({
  tenantId: z.string(),
  tenantName: z.string(),
  sent: count,
  outcomes: z.record(outcomeSchema, count),
  last: coveredSendSchema,
  /** null where none was ever accepted. */
  lastAccepted: coveredSendSchema.nullable(),
});
export type TenantCoverage = z.infer<typeof tenantCoverageSchema>;

/** What the local gateway received of an event since the console started, from whomever. */
export const gatewayCoverageSchema = z.object({
  received: count,
  refused: count,
  lastAt: z.string(),
  /** Why the last one was refused; null where it was not. */
  lastReason: z.string().nullable(),
});
export type GatewayCoverage = z.infer<typeof gatewayCoverageSchema>;

const valuesSchema = z.object({
  parameter: z.string(),
  /** As JSON. */
  values: z.array(z.string()),
});

/** One event: declared in the catalog, sent, answered. What was never sent is listed for events that were. */
export const eventCoverageSchema = z.object({
  /** The key, or what history calls an event that the catalog does not have. */
  event: z.string(),
  id: z.number().int().nullable(),
  title: z.string().nullable(),
  isDeclared: z.boolean(),
  sent: count,
  tenants: z.array(tenantCoverageSchema),
  gateway: gatewayCoverageSchema.nullable(),
  declaredParameters: count,
  neverSentParameters: z.array(z.string()),
  neverSentValues: z.array(valuesSchema),
  undeclaredParameters: z.array(z.object({ name: z.string(), count })),
  undeclaredValues: z.array(valuesSchema),
});
export type EventCoverage = z.infer<typeof eventCoverageSchema>;

/**
 * Declared, sent, answered. It is made of what was looked through so far: `scan` says how much of history that is, the newest
 * first, and `coverage.changed` when there is more.
 */
export const coverageReportSchema = z.object({
  catalogId: z.string(),
  catalogName: z.string(),
  version: z.number().int(),
  scan: z.object({ scanned: count, total: count, isComplete: z.boolean() }),
  /** The tenants it is about. */
  tenants: z.array(z.object({ id: z.string(), name: z.string() })),
  /** The events of the catalog in its order, then those it lacks, the one sent last first. */
  events: z.array(eventCoverageSchema),
});
export type CoverageReport = z.infer<typeof coverageReportSchema>;

const about = { id, tenantId: id.nullable() };

export const coverageCalls = {
  /**
   * Of one tenant, or null for all that go by the catalog. Answers at once with what is known; the first call has history
   * looked through in the background. Codes: those of `catalogs.get`, `tenant.not-found`.
   */
  "catalogs.coverage": { input: z.object(about), output: coverageReportSchema },
  /** Waits until all of history was looked through. Codes: those above, `export.not-written`. */
  "catalogs.exportCoverage": {
    input: z.object({ ...about, format: z.enum(["csv", "markdown", "html"]) }),
    output: savedFileSchema,
  },
} as const;

/** Names of the calls above, for the preload, which must not load the contract itself. */
export type CoverageCallName = keyof typeof coverageCalls;

export const coverageEvents = {
  /** More of history was looked through, or there is something new in it or at the gateway. */
  "coverage.changed": z.object({}),
} as const;
