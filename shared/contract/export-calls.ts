import { z } from "zod";
import { exportFormatSchema, redactionProfileSchema } from "../domain/history-export.ts";
import { historySelectionSchema } from "../domain/history.ts";
import { savedFileSchema } from "./saved-file.ts";

/** Made by the caller, so that it can cancel and knows whose progress it hears. */
const taskId = z.string().min(1).max(100);
const count = z.number().int().nonnegative();

/** What an export would replace of one kind: how many different values, how often, and a few of them, shortened. */
export const replacedSchema = z.object({
  kind: z.enum(["identity", "email", "context"]),
  values: count,
  occurrences: count,
  examples: z.array(z.object({ from: z.string(), to: z.string() })),
});
export type Replaced = z.infer<typeof replacedSchema>;

/** What an export would hold and what would be replaced in it. Where there was too much to look at, `scanned` is less than `total`. */
export const exportPreviewSchema = z.object({
  total: count,
  scanned: count,
  /** Exchanges that hold references to secrets, or in which a credential is found that is not yet one. */
  withSecrets: count,
  /** Exchanges whose answer is left out, because it cannot be searched. */
  withheld: count,
  replaced: z.array(replacedSchema),
});
export type ExportPreview = z.infer<typeof exportPreviewSchema>;

/** Codes of all: those of `history.count` for its query, `history.not-found`, and of the vault while it is locked. */
export const exportCalls = {
  "export.preview": {
    input: z.object({ taskId, selection: historySelectionSchema, profile: redactionProfileSchema }),
    output: exportPreviewSchema,
  },
  /**
   * Answers when the file is there, or, where it is a download, when it can be fetched; `export.progress` tells when it is
   * whole. Codes: `export.cancelled`, `export.not-written`.
   */
  "export.start": {
    input: z.object({
      taskId,
      selection: historySelectionSchema,
      format: exportFormatSchema,
      profile: redactionProfileSchema,
    }),
    output: savedFileSchema,
  },
  /** Ends a preview or an export; of the file nothing is left. */
  "export.cancel": { input: z.object({ taskId }), output: z.object({ wasRunning: z.boolean() }) },
} as const;

export const exportProgressSchema = z.object({
  taskId,
  state: z.enum(["running", "done", "failed", "cancelled"]),
  /** Exchanges written, of all there are to write; a support bundle writes each of them several times. */
  done: count,
  total: count,
  bytes: count,
  /** Why it failed, and what to do. */
  message: z.string().nullable(),
});
export type ExportProgress = z.infer<typeof exportProgressSchema>;

export const exportEvents = { "export.progress": exportProgressSchema } as const;

/** Names of the calls above, for the preload, which must not load the contract itself. */
export type ExportCallName = keyof typeof exportCalls;
