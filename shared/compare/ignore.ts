import { z } from "zod";
import { parseTimestamp } from "../compose/timestamp.ts";
import type { ComparedRow, RawRow } from "./types.ts";

/** What of a comparison does not count as a difference. */
export const ignoreRulesSchema = z.object({
  /** Two times, wherever they stand, and what is made from the time: the `Date` header and the signature. */
  timestamps: z.boolean(),
  /** Ids that only ever name one thing: UUIDs, and numbers of twelve digits or more, as the vendor's references are. */
  ids: z.boolean(),
  /** How long it took. */
  timings: z.boolean(),
  /**
   * Addresses of rows: `request.body/context/amount`, `response.headers/*`. `*` stands for one step, `**` for any number; one
   * that begins with a slash is meant for both bodies.
   */
  patterns: z.array(z.string().min(1).max(500)).max(200),
});
export type IgnoreRules = z.infer<typeof ignoreRulesSchema>;

export const DEFAULT_IGNORE_RULES: IgnoreRules = { timestamps: true, ids: true, timings: true, patterns: [] };

/** Marks the rows whose difference does not count, with the rule that says so, in words. */
export function applyIgnoreRules(rows: readonly RawRow[], rules: IgnoreRules): ComparedRow[] {
  const patterns = rules.patterns.map((pattern) => ({ pattern, matches: compilePattern(pattern) }));
  return rows.map((row) => {
    if (row.kind === "same") return { ...row, ignoredBy: null };
    const pattern = patterns.find(({ matches }) => matches(row.address));
    return { ...row, ignoredBy: pattern?.pattern ?? kindOfNoise(row, rules) };
  });
}

/** The name of the built-in rule that a difference falls under; null where it counts. */
function kindOfNoise(row: RawRow, rules: IgnoreRules): string | null {
  if (rules.timings && row.address.startsWith("timing/")) return "timings";
  if (rules.timestamps && (FOLLOWS_TIME.has(row.address) || areBoth(row, isTimestamp))) return "timestamps";
  if (rules.ids && haveOtherIds(row)) return "ids";
  return null;
}

/** Headers that differ because the moment does. */
const FOLLOWS_TIME: ReadonlySet<string> = new Set([
  "request/sent",
  "response.headers/date",
  "request.headers/x-optimove-signature-content",
]);

function areBoth(row: RawRow, isOne: (text: string) => boolean): boolean {
  return row.left !== null && row.right !== null && isOne(bare(row.left)) && isOne(bare(row.right));
}

/** A JSON string without its quotes; anything else as it is. */
function bare(text: string): string {
  return text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
}

function isTimestamp(text: string): boolean {
  return text.length < 60 && parseTimestamp(text).kind === "moment";
}

const ID = /\b(?:[0-9]{12,}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\b/giu;

/** Whether both name other ids and say the same for the rest: an id alone, or a sentence with one in it. */
function haveOtherIds({ left, right }: RawRow): boolean {
  if (left === null || right === null) return false;
  return left.replaceAll(ID, "") === right.replaceAll(ID, "");
}

/** A pattern as a test of addresses. Case counts in paths; header names are lower case in addresses. */
export function compilePattern(pattern: string): (address: string) => boolean {
  const prefix = pattern.startsWith("/") ? "(?:request|response)\\.body" : "";
  const body = pattern
    .split(/(\*\*|\*)/u)
    .map((part) => (part === "**" ? ".*" : part === "*" ? "[^/]*" : escapeForPattern(part)))
    .join("");
  const expression = new RegExp(`^${prefix}${body}$`, "u");
  return (address) => expression.test(address);
}

function escapeForPattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
}
