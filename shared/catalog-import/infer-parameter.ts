import type { Parameter, ParameterFormat, ParameterType } from "../domain/catalog.ts";
import type { JsonNode } from "../json/types.ts";
import { withNumber } from "../catalog/written.ts";
import type { Report } from "./report.ts";
import type { SightingPlace, Sightings } from "./sightings.ts";

type Seen = {
  readonly event: string;
  readonly name: string;
  readonly sightings: Sightings;
  /** How many payloads of the event there are. */
  readonly payloads: number;
};

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
  const format = type === "string" ? (seen.sightings.formats?.[0] ?? null) : null;
  if (format !== null) guess("format", `Every value is ${FORMAT_WORDS[format]}.`);
  const required = seen.payloads > 1 && present(seen) === seen.payloads;
  guess("required", reasonOf(seen));
  const example = seen.sightings.examples[type];
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
  return Object.entries(sightings.counts).reduce(
    (sum, [kind, count]) => sum + (kind === "null" ? 0 : count),
    0,
  );
}

function typed({ sightings }: Seen, type: ParameterType): number {
  return sightings.counts[type] ?? 0;
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
  const nested = firstOf(sightings, ["object", "array"]);
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
    const others = (["string", "number", "boolean", "object", "array"] as const).filter(
      (kind) => kind !== type,
    );
    const other = firstOf(sightings, others);
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

/** Where a value of one of these kinds stands first. */
function firstOf({ places }: Sightings, kinds: readonly JsonNode["kind"][]): SightingPlace | undefined {
  const found = kinds.flatMap((kind) => places[kind] ?? []);
  return found.toSorted((one, other) => one.line - other.line || one.column - other.column)[0];
}

function withExample(parameter: Parameter, value: JsonNode): Parameter {
  if (value.kind === "string") return { ...parameter, example: value.value };
  if (value.kind === "boolean") return { ...parameter, example: value.text === "true" };
  if (value.kind !== "number") return parameter;
  return withNumber({ ...parameter, example: Number(value.text) }, "example", [value.text]);
}
