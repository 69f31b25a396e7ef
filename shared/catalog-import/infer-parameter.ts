import type { Parameter, ParameterFormat, ParameterType } from "../domain/catalog.ts";
import type { JsonNode } from "../json/types.ts";
import { withNumber } from "../catalog/written.ts";
import { isDateTime, isEmail, isWebAddress } from "../validation/formats.ts";
import type { Report } from "./report.ts";

/** A value that a payload has for a parameter, and where the payload is. */
export type Sighting = { readonly value: JsonNode; readonly line: number; readonly column: number };

type Seen = {
  readonly event: string;
  readonly name: string;
  readonly sightings: readonly Sighting[];
  /** How many payloads of the event there are. */
  readonly payloads: number;
};

/** Longer texts are no examples to type. */
const LONGEST_EXAMPLE = 255;

/** What the values of a parameter in example payloads say of it. Everything is a guess and marked as one. */
export function inferParameter(seen: Seen, report: Report): Parameter {
  const { event, name } = seen;
  const guess = (field: string, reason: string): void => {
    report.guess({ event, parameter: name, field, reason });
  };
  const type = typeOf(seen, report);
  guess(
    "type",
    `${typed(seen, type)} of ${payloads(seen)} ${type === "boolean" ? "say true or false" : `have a ${type}`}.`,
  );
  const format = type === "string" ? formatOf(seen) : null;
  if (format !== null) guess("format", `Every value is ${FORMAT_WORDS[format]}.`);
  const required = seen.payloads > 1 && present(seen) === seen.payloads;
  guess("required", reasonOf(seen));
  const example = seen.sightings.find(({ value }) => value.kind === type && isExample(value))?.value;
  if (example !== undefined) guess("example", "It is the value of a payload.");
  const parameter: Parameter = { name, type, required, ...(format === null ? {} : { format }) };
  return example === undefined ? parameter : withExample(parameter, example);
}

const FORMAT_WORDS = {
  email: "an email address",
  url: "a web address",
  "date-time": "a date and time",
} as const satisfies Record<ParameterFormat, string>;

function payloads({ payloads: count }: Seen): string {
  return count === 1 ? "one payload" : `${count} payloads`;
}

function present({ sightings }: Seen): number {
  return sightings.filter(({ value }) => value.kind !== "null").length;
}

function typed({ sightings }: Seen, type: ParameterType): number {
  return sightings.filter(({ value }) => value.kind === type).length;
}

function reasonOf(seen: Seen): string {
  if (seen.payloads === 1) return "One payload does not tell.";
  const count = present(seen);
  return count === seen.payloads
    ? `All ${count} payloads have it.`
    : `${count} of ${seen.payloads} payloads have it.`;
}

/** The type that most values have; a string where none has an official one, or where it is a draw. */
function typeOf(seen: Seen, report: Report): ParameterType {
  const { event, name, sightings } = seen;
  const subject = { event, parameter: name };
  const nested = sightings.find(({ value }) => value.kind === "object" || value.kind === "array");
  if (nested !== undefined) {
    const message =
      "An object or a list stands here. The API takes strings, numbers and booleans; it was taken for a string.";
    report.say("error", nested, message, subject);
  }
  const counts = (["string", "number", "boolean"] as const).map((type) => ({
    type,
    count: typed(seen, type),
  }));
  const [first, second] = counts.toSorted((one, other) => other.count - one.count);
  const type = first === undefined || first.count === 0 ? "string" : first.type;
  if (second !== undefined && second.count > 0) {
    const other = sightings.find(({ value }) => value.kind !== type && value.kind !== "null");
    const found = counts.filter(({ count }) => count > 0).map(({ type, count }) => `${count} × ${type}`);
    report.say(
      "warning",
      other ?? { line: 1, column: 1 },
      `The payloads disagree about the type: ${found.join(", ")}.`,
      subject,
    );
  }
  return type;
}

function formatOf({ sightings }: Seen): ParameterFormat | null {
  const texts = sightings.flatMap(({ value }) =>
    value.kind === "string" && value.value !== "" ? [value.value] : [],
  );
  if (texts.length === 0) return null;
  if (texts.every(isEmail)) return "email";
  if (texts.every(isWebAddress)) return "url";
  return texts.every(isDateTime) ? "date-time" : null;
}

function isExample(value: JsonNode): boolean {
  if (value.kind !== "string") return value.kind !== "number" || Number.isFinite(Number(value.text));
  return value.value !== "" && value.value.length <= LONGEST_EXAMPLE && !value.value.includes("{{");
}

function withExample(parameter: Parameter, value: JsonNode): Parameter {
  if (value.kind === "string") return { ...parameter, example: value.value };
  if (value.kind === "boolean") return { ...parameter, example: value.text === "true" };
  if (value.kind !== "number") return parameter;
  return withNumber({ ...parameter, example: Number(value.text) }, "example", [value.text]);
}
