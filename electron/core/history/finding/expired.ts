import type { DatabaseSync } from "node:sqlite";
import type { Retention } from "../../../../shared/domain/history.ts";
import type { Beside } from "./beside.ts";
import type { Columns } from "./columns.ts";
import { FLAG } from "./facts.ts";

const DAY_MS = 86_400_000;
/** What a row takes beside its texts, about. */
const ROW_BYTES = 600;

/** The sequences of what a retention leaves no room for, oldest first. Pinned ones stay and take no room from others. */
export function expiredSequences(
  evidence: DatabaseSync,
  columns: Columns,
  beside: Beside,
  retention: Retention,
  now: number,
): number[] {
  const { maximumAgeDays, maximumCount, maximumBytes } = retention;
  const sizes = maximumBytes === null ? null : readSizes(evidence);
  const oldestAllowed = maximumAgeDays === null ? -Infinity : now - maximumAgeDays * DAY_MS;
  const { of } = columns;
  const expired: number[] = [];
  let count = 0;
  let bytes = 0;
  for (let index = columns.length() - 1; index >= 0; index -= 1) {
    const sequence = of.sequence[index] ?? 0;
    if (((of.flags[index] ?? 0) & FLAG.removed) !== 0 || beside.of(sequence)?.pinned === true) continue;
    count += 1;
    bytes += (sizes?.get(sequence) ?? 0) + ROW_BYTES;
    const isOver = count > (maximumCount ?? Infinity) || bytes > (maximumBytes ?? Infinity);
    if (isOver || (of.sentAt[index] ?? 0) < oldestAllowed) expired.push(sequence);
  }
  return expired.toReversed();
}

function readSizes(evidence: DatabaseSync): Map<number, number> {
  const rows = evidence
    .prepare(
      `SELECT sequence, octet_length(record) + octet_length(request) + coalesce(octet_length(response), 0) AS bytes
       FROM exchange JOIN exchange_body USING (sequence)`,
    )
    .iterate();
  const sizes = new Map<number, number>();
  for (const row of rows) sizes.set(Number(row["sequence"]), Number(row["bytes"]));
  return sizes;
}
