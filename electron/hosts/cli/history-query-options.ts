import { z } from "zod";
import type { HistoryQueryText } from "../../../shared/domain/history.ts";
import { isTimeZone } from "../../../shared/history-query/zone.ts";

/** Options of every command that takes a query. */
export const queryOptions = {
  timeZone: z.string().refine(isTimeZone, "--time-zone must be one like UTC or Europe/Berlin.").optional(),
};

/** Several arguments are one query. Days are those of the computer's time zone unless told. */
export function queryOf(
  words: readonly string[],
  { timeZone }: { readonly timeZone?: string | undefined },
): HistoryQueryText {
  const local = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { text: words.join(" "), timeZone: timeZone ?? local };
}
