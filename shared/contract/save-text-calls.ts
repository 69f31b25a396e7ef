import { z } from "zod";
import { savedFileSchema } from "./saved-file.ts";

/** A text that the window has made, such as a list of problems, put where the user wants it. */
export const saveTextCalls = {
  /** Whatever is a secret of the console is left out of it. Code: `export.not-written`. */
  "app.saveText": {
    input: z.object({
      suggestedName: z.string().regex(/^[\w .()-]{1,120}$/u),
      mimeType: z.enum(["text/csv", "application/json", "text/markdown", "text/plain"]),
      text: z.string().max(16 * 1024 * 1024),
    }),
    output: savedFileSchema,
  },
} as const;

/** Names of the calls above, for the preload, which must not load the contract itself. */
export type SaveTextCallName = keyof typeof saveTextCalls;
