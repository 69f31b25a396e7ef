import { z } from "zod";
import { exchangeSummarySchema, outcomeSchema } from "./exchange.ts";

/** What people put beside an exchange. It is no evidence: it may change, and the exchange does not change with it. */
export const annotationSchema = z.object({
  note: z.string().max(20_000).default(""),
  /** Without white space around them, each once whatever its case, in the order they were given. */
  tags: z.array(z.string().min(1).max(60)).max(50).default([]),
  pinned: z.boolean().default(false),
  changedAt: z.string().nullable().default(null),
});
export type Annotation = z.infer<typeof annotationSchema>;

/** A query of history: its text in the language of `shared/history-query`, and the time zone that "today" is in. */
export const historyQuerySchema = z.object({
  text: z.string().max(4000).default(""),
  /** IANA name, or `UTC`. */
  timeZone: z.string().max(100).default("UTC"),
});
export type HistoryQueryText = z.infer<typeof historyQuerySchema>;

/**
 * Bounds by sequence, which grows by one with each recorded exchange. `newerThan` leaves out what was there when a list was
 * begun; `upTo` leaves out what came since, so that a list can be read on while it grows.
 */
export const sequenceBounds = {
  newerThan: z.number().int().nonnegative().nullable().default(null),
  upTo: z.number().int().nonnegative().nullable().default(null),
};

/** `took` is the total time. Equal ones follow each other newest first, and both ways of time go by sequence. */
export const historySortSchema = z.object({
  by: z.enum(["time", "took"]),
  direction: z.enum(["descending", "ascending"]),
});
export type HistorySort = z.infer<typeof historySortSchema>;
export const NEWEST_FIRST: HistorySort = { by: "time", direction: "descending" };

/** Which exchanges something is done to: chosen ones, or all that a query finds. */
export const historySelectionSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ids"), ids: z.array(z.string().max(500)).max(100_000) }),
  z.object({ kind: z.literal("query"), query: historyQuerySchema, upTo: sequenceBounds.upTo }),
]);
export type HistorySelection = z.infer<typeof historySelectionSchema>;

export const historyPageSchema = z.object({
  rows: z.array(exchangeSummarySchema),
  /** Where the next page begins; null where this is the last one. Belongs to the same query and sort. */
  next: z.string().nullable(),
  /** The highest sequence there was when the page was made: `upTo` for the following pages, `newerThan` for the news. */
  newest: z.number().int().nonnegative(),
  /** On its way out: `history.count` says how many there are. */
  total: z.number().int().nonnegative(),
});
export type HistoryPage = z.infer<typeof historyPageSchema>;

/** How many of each value there are among what a query finds, the query's own terms about this facet left out. */
export const facetCountsSchema = z.object({
  facet: z.string(),
  /** The most frequent first. `value` is what stands behind the colon of a term; `label` is what people call it. */
  values: z.array(z.object({ value: z.string(), label: z.string(), count: z.number().int() })),
  /** There are more values than were asked for. */
  hasMore: z.boolean(),
});
export type FacetCounts = z.infer<typeof facetCountsSchema>;

const milliseconds = z.number().nonnegative();
/** Percentiles of the total times in milliseconds. Exchanges that failed or were cancelled are not among them. */
export const latencySchema = z.object({
  count: z.number().int(),
  p50: milliseconds,
  p90: milliseconds,
  p95: milliseconds,
  p99: milliseconds,
  max: milliseconds,
});
export type Latency = z.infer<typeof latencySchema>;

/** What charts draw of the exchanges that a query finds. Times are ISO-8601 UTC. */
export const historySeriesSchema = z.object({
  /** Buckets of equal length without a gap, oldest first; none where nothing is found. */
  buckets: z.array(
    z.object({
      from: z.string(),
      until: z.string(),
      outcomes: z.record(outcomeSchema, z.number().int()),
      latency: latencySchema.nullable(),
    }),
  ),
  bucketMs: z.number().positive(),
  count: z.number().int(),
  latency: latencySchema.nullable(),
});
export type HistorySeries = z.infer<typeof historySeriesSchema>;

/** What a removal or a retention would take away. */
export const removalPreviewSchema = z.object({
  count: z.number().int().nonnegative(),
  /** Left out, because pins protect from being removed. */
  pinnedKept: z.number().int().nonnegative(),
  oldest: z.string().nullable(),
  newest: z.string().nullable(),
});
export type RemovalPreview = z.infer<typeof removalPreviewSchema>;

/** How much history is kept. Nothing is removed by itself: it is applied when the user says so. null: no limit. */
export const retentionSchema = z.object({
  maximumAgeDays: z.number().int().min(1).max(36_500).nullable().default(null),
  maximumCount: z.number().int().min(1).max(100_000_000).nullable().default(null),
  /** Of the database. Exchanges are measured by their record and bodies. */
  maximumBytes: z.number().int().min(1_000_000).nullable().default(null),
});
export type Retention = z.infer<typeof retentionSchema>;

/** A query with a name. */
export const historyViewSchema = z.object({
  id: z.string().min(1).max(100),
  name: z.string().min(1).max(100),
  text: z.string().max(4000),
  sort: historySortSchema.default(NEWEST_FIRST),
  columns: z.array(z.string().max(40)).max(40).nullable().default(null),
  savedAt: z.string(),
});
export type HistoryView = z.infer<typeof historyViewSchema>;

/** One removal as the chain records it. */
export const removalSchema = z.object({
  removedAt: z.string(),
  reason: z.string(),
  count: z.number().int(),
});
export type Removal = z.infer<typeof removalSchema>;

/** What looking through the whole chain found. */
export const verificationSchema = z.object({
  /** `stopped`: it was broken off; what was checked until then is in order. */
  state: z.enum(["intact", "broken", "stopped"]),
  checked: z.number().int().nonnegative(),
  /** Rows that were recorded before there was a chain: sealed when it was begun, as they were then. */
  sealedLater: z.number().int().nonnegative(),
  removals: z.array(removalSchema),
  removed: z.number().int().nonnegative(),
  /** The first row that is not as it was recorded, in words; null where all are. */
  problem: z
    .object({
      kind: z.enum(["changed", "missing", "added", "chain"]),
      sequence: z.number().int(),
      id: z.string().nullable(),
      message: z.string(),
    })
    .nullable(),
  /** The seal of the newest row, lower-case hex: written down elsewhere, it proves later that nothing was cut off. */
  head: z.string().nullable(),
});
export type Verification = z.infer<typeof verificationSchema>;

export const historyStatusSchema = z.object({
  count: z.number().int().nonnegative(),
  /** Of the database's files. */
  bytes: z.number().int().nonnegative(),
  newest: z.number().int().nonnegative(),
});
export type HistoryStatus = z.infer<typeof historyStatusSchema>;

/**
 * A piece of an answer's body as it is recorded: text that ends with a whole character, or base64. `next` is the byte at which
 * the next piece begins, null behind the last.
 */
export const bodyPieceSchema = z.object({
  text: z.string(),
  encoding: z.enum(["utf8", "base64"]),
  next: z.number().int().positive().nullable(),
});
export type BodyPiece = z.infer<typeof bodyPieceSchema>;
