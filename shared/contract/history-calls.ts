import { z } from "zod";
import { exchangeSchema } from "../domain/exchange.ts";
import {
  annotationSchema,
  bodyPieceSchema,
  facetCountsSchema,
  historyPageSchema,
  historyQuerySchema,
  historySelectionSchema,
  historySeriesSchema,
  historySortSchema,
  historyStatusSchema,
  historyViewSchema,
  NEWEST_FIRST,
  removalPreviewSchema,
  retentionSchema,
  sequenceBounds,
  verificationSchema,
} from "../domain/history.ts";
import { savedFileSchema } from "./saved-file.ts";
import { countedFacets } from "../history-query/facet-names.ts";

const nothing = z.object({});
const idInput = z.object({ id: z.string().max(500) });
/** Made by the caller, so that it can stop what takes long and knows whose progress it hears. */
const taskId = z.string().min(1).max(100);
/** Of a question that a newer one of the same name replaces; the older one answers `history.superseded`. */
const lane = z.string().max(100).nullable().default(null);
const query = historyQuerySchema.default({ text: "", timeZone: "UTC" });

/** What is asked for most, beside the query: the exchanges of one event, of one tenant. */
const pageOf = {
  event: z.string().optional(),
  tenantId: z.string().optional(),
};

/**
 * History: finding, reading, annotating, removing and proving. Each call with a query may answer `history.query-invalid`,
 * whose `details.problems` are those of `parseQuery`.
 */
export const historyCalls = {
  /** Keyset paging: the first page has no cursor, each other the `next` of the one before. Code: `history.superseded`. */
  "history.page": {
    input: z.object({
      query,
      sort: historySortSchema.default(NEWEST_FIRST),
      cursor: z.string().max(200).nullable().default(null),
      limit: z.number().int().min(1).max(500),
      ...sequenceBounds,
      lane,
      ...pageOf,
    }),
    output: historyPageSchema,
  },
  /** `isExact` false: at least so many; asked for again with `exact`, it takes as long as it takes. */
  "history.count": {
    input: z.object({ query, ...sequenceBounds, exact: z.boolean().default(false), lane }),
    output: z.object({ count: z.number().int().nonnegative(), isExact: z.boolean() }),
  },
  "history.facets": {
    input: z.object({
      query,
      facets: z.array(z.enum(countedFacets)).min(1).max(countedFacets.length),
      limit: z.number().int().min(1).max(500).default(50),
      lane,
    }),
    output: z.array(facetCountsSchema),
  },
  "history.series": {
    input: z.object({ query, buckets: z.number().int().min(1).max(500).default(60), lane }),
    output: historySeriesSchema,
  },
  "history.status": { input: nothing, output: historyStatusSchema },
  /** With the beginning of a long body only (`response.omittedBytes`). Codes: `history.not-found`, `history.damaged`. */
  "history.get": { input: idInput, output: exchangeSchema },
  /** A piece of an answer's body, from a byte on. Codes: `history.not-found`, `history.damaged`. */
  "history.body": {
    input: z.object({ id: z.string().max(500), from: z.number().int().nonnegative() }),
    output: bodyPieceSchema,
  },
  /** Puts the whole of an answer's body, as it is recorded, into a file. Codes: those of `history.body`, `export.not-written`. */
  "history.saveBody": { input: idInput, output: savedFileSchema },
  /** An exchange without any has an empty one. Code: `history.not-found`. */
  "history.annotation": { input: idInput, output: annotationSchema },
  /** Changes what is named, on all of them or on none. Codes: `history.not-found`, `history.not-written`. */
  "history.annotate": {
    input: z.object({
      ids: z.array(z.string().max(500)).min(1).max(10_000),
      note: z.string().max(20_000).optional(),
      addTags: z.array(z.string().trim().min(1).max(60)).max(50).optional(),
      removeTags: z.array(z.string().max(60)).max(50).optional(),
      pinned: z.boolean().optional(),
    }),
    output: z.object({ changed: z.number().int() }),
  },
  /**
   * The same to everything of a selection, step by step: sending goes on in between. With a `taskId` it tells `history.progress` and
   * can be stopped; what was changed before stays. Code: `history.not-written`.
   */
  "history.annotateAll": {
    input: z.object({
      selection: historySelectionSchema,
      addTags: z.array(z.string().trim().min(1).max(60)).max(50).optional(),
      removeTags: z.array(z.string().max(60)).max(50).optional(),
      pinned: z.boolean().optional(),
      taskId: taskId.optional(),
    }),
    output: z.object({ changed: z.number().int() }),
  },
  /** What `history.remove` of the same selection would take away. */
  "history.previewRemoval": {
    input: z.object({ selection: historySelectionSchema, withPinned: z.boolean().default(false) }),
    output: removalPreviewSchema,
  },
  /**
   * Removes for ever, and records in the chain that it was done. `count` is the number the user was shown; another one there
   * now is refused with `history.count-differs`. Pinned exchanges stay unless `withPinned`. With a `taskId` it tells
   * `history.progress` and can be stopped by `history.stop`: `removed` is then less than `count`. Code: `history.not-written`.
   */
  "history.remove": {
    input: z.object({
      selection: historySelectionSchema,
      withPinned: z.boolean().default(false),
      count: z.number().int().positive(),
      reason: z.string().max(500).default(""),
      taskId: taskId.optional(),
    }),
    output: z.object({ removed: z.number().int() }),
  },
  "history.retention": { input: nothing, output: retentionSchema },
  /** Removes nothing yet. Code: `workspace.not-saved`. */
  "history.setRetention": { input: retentionSchema, output: retentionSchema },
  "history.previewRetention": { input: retentionSchema, output: removalPreviewSchema },
  /** Applies what is set. `count` and `taskId` as with `history.remove`. */
  "history.applyRetention": {
    input: z.object({ count: z.number().int().positive(), taskId: taskId.optional() }),
    output: z.object({ removed: z.number().int() }),
  },
  /** Looks through the whole chain; `history.progress` tells how far it is. */
  "history.verify": { input: z.object({ taskId }), output: verificationSchema },
  "history.stop": { input: z.object({ taskId }), output: z.object({ wasRunning: z.boolean() }) },
  "history.views": { input: nothing, output: z.array(historyViewSchema) },
  /** Adds, or replaces the one of this id. Code: `workspace.not-saved`. */
  "history.saveView": { input: historyViewSchema.omit({ savedAt: true }), output: historyViewSchema },
  "history.removeView": { input: idInput, output: nothing },
} as const;

export const historyEvents = {
  /**
   * What has changed since the last such event. Bursts are told of at most about ten times a second. `newest` is the highest
   * sequence; a list that shows up to an older one can count what is new with `newerThan`, and leave its rows where they are.
   */
  "history.changed": z.object({
    /** The newest exchange that was recorded; null where none was. */
    latestId: z.string().nullable(),
    newest: z.number().int().nonnegative().default(0),
    appended: z.number().int().nonnegative().default(0),
    /** Lists have to be read anew. */
    removed: z.number().int().nonnegative().default(0),
    /** Whose notes, tags or pins changed; null: too many to name. */
    annotated: z.array(z.string()).max(100).nullable().default([]),
    views: z.boolean().default(false),
  }),
  "history.progress": z.object({
    taskId,
    done: z.number().int().nonnegative(),
    total: z.number().int().nonnegative(),
  }),
} as const;
