import { assertNever } from "../result/result.ts";
import { outcomeSchema } from "../domain/exchange.ts";
import { apiSchema, tenantKindSchema } from "../domain/tenant.ts";
import { parseDuration } from "./durations.ts";
import type { FacetName } from "./facet-names.ts";
import { parseRange, parseStatus } from "./ranges.ts";
import { parseTime } from "./times.ts";

/**
 * What values a facet takes. `choice`: the listed ones. `pattern`: any text, `*` standing for any part of it, whatever the
 * case. `contains`: a part of a text. The others are numbers, durations and times in the forms of their readers.
 */
export type FacetKind = "choice" | "pattern" | "contains" | "status" | "duration" | "time" | "day";

export type Facet = {
  readonly kind: FacetKind;
  /** What it finds, for completion and help. */
  readonly description: string;
  readonly example: string;
  /** Of `choice`. */
  readonly choices: readonly string[];
};

const YES_NO = ["yes", "no"];

/** What `has:` asks for. */
export const hasChoices = [
  "note",
  "tag",
  "answer",
  "event",
  "identity",
  "tenant",
  "reference",
  "findings",
  "errors",
  "warnings",
  "remarks",
  "failure",
  "expectation",
  "preset",
  "run",
] as const;
export type HasChoice = (typeof hasChoices)[number];

/** `met` and `missed` compare with what came of it. */
export const expectedChoices = [...outcomeSchema.options, "met", "missed"] as const;

const choice = (description: string, choices: readonly string[]): Facet => ({
  kind: "choice",
  description,
  choices,
  example: choices[0] ?? "",
});
const other = (kind: FacetKind, description: string, example: string): Facet => ({
  kind,
  description,
  example,
  choices: [],
});

/** Every facet of the language. */
export const facets: { readonly [Name in FacetName]: Facet } = {
  outcome: choice("What came of it", outcomeSchema.options),
  event: other("pattern", "The event's key", "deposit"),
  api: choice("Which API it was sent to", apiSchema.options),
  tenant: other("pattern", "The tenant, by name or id", "sandbox"),
  kind: choice("The tenant's kind, as it was", tenantKindSchema.options),
  identity: other("pattern", "The customer or visitor", "c-20418"),
  customer: other("pattern", "The customer", "c-20418"),
  visitor: other("pattern", "The visitor", "v-1*"),
  status: other("status", "The HTTP status", "4xx"),
  after: other("time", "Sent then or later", "yesterday"),
  before: other("time", "Sent earlier than that", "2026-11-23"),
  on: other("day", "Sent on that day, or in that month, hour or minute", "today"),
  took: other("duration", "How long it took in all", ">500ms"),
  run: other("pattern", "The run it belongs to", "*"),
  rule: other("pattern", "A finding's rule", "tenant.*"),
  code: other("pattern", "A finding's vendor code", "1001"),
  preset: other("pattern", "The preset it was made from", "*"),
  reference: other("pattern", "The vendor's reference of an accepted event", "1147206418897270"),
  expected: choice("What was said to come of it, and whether it did", expectedChoices),
  negative: choice("Sent although an error was known", YES_NO),
  pinned: choice("Pinned", YES_NO),
  imported: choice("Taken in from a file", YES_NO),
  tag: other("pattern", "A tag", "ticket-*"),
  note: other("contains", "A part of the note", "refund"),
  has: choice("Whether there is such a thing", hasChoices),
};

const ANY_TIME = { now: 0, timeZone: "UTC" };

/** Why this is no value of the facet, in a sentence; null where it is one. */
export function problemOfValue(name: FacetName, value: string): string | null {
  const { kind, choices } = facets[name];
  switch (kind) {
    case "choice":
      return choices.includes(value.toLowerCase())
        ? null
        : `"${value}" is no value of ${name}. It is one of ${choices.join(", ")}.`;
    case "pattern":
    case "contains":
      return null;
    case "status":
      return parseStatus(value) === null
        ? `"${value}" is no HTTP status. Write one like 400, 4xx, >=500 or 400..404.`
        : null;
    case "duration":
      return isComparison(value) && parseRange(value, parseDuration) !== null
        ? null
        : `"${value}" does not say how long. Write it like >500ms, <=2s or 1s..5s.`;
    case "time":
      return parseTime(value, ANY_TIME) === null ? `"${value}" is no time. ${TIME_FORMS}` : null;
    case "day":
      return isDay(value) ? null : `"${value}" is no day. ${DAY_FORMS}`;
    default:
      return assertNever(kind);
  }
}

/** Nothing takes exactly as long as somebody says. */
function isComparison(value: string): boolean {
  return /^[<>]/.test(value) || value.includes("..");
}

function isDay(value: string): boolean {
  const span = parseTime(value, ANY_TIME);
  return span !== null && span.until > span.from;
}

const TIME_FORMS = "Write today, yesterday, 2h (ago), or a date like 2026-11-23 or 2026-11-23T09:15.";
const DAY_FORMS = "Write today, yesterday, or a date like 2026-11-23, 2026-11 or 2026-11-23T09.";
