import { z } from "zod";

/** Where a file went: to a path the user chose, to the browser's downloads, or nowhere. */
export const savedFileSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("saved"), path: z.string() }),
  z.object({ kind: z.literal("download"), url: z.string() }),
  z.object({ kind: z.literal("cancelled") }),
]);
export type SavedFile = z.infer<typeof savedFileSchema>;
