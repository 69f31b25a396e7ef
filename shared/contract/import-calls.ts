import { z } from "zod";
import { outcomeSchema } from "../domain/exchange.ts";

const count = z.number().int().nonnegative();
const importId = z.string().min(1).max(100);

/** As base64, at most 4 MiB of bytes: calls of the browser host have a limit. */
export const LARGEST_PIECE = 4 * 1024 * 1024;

export const importPreviewSchema = z.object({
  /** Where in the file they were found, in words. */
  found: z.string(),
  /** How many would be added. */
  count,
  /** How many of those bring a note or tags. */
  noted: count,
  /** Imported before, or twice in the file. */
  alreadyHere: count,
  skipped: count,
  /** Why those are skipped, of the first few; `number` counts the items of the file from 1. */
  reasons: z.array(z.object({ number: z.number().int(), reason: z.string() })),
  /** ISO-8601 UTC of the first and the last; empty where there is none. */
  from: z.string(),
  until: z.string(),
  outcomes: z.array(z.object({ outcome: outcomeSchema, count })),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

/** How many items of the file were read so far. */
export const importProgressSchema = z.object({ importId, done: count });
export type ImportProgress = z.infer<typeof importProgressSchema>;

export const importResultSchema = z.object({ imported: count, alreadyHere: count, skipped: count });
export type ImportResult = z.infer<typeof importResultSchema>;

/**
 * Importing a HAR log, an export of this console or a support bundle: the window hands the file over in pieces, is shown what it
 * would bring, and says so or not. Codes: `import.unknown` (it was discarded), `import.too-large`, `import.cannot-read`,
 * `import.bad-zip`, `import.not-readable`, and of the vault while it is locked.
 */
export const importCalls = {
  "import.begin": {
    input: z.object({ fileName: z.string().min(1).max(500), byteLength: count }),
    output: z.object({ importId }),
  },
  "import.append": {
    input: z.object({ importId, base64: z.string().max(Math.ceil(LARGEST_PIECE / 3) * 4) }),
    output: z.object({ received: count }),
  },
  "import.preview": { input: z.object({ importId }), output: importPreviewSchema },
  /**
   * Takes the exchanges in; `import.progress` tells how far it is, and discarding stops it, which answers `import.stopped`. Ends the
   * import; the file that was handed over is removed.
   */
  "import.commit": { input: z.object({ importId }), output: importResultSchema },
  "import.discard": { input: z.object({ importId }), output: z.object({}) },
} as const;

export const importEvents = { "import.progress": importProgressSchema } as const;

/** Names of the calls above, for the preload, which must not load the contract itself. */
export type ImportCallName = keyof typeof importCalls;
