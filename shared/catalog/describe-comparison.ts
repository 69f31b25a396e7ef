import { valueLine } from "./catalog-text.ts";
import { textsFor } from "./number-texts.ts";
import { assertNever } from "../result/result.ts";
import { listed, plural } from "../text/counts.ts";
import { named } from "../validation/words.ts";
import type { CatalogComparison, EventChange, FieldChange, ParameterChange } from "./compare.ts";

/** One difference in words. */
export type ComparisonLine = {
  readonly kind: "added" | "removed" | "renamed" | "moved" | "changed";
  /** The event and the parameter it is about, as the newer catalog calls them where it has them; null for the whole. */
  readonly eventKey: string | null;
  readonly parameter: string | null;
  /** Of a field that changed. */
  readonly field?: string;
  readonly text: string;
};

/** Every difference as a sentence, in the order of the comparison. */
export function describeComparison({ fields, events }: CatalogComparison): ComparisonLine[] {
  const own = fields.map((change): ComparisonLine => ({
    kind: "changed",
    eventKey: null,
    parameter: null,
    text: `The catalog: ${describeField(change)}.`,
  }));
  return [...own, ...events.flatMap(describeEventChange)];
}

/** What is different about one event, sentence by sentence. */
export function describeEventChange(change: EventChange): ComparisonLine[] {
  const line = (kind: ComparisonLine["kind"], text: string): ComparisonLine => ({
    kind,
    eventKey: change.key,
    parameter: null,
    text,
  });
  const event = named(change.key);
  switch (change.kind) {
    case "added":
      return [line("added", `${event} was added, with ${parameterCount(change)}.`)];
    case "removed":
      return [line("removed", `${event} was removed, with ${parameterCount(change)}.`)];
    case "changed": {
      const lines: ComparisonLine[] = [];
      if (change.key !== change.previousKey) {
        lines.push(line("renamed", `${named(change.previousKey)} was renamed to ${event}.`));
      }
      if (change.isMoved) lines.push(line("moved", `${event} stands elsewhere in the list.`));
      for (const field of change.fields) {
        lines.push({ ...line("changed", `${event}: ${describeField(field)}.`), field: field.field });
      }
      return [
        ...lines,
        ...change.parameters.flatMap((parameter) => describeParameter(change.key, parameter)),
      ];
    }
    default:
      return assertNever(change);
  }
}

function describeParameter(eventKey: string, change: ParameterChange): ComparisonLine[] {
  const line = (kind: ComparisonLine["kind"], text: string): ComparisonLine => ({
    kind,
    eventKey,
    parameter: change.name,
    text: `${named(eventKey)}: ${text}`,
  });
  const name = named(change.name);
  switch (change.kind) {
    case "added": {
      const required = change.parameter.required === true ? "a required" : "an optional";
      return [line("added", `${name} was added, ${required} ${change.parameter.type}.`)];
    }
    case "removed":
      return [line("removed", `${name} was removed.`)];
    case "changed": {
      const lines: ComparisonLine[] = [];
      if (change.name !== change.previousName) {
        lines.push(line("renamed", `${named(change.previousName)} was renamed to ${name}.`));
      }
      if (change.isMoved) lines.push(line("moved", `${name} stands elsewhere in the list.`));
      for (const field of change.fields) {
        lines.push({ ...line("changed", `${name}: ${describeField(field)}.`), field: field.field });
      }
      return lines;
    }
    default:
      return assertNever(change);
  }
}

function parameterCount({ event }: Extract<EventChange, { event: unknown }>): string {
  return plural(event.parameters.length, "parameter");
}

function describeField({ field, before, after, texts }: FieldChange): string {
  const name = named(field);
  const [was, is] = [shown(before, texts?.before), shown(after, texts?.after)];
  if (Array.isArray(before) && Array.isArray(after)) {
    return `${name} ${describeList(itemsOf(before, texts?.before), itemsOf(after, texts?.after))}`;
  }
  if (before === undefined) return `${name} is ${is} now; it was not set`;
  if (after === undefined) return `${name} is not set any more; it was ${was}`;
  return `${name} is ${is} now; it was ${was}`;
}

/** `enum` and `apis`: what came and went. */
function describeList(before: readonly string[], after: readonly string[]): string {
  const came = after.filter((text) => !before.includes(text));
  const went = before.filter((text) => !after.includes(text));
  const parts = [
    came.length === 0 ? null : `has ${listed(came, 5)} more`,
    went.length === 0 ? null : `lacks ${listed(went, 5)} now`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? "has another order" : parts.join(" and ");
}

function itemsOf(values: readonly unknown[], texts: readonly string[] | null | undefined): string[] {
  const digits = textsFor(values, texts);
  return values.map((value) =>
    shown(value, typeof value === "number" ? [digits?.next(value) ?? String(value)] : null),
  );
}

function shown(value: unknown, texts: readonly string[] | null | undefined): string {
  const text = value === undefined ? "nothing" : valueLine(value, texts);
  return (text.length <= 60 ? text : `${text.slice(0, 60)}...`).toWellFormed();
}
