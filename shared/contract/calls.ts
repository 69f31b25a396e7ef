import { z } from "zod";
import { exchangeSchema, expectedSchema } from "../domain/exchange.ts";
import { settingsPatchSchema, settingsSchema } from "../domain/settings.ts";
import { apiSchema } from "../domain/tenant.ts";
import { variablesSchema } from "../domain/variable.ts";
import { catalogExportCalls } from "./catalog-export-calls.ts";
import { catalogEditsCalls } from "./catalog-edits-calls.ts";
import { catalogCalls } from "./catalog-calls.ts";
import { connectionCalls } from "./connection-calls.ts";
import { coverageCalls, coverageEvents } from "./coverage-calls.ts";
import { draftCalls } from "./draft-calls.ts";
import { exportCalls, exportEvents } from "./export-calls.ts";
import { guardCalls } from "./guard-calls.ts";
import { historyCalls, historyEvents } from "./history-calls.ts";
import { chooseFileCalls } from "./choose-file-calls.ts";
import { linkCalls, linkEvents } from "./link-calls.ts";
import { saveTextCalls } from "./save-text-calls.ts";
import { importCalls, importEvents } from "./import-calls.ts";
import { presetCalls, presetEvents } from "./preset-calls.ts";
import { tenantCalls } from "./tenant-calls.ts";
import { tenantViewSchema } from "./tenant-view.ts";
import { toolCalls } from "./tool-calls.ts";
import { valuesCalls } from "./values-calls.ts";
import { vaultCalls } from "./vault-calls.ts";

export type { SavedFile } from "./saved-file.ts";
export type { HistoryPage } from "../domain/history.ts";
export type { TenantView } from "./tenant-view.ts";

const nothing = z.object({});
const idInput = z.object({ id: z.string().max(500) });

/** A thing that went wrong without keeping the console from starting; shown until dismissed. */
export const noticeSchema = z.object({
  id: z.string(),
  severity: z.enum(["warning", "info"]),
  message: z.string(),
});
export type Notice = z.infer<typeof noticeSchema>;

/** What the window needs to know of the program it belongs to. */
export const appInfoSchema = z.object({
  version: z.string(),
  host: z.enum(["desktop", "browser", "cli"]),
  workspacePath: z.string(),
  /** The running gateway's address; null while it does not run, e.g. because it could not start. */
  gatewayUrl: z.string().nullable(),
  notices: z.array(noticeSchema),
});
export type AppInfo = z.infer<typeof appInfoSchema>;

export const sendInputSchema = z.object({
  /** Made by the caller, so that it can cancel before there is an answer. */
  sendId: z.string().min(1).max(100),
  tenantId: z.string(),
  api: apiSchema,
  /** The draft's text, at most 16 MiB. */
  text: z.string().max(16 * 1024 * 1024),
  eventKey: z.string().nullable(),
  draftId: z.string().nullable(),
  /** The preset it was made from, and what is said to come of it; both for the record only. */
  presetId: z.string().max(200).nullable().optional(),
  expected: expectedSchema.nullable().optional(),
  /** The draft's own; those of the tenant are known. */
  variables: variablesSchema.optional(),
});
export type SendInput = z.infer<typeof sendInputSchema>;

/**
 * Every call the window can make, `area.verb`, with what goes in and what comes out. Values are JSON. Names are listed
 * again in names.ts for the preload, which must stay free of zod; a test keeps the two equal.
 */
export const calls = {
  "app.info": { input: nothing, output: appInfoSchema },
  "app.dismissNotice": { input: idInput, output: nothing },
  "settings.get": { input: nothing, output: settingsSchema },
  "settings.update": { input: settingsPatchSchema, output: settingsSchema },
  "tenants.list": { input: nothing, output: z.array(tenantViewSchema) },
  "exchange.send": { input: sendInputSchema, output: exchangeSchema },
  "exchange.cancel": {
    input: z.object({ sendId: z.string() }),
    output: z.object({ wasRunning: z.boolean() }),
  },
  ...historyCalls,
  ...exportCalls,
  ...importCalls,
  ...catalogCalls,
  ...coverageCalls,
  ...catalogExportCalls,
  ...linkCalls,
  ...draftCalls,
  ...valuesCalls,
  ...catalogEditsCalls,
  ...saveTextCalls,
  ...chooseFileCalls,
  ...presetCalls,
  ...guardCalls,
  ...tenantCalls,
  ...connectionCalls,
  ...vaultCalls,
  ...toolCalls,
} as const;

export type Calls = typeof calls;
export type CallName = keyof Calls;
/** What a caller passes, before defaults. */
export type CallInput<Name extends CallName> = z.input<Calls[Name]["input"]>;
/** What a handler receives, parsed. */
export type ParsedCallInput<Name extends CallName> = z.output<Calls[Name]["input"]>;
export type CallOutput<Name extends CallName> = z.output<Calls[Name]["output"]>;

/** Broadcasts of state that changed; the window answers by asking again. Payloads carry ids only. */
export const events = {
  "app.changed": nothing,
  "settings.changed": nothing,
  "tenants.changed": nothing,
  "catalogs.changed": nothing,
  "drafts.changed": z.object({ tenantId: z.string() }),
  ...historyEvents,
  ...presetEvents,
  "values.changed": z.object({ tenantId: z.string() }),
  ...exportEvents,
  ...importEvents,
  ...coverageEvents,
  ...linkEvents,
  "vault.changed": nothing,
} as const;
export type Events = typeof events;
export type EventName = keyof Events;
export type EventPayload<Name extends EventName> = z.output<Events[Name]>;
