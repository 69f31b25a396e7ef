import { z } from "zod";
import { findingSchema } from "./finding.ts";
import { apiSchema, tenantKindSchema } from "./tenant.ts";

/**
 * What came of a request. `unrecognised` is an answer that fits no documented shape, `failed` is no answer,
 * `cancelled` is stopped by the user.
 */
export const outcomeSchema = z.enum(["accepted", "rejected", "unrecognised", "failed", "cancelled"]);
export type Outcome = z.infer<typeof outcomeSchema>;

/** Where a request can be when it fails. `prepare` is before anything left, e.g. an address that is none. */
export const phaseSchema = z.enum(["prepare", "dns", "connect", "proxy", "tls", "send", "wait", "receive"]);
export type Phase = z.infer<typeof phaseSchema>;

const milliseconds = z.number().nonnegative().nullable();
/** Milliseconds with fractions; null for a phase that did not take place (a reused connection has no DNS). */
export const timingsSchema = z.object({
  dns: milliseconds,
  connect: milliseconds,
  /** Until a proxy had opened its tunnel; absent where there was none. */
  proxy: milliseconds.optional(),
  tls: milliseconds,
  send: milliseconds,
  wait: milliseconds,
  receive: milliseconds,
  total: z.number().nonnegative(),
});
export type Timings = z.infer<typeof timingsSchema>;

/** Header name and value in the order and spelling they had on the wire. */
export const headerSchema = z.tuple([z.string(), z.string()]);
export type Header = z.infer<typeof headerSchema>;

/**
 * The request as it was, with secrets as references. `text` is the very text composed; `byteLength` the number of body
 * bytes on the wire, with the secrets in.
 */
export const requestRecordSchema = z.object({
  method: z.literal("POST"),
  url: z.string(),
  headers: z.array(headerSchema),
  text: z.string(),
  byteLength: z.number().int().nonnegative(),
});
export type RequestRecord = z.infer<typeof requestRecordSchema>;

/**
 * The answer as it was. `body` is text where the bytes are UTF-8, else base64; `truncated` when a cap cut it, and then
 * `capBytes` is that cap.
 */
export const responseRecordSchema = z.object({
  status: z.number().int(),
  statusText: z.string(),
  httpVersion: z.string(),
  headers: z.array(headerSchema),
  body: z.string(),
  bodyEncoding: z.enum(["utf8", "base64"]),
  byteLength: z.number().int().nonnegative(),
  truncated: z.boolean(),
  capBytes: z.number().int().positive().nullable().default(null),
  /** Lower-case hex over the bytes of the body as they arrived; null where they are not recorded as they were. */
  sha256: z.string().nullable().default(null),
  /**
   * How many bytes of the body are missing from `body`, where only its beginning is handed over: a window reads the others
   * with `history.body`. Never in what is recorded.
   */
  omittedBytes: z.number().int().positive().optional(),
});
export type ResponseRecord = z.infer<typeof responseRecordSchema>;

/** Why there is no (whole) answer: a stable code, the phase, a sentence and a next step. */
export const sendFailureSchema = z.object({
  code: z.string(),
  phase: phaseSchema,
  message: z.string(),
  nextStep: z.string(),
});
export type SendFailure = z.infer<typeof sendFailureSchema>;

export const tlsFactsSchema = z.object({
  protocol: z.string(),
  cipher: z.string(),
  authorized: z.boolean(),
  certificates: z.array(
    z.object({
      subject: z.string(),
      issuer: z.string(),
      validFrom: z.string(),
      validTo: z.string(),
      fingerprint256: z.string(),
      altNames: z.string().optional(),
    }),
  ),
});
export type TlsFacts = z.infer<typeof tlsFactsSchema>;

export const identitySchema = z.object({ kind: z.enum(["customer", "visitor"]), value: z.string() });
export type Identity = z.infer<typeof identitySchema>;

/** What whoever sent it said would come of it, and with which rule the server would refuse. */
export const expectedSchema = z.object({ outcome: outcomeSchema, rule: z.string().nullable().default(null) });
export type Expected = z.infer<typeof expectedSchema>;

