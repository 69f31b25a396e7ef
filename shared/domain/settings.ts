import { z } from "zod";
import { openDraftsSchema } from "./open-drafts.ts";
import { CODE_LANGUAGES } from "../code/write-code.ts";
import { CURL_SHELLS } from "../code/write-curl.ts";
import { DEFAULT_IGNORE_RULES, ignoreRulesSchema } from "../compare/ignore.ts";
import { apiSchema } from "./tenant.ts";

export const themeSchema = z.enum(["system", "light", "dark"]);
export type Theme = z.infer<typeof themeSchema>;

/** How sending to production is approved: by typing the tenant's name, or by holding a key or button down. */
export const guardMethodSchema = z.enum(["type-name", "hold"]);
export type GuardMethod = z.infer<typeof guardMethodSchema>;

/** A column of the history list, in its place among the others. `width` is in CSS pixels; null is the column's own. */
export const historyColumnSchema = z.object({
  id: z.string().max(40),
  isShown: z.boolean(),
  width: z.number().positive().nullable(),
});
export type HistoryColumnSetting = z.infer<typeof historyColumnSchema>;

/** How strong contrasts are: as the system says, or high whatever it says. */
export const contrastSchema = z.enum(["system", "high"]);
export type Contrast = z.infer<typeof contrastSchema>;

/** The smallest and largest the window can be drawn; 1 is its usual size. */
export const ZOOM_BOUNDS = { least: 0.5, most: 2 } as const;

const fields = {
  theme: themeSchema,
  lastTenantId: z.string().nullable(),
  lastApi: apiSchema,
  lastEventKey: z.string().nullable(),
  /** The drafts that are open as tabs, by `placeOf`. */
  openDrafts: z.record(z.string(), openDraftsSchema),
  /** Sizes of panes by name, in CSS pixels. */
  paneSizes: z.record(z.string(), z.number().positive()),
  guardMethod: guardMethodSchema,
  /** An approval ends after this long without a send, in minutes. */
  guardIdleMinutes: z.number().int().min(1).max(480),
  /** The vault locks itself after this long without anything done, in minutes; 0 is never. */
  vaultIdleMinutes: z.number().int().min(0).max(1440),
  /** The HTTP status of the local gateway's refusals, which the vendor documents nowhere. */
  gatewayRefusalStatus: z.number().int().min(200).max(599),
  /** The shell that cURL commands are written for; null until one is chosen. */
  curlShell: z.enum(CURL_SHELLS).nullable(),
  codeLanguage: z.enum(CODE_LANGUAGES),
  /** Those that were changed; a column that is not among them is as it comes. */
  historyColumns: z.array(historyColumnSchema).max(60),
  /** Whether the charts over the history list are open. */
  historyCharts: z.boolean(),
  /** What does not count when two exchanges are compared. */
  ignoreRules: ignoreRulesSchema,
  contrast: contrastSchema,
  zoom: z.number().min(ZOOM_BOUNDS.least).max(ZOOM_BOUNDS.most),
  /** The keys that were given to actions of the window, by their ids; null: none. */
  keys: z.record(z.string().max(100), z.string().max(100).nullable()),
  /** How many presets of a run are sent in a second at most; null: as fast as it goes. */
  presetsPerSecond: z.number().positive().max(1_000).nullable(),
  /** What was chosen in the palette last, the newest first. */
  recentCommands: z.array(z.string().max(600)).max(20),
};

/** What the user set or what the window remembers. Every field has a default, so an empty file is a valid one. */
export const settingsSchema = z.object({
  theme: fields.theme.default("system"),
  lastTenantId: fields.lastTenantId.default(null),
  lastApi: fields.lastApi.default("optievent"),
  lastEventKey: fields.lastEventKey.default(null),
  openDrafts: fields.openDrafts.default({}),
  paneSizes: fields.paneSizes.default({}),
  guardMethod: fields.guardMethod.default("type-name"),
  guardIdleMinutes: fields.guardIdleMinutes.default(10),
  vaultIdleMinutes: fields.vaultIdleMinutes.default(30),
  gatewayRefusalStatus: fields.gatewayRefusalStatus.default(400),
  curlShell: fields.curlShell.default(null),
  codeLanguage: fields.codeLanguage.default("node"),
  historyColumns: fields.historyColumns.default([]),
  historyCharts: fields.historyCharts.default(false),
  ignoreRules: fields.ignoreRules.default(DEFAULT_IGNORE_RULES),
  contrast: fields.contrast.default("system"),
  zoom: fields.zoom.default(1),
  keys: fields.keys.default({}),
  presetsPerSecond: fields.presetsPerSecond.default(5),
  recentCommands: fields.recentCommands.default([]),
});
export type Settings = z.infer<typeof settingsSchema>;
export const DEFAULT_SETTINGS: Settings = settingsSchema.parse({});

/**
 * The settings that change; those that are absent stay as they are. This is not `settingsSchema.partial()`, which would
 * fill in the defaults of what is absent and so reset it.
 */
export const settingsPatchSchema = z.object(fields).partial();
export type SettingsPatch = z.infer<typeof settingsPatchSchema>;
