import { formatTimestamp, isWritable, parseTimestamp, type TimestampReading } from "../compose/timestamp.ts";
import { quoteJson } from "../json/value.ts";
import type { JsonNode } from "../json/types.ts";
import type { Envelope, Field } from "./envelope.ts";
import { openingOf, type Scope } from "./scope.ts";
import { described, named, quoted } from "./words.ts";

const DAY = 24 * 60 * 60 * 1000;
/** Clocks of two machines differ a little; a time is called future only past this. */
const CLOCK_DIFFERENCE = 60 * 1000;
/** Zones go up to 14 hours from UTC: a time that is ahead by less may be a local one with a wrong `Z`. */
const LARGEST_ZONE = 14 * 60 * 60 * 1000;

const FORMATS =
  "`2020-04-12 17:32:06.094 UTC`, `2024-05-27 10:30:00.000000 UTC` or `2020-04-12T17:32:06.094Z`";

/** When the event happened. */
export function checkTimestamp(scope: Scope, envelope: Envelope): void {
  const field = envelope.field("timestamp");
  if (field === undefined || field.value.kind === "null" || isBlank(field.value)) {
    const message = `\`timestamp\` is missing. Give the time of the event in UTC, as ${FORMATS}.`;
    scope.add("timestamp.missing", ["timestamp"], field?.value ?? openingOf(envelope.root), message);
    return;
  }
  if (scope.isUnresolved(field.value)) return;
  const { value } = field;
  const written = value.kind === "string" ? value.value : value.kind === "number" ? value.text : null;
  const epoch = written === null ? null : epochMilliseconds(written);
  if (written !== null && epoch !== null) checkEpoch(scope, field, written, epoch);
  else if (value.kind === "string") checkText(scope, field, value.value);
  else reportFormat(scope, field, `is ${described(value)}, not a string`, null);
}

function isBlank(node: JsonNode): boolean {
  return node.kind === "string" && node.value.trim() === "";
}

/** Ten digits are seconds and thirteen are milliseconds since 1970: both end in the year 2286. */
function epochMilliseconds(text: string): number | null {
  if (/^[1-9]\d{9}$/.test(text)) return Number(text) * 1000;
  return /^[1-9]\d{12}$/.test(text) ? Number(text) : null;
}

function checkEpoch(scope: Scope, field: Field, written: string, epochMs: number): void {
  const unit = written.length === 10 ? "seconds" : "milliseconds";
  reportFormat(scope, field, `counts ${unit} since 1970`, formatTimestamp(new Date(epochMs), "seed"));
  checkAge(scope, field, epochMs);
}

function checkText(scope: Scope, field: Field, text: string): void {
  const reading = parseTimestamp(text.trim());
  if (reading.kind === "unreadable") {
    reportFormat(scope, field, `is ${quoted(text)}, which is not written like a time`, null);
  } else if (reading.kind === "impossible") {
    const message = `${named(field.name)} is ${quoted(text)}. ${reading.reason}`;
    scope.add("timestamp.impossible", [field.name], field.value, message);
  } else {
    checkMoment(scope, field, text, reading);
  }
}

type Moment = Extract<TimestampReading, { kind: "moment" }>;

function checkMoment(scope: Scope, field: Field, text: string, moment: Moment): void {
  if (!/:\d\d:\d\d/.test(text)) {
    reportFormat(scope, field, `is ${quoted(text)}, which has no time to the second`, null);
  } else if (!moment.hasZone) {
    const message = `${named(field.name)} is ${quoted(text)}, which does not say in which zone. It must be UTC and say so: convert a local time first, then end it with \` UTC\` or \`Z\`.`;
    scope.add("timestamp.no-zone", [field.name], field.value, message);
  } else {
    if (moment.format === null || text !== text.trim()) {
      reportFormat(scope, field, `is ${quoted(text)}`, rewritten(text, moment));
    }
    checkAge(scope, field, moment.epochMs);
  }
}

/** The same moment in an accepted format; digits past the millisecond are kept in the one that takes them. */
function rewritten(text: string, moment: Moment): string | null {
  const date = new Date(moment.epochMs);
  if (!isWritable(date)) return null;
  const fraction = /:\d\d[.,](\d{4,9})/.exec(text)?.[1];
  if (fraction === undefined) return formatTimestamp(date, "seed");
  return `${formatTimestamp(date, "iso").slice(0, 19)}.${fraction}Z`;
}

function reportFormat(scope: Scope, field: Field, what: string, right: string | null): void {
  const message = `${named(field.name)} ${what}. Write it in UTC as ${FORMATS}.`;
  scope.add("timestamp.format", [field.name], field.value, message, {
    fix: right === null ? undefined : scope.replace(`Write as ${right}`, field.value, quoteJson(right)),
  });
}

function checkAge(scope: Scope, field: Field, epochMs: number): void {
  const ahead = epochMs - scope.now.getTime();
  const days = scope.profile.maxAgeDays;
  if (ahead > CLOCK_DIFFERENCE) {
    const hint =
      ahead <= LARGEST_ZONE
        ? " A local time that was sent as UTC without converting it looks like this."
        : "";
    const message = `${named(field.name)} is ${inWords(ahead)} in the future.${hint}`;
    scope.add("timestamp.future", [field.name], field.value, message);
  } else if (-ahead > days * DAY) {
    const message = `${named(field.name)} is ${inWords(-ahead)} old; events are expected within ${days === 1 ? "1 day" : `${days} days`}.`;
    scope.add("timestamp.old", [field.name], field.value, message);
  }
}

function inWords(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes < 120) return minutes === 1 ? "1 minute" : `${minutes} minutes`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} hours` : `${Math.floor(minutes / (24 * 60))} days`;
}
