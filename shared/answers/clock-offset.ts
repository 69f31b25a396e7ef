import type { Header } from "../domain/exchange.ts";

/**
 * By how many milliseconds the server's clock is ahead of ours (behind: negative), from the `Date` header of its answer; null
 * where there is none that can be read. The header knows whole seconds, and the server wrote it at some moment between
 * sending and answer, so 0 is said wherever both clocks can be right, and otherwise the least offset that explains it.
 * `sentAt` and `answeredAt` are milliseconds since 1970 by our clock.
 */
export function clockOffset(headers: readonly Header[], sentAt: number, answeredAt: number): number | null {
  const text = headers.find(([name]) => name.toLowerCase() === "date")?.[1];
  const second = text === undefined ? Number.NaN : Date.parse(text);
  if (Number.isNaN(second)) return null;
  if (second > answeredAt) return second - answeredAt;
  const end = second + 1000;
  return end < sentAt ? end - sentAt : 0;
}