/** How the tenant was reached, as it was set then. `proxy` is the kind of choice; its address is among the remarks. */
export const connectionRecordSchema = z.object({
  endpoint: z.string(),
  signed: z.boolean(),
  proxy: z.enum(["none", "system", "address"]),
  verifyTls: z.boolean(),
});
export type ConnectionRecord = z.infer<typeof connectionRecordSchema>;

/** Somebody else's evidence, taken in from a file. `origin` is the file's name and kind, in words. */
export const importedSchema = z.object({ origin: z.string(), importedAt: z.string() });

/** One request and what came of it, as history keeps it: everything that is needed to say what happened. */
export const exchangeSchema = z.object({
  id: z.string(),
  /** When sending began, ISO-8601 UTC with milliseconds. */
  sentAt: z.string(),
  outcome: outcomeSchema,
  api: apiSchema,
  /** The tenant as it was. null when sent to a bare endpoint from the command line. */
  tenant: z.object({ id: z.string(), name: z.string(), kind: tenantKindSchema }).nullable(),
  catalog: z.object({ id: z.string(), name: z.string(), version: z.number().int() }).nullable(),
  /** OptiEvent's `event`; for Realtime the catalog's key of the `eid`, else the `eid` as text; null if it has none. */
  event: z.string().nullable(),
  identity: identitySchema.nullable(),
  request: requestRecordSchema,
  response: responseRecordSchema.nullable(),
  failure: sendFailureSchema.nullable(),
  /** The vendor's id of an accepted event, always text. */
  reference: z.string().nullable(),
  /** One sentence: what came of it. */
  message: z.string(),
  /** Contradictions between body, status and documents, named and not resolved. */
  remarks: z.array(z.string()),
  timings: timingsSchema,
  remoteAddress: z.string().nullable(),
  reusedConnection: z.boolean(),
  tls: tlsFactsSchema.nullable(),
  /** What validation said before sending. */
  findings: z.array(findingSchema),
  /** Sent although an error was known, or said beforehand to break a rule or to be refused: a deliberate negative test. */
  negative: z.boolean(),
  draftId: z.string().nullable(),
  appVersion: z.string(),
  // What later versions record beside it. Rows of earlier ones do not have it, and then nothing is known of it.
  connection: connectionRecordSchema.nullable().default(null),
  expected: expectedSchema.nullable().default(null),
  presetId: z.string().nullable().default(null),
  /** The run and the row of its data, counted from 1, that it belongs to. */
  run: z.object({ id: z.string(), row: z.number().int().nonnegative().nullable() }).nullable().default(null),
  /** The draft as it was before its placeholders were filled in; null for bytes that were sent as they were. */
  draftText: z.string().nullable().default(null),
  /** The server's clock less ours in milliseconds, from the answer's Date header, which knows seconds only. */
  clockOffsetMs: z.number().nullable().default(null),
  imported: importedSchema.nullable().default(null),
});
export type Exchange = z.infer<typeof exchangeSchema>;

/** What a row of the history list shows. */
export const exchangeSummarySchema = z.object({
  id: z.string(),
  sequence: z.number().int(),
  sentAt: z.string(),
  outcome: outcomeSchema,
  api: apiSchema,
  tenantName: z.string().nullable(),
  tenantKind: tenantKindSchema.nullable(),
  event: z.string().nullable(),
  identity: identitySchema.nullable(),
  status: z.number().int().nullable(),
  totalMs: z.number().nonnegative(),
  message: z.string(),
  reference: z.string().nullable(),
  negative: z.boolean(),
  pinned: z.boolean().default(false),
  tags: z.array(z.string()).default([]),
  hasNote: z.boolean().default(false),
  isImported: z.boolean().default(false),
  expected: outcomeSchema.nullable().default(null),
  runId: z.string().nullable().default(null),
});
export type ExchangeSummary = z.infer<typeof exchangeSummarySchema>;
