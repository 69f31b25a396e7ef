import { z } from "zod";

export const themeSchema = z.enum(["system", "light", "dark"]);
export type Theme = z.infer<typeof themeSchema>;

/** What the user set or what the window remembers. Every field has a default, so an empty file is a valid one. */
export const settingsSchema = z.object({
  theme: themeSchema.default("system"),
  lastTenantId: z.string().nullable().default(null),
  lastApi: z.enum(["optievent", "realtime"]).default("optievent"),
  lastEventKey: z.string().nullable().default(null),
  /** Sizes of panes by name, in CSS pixels. */
  paneSizes: z.record(z.string(), z.number().positive()).default({}),
});
export type Settings = z.infer<typeof settingsSchema>;
export const DEFAULT_SETTINGS: Settings = settingsSchema.parse({});
