import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CATALOG_FORMAT, type Catalog, type CatalogEvent, type Parameter } from "../domain/catalog.ts";
import {
  compareCatalogs,
  isSameCatalog,
  type CatalogComparison,
  type EventChange,
  type FieldChange,
  type ParameterChange,
} from "./compare.ts";
import { describeComparison } from "./describe-comparison.ts";
import { readCatalogText } from "./read-catalog-text.ts";
import { isSameValue } from "./same-value.ts";
import { summariseComparison } from "./summarise-comparison.ts";
import { anyCatalog } from "./test-support/any-catalog.ts";

const signup: CatalogEvent = {
  key: "signup",
  id: 1101,
  parameters: [
    { name: "email", type: "string", required: true, format: "email" },
    { name: "opt_in", type: "boolean" },
    { name: "source", type: "string", enum: ["footer", "popup"] },
  ],
};
const login: CatalogEvent = { key: "login", id: 1102, parameters: [] };
const refund: CatalogEvent = { key: "refund", parameters: [{ name: "amount", type: "number" }] };

function catalogOf(...events: CatalogEvent[]): Catalog {
  return { format: CATALOG_FORMAT, name: "Shop", events };
}

function texts(before: Catalog, after: Catalog): string[] {
  return describeComparison(compareCatalogs(before, after)).map(({ text }) => text);
}

function summary(before: Catalog, after: Catalog): string {
  return summariseComparison(compareCatalogs(before, after));
}

describe("two catalogs", () => {
  it("differ in values that are shown as their files have them", () => {
    const file = (event: string) => {
      const read = readCatalogText(`{"format":"optievent-catalog/1","name":"Shop","events":[${event}]}`);
      if (!read.ok) throw new Error(read.error.message);
      return read.value;
    };
    const before = file('{"key":"a","parameters":[]}');
    const after = file('{"key":"a","parameters":[],"vendor":{"__proto__":{"size":1.00}}}');
    expect(texts(before, after)).toEqual([
      '`a`: `vendor` is { "__proto__": { "size": 1.00 } } now; it was not set.',
    ]);
  });

  it("differ in what was added, removed, changed and moved, in words and in one line", () => {
    const changed: CatalogEvent = {
      ...signup,
      title: "Signup",
      parameters: [
        { name: "opt_in", type: "boolean", required: true },
        { name: "email", type: "string", required: true },
        { name: "source", type: "string", enum: ["popup", "checkout"] },
        { name: "age", type: "number" },
      ],
    };
    const [before, after] = [catalogOf(signup, login), catalogOf(changed, refund)];
    expect(texts(before, after)).toEqual([
      "`login` was removed, with 0 parameters.",
      '`signup`: `title` is "Signup" now; it was not set.',
      "`signup`: `opt_in` stands elsewhere in the list.",
      "`signup`: `opt_in`: `required` is true now; it was not set.",
      '`signup`: `email`: `format` is not set any more; it was "email".',
      '`signup`: `source`: `enum` has "checkout" more and lacks "footer" now.',
      "`signup`: `age` was added, an optional number.",
      "`refund` was added, with 1 parameter.",
    ]);
    expect(summary(before, after)).toBe("Adds `refund`; removes `login`; changes 4 parameters of `signup`.");
  });

  it("are said in one line where one thing was changed alone", () => {
    const titled = { ...signup, title: "Sign up" };
    expect(summary(catalogOf(signup, login), catalogOf(titled, login))).toBe(
      '`signup`: `title` is "Sign up" now; it was not set.',
    );
    const aged = { ...signup, parameters: [...signup.parameters, { name: "age", type: "number" as const }] };
    expect(summary(catalogOf(signup), catalogOf(aged))).toBe(
      "`signup`: `age` was added, an optional number.",
    );
    expect(summary(catalogOf(signup), { ...catalogOf(signup), name: "Other" })).toMatch(
      /^The catalog: `name` is "Other" now/u,
    );
    expect(summary(catalogOf(signup), catalogOf({ ...titled, description: "d" }))).toBe("Changes `signup`.");
  });

  it("count an event as renamed that kept its id, or everything but its name", () => {
    const withId = { ...signup, key: "sign_up" };
    const withoutId = { ...refund, key: "money_back" };
    const [before, after] = [catalogOf(signup, refund), catalogOf(withId, withoutId)];
    expect(texts(before, after)).toEqual([
      "`signup` was renamed to `sign_up`.",
      "`refund` was renamed to `money_back`.",
    ]);
    expect(summary(before, after)).toBe("Renames `signup` to `sign_up` and `refund` to `money_back`.");
  });

  it("guess no name: what only looks alike was removed and added", () => {
    const other = { key: "money_back", parameters: [{ name: "amount", type: "string" as const }] };
    expect(texts(catalogOf(refund), catalogOf(other))).toEqual([
      "`refund` was removed, with 1 parameter.",
      "`money_back` was added, with 1 parameter.",
    ]);
    const twice = [catalogOf(refund), catalogOf({ ...refund, key: "x" }, { ...refund, key: "y" })] as const;
    expect(compareCatalogs(...twice).events.map(({ kind }) => kind)).toEqual(["removed", "added", "added"]);
  });

  it("count a parameter as renamed whose name is only written differently", () => {
    const written = { ...refund, parameters: [{ name: "Amount", type: "number" as const }] };
    expect(texts(catalogOf(refund), catalogOf(written))).toEqual([
      "`refund`: `amount` was renamed to `Amount`.",
    ]);
  });

  it("name as moved as few events as possible", () => {
    const events = ["a", "b", "c", "d"].map((key) => ({ key, parameters: [] }));
    const [first, ...rest] = events;
    if (first === undefined) throw new Error("There are four.");
    expect(texts(catalogOf(...events), catalogOf(...rest, first))).toEqual([
      "`a` stands elsewhere in the list.",
    ]);
  });

  it("are the same whatever the order of their fields", () => {
    const { key, ...rest } = signup;
    expect(isSameCatalog(compareCatalogs(catalogOf(signup), catalogOf({ ...rest, key })))).toBe(true);
    expect(summary(catalogOf(signup), catalogOf({ ...rest, key }))).toBe(
      "Nothing but how the file is written.",
    );
  });
});

describe("any two catalogs", () => {
  it("have no difference exactly where they are the same", () => {
    fc.assert(
      fc.property(anyCatalog, anyCatalog, (one, other) => {
        expect(isSameCatalog(compareCatalogs(one, structuredClone(one)))).toBe(true);
        expect(isSameCatalog(compareCatalogs(one, other))).toBe(isSameValue(one, other));
      }),
    );
  });

  it("have differences from which the second can be made of the first", () => {
    fc.assert(
      fc.property(anyCatalog, anyCatalog, (before, after) => {
        const made = applied(before, compareCatalogs(before, after));
        expect(isSameValue(made, after)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("have the opposite differences the other way round", () => {
    fc.assert(
      fc.property(anyCatalog, anyCatalog, (one, other) => {
        const there = compareCatalogs(one, other);
        const back = compareCatalogs(other, one);
        const count = ({ events }: CatalogComparison, kind: EventChange["kind"]) =>
          events.filter((change) => change.kind === kind).length;
        expect(count(there, "added")).toBe(count(back, "removed"));
        expect(count(there, "removed")).toBe(count(back, "added"));
        expect(isSameValue(applied(other, back), one)).toBe(true);
        expect(describeComparison(there).length === 0).toBe(isSameCatalog(there));
      }),
    );
  });
});

/** What the differences say, done. Members are defined, so that `__proto__` is one like any other. */
function applied(before: Catalog, { fields, events }: CatalogComparison): Catalog {
  const own = fields.filter(({ field }) => !field.startsWith("conventions."));
  const conventions = fields
    .filter(({ field }) => field.startsWith("conventions."))
    .map(({ field, before, after }) => ({ field: field.slice("conventions.".length), before, after }));
  const result = withFields(before, own) as Catalog;
  const withConventions =
    conventions.length === 0
      ? result
      : { ...result, conventions: withFields(result.conventions ?? {}, conventions) };
  const emptied = Object.keys(withConventions.conventions ?? {}).length === 0;
  const { conventions: _none, ...rest } = withConventions;
  const made = emptied ? rest : withConventions;
  return { ...made, events: appliedTo(before.events, events, appliedEvent) };
}

function appliedEvent(event: CatalogEvent, change: EventChange): CatalogEvent {
  if (change.kind !== "changed") return change.event;
  const parameters = appliedTo(event.parameters, change.parameters, (parameter, one: ParameterChange) =>
    one.kind === "changed"
      ? { ...(withFields(parameter, one.fields) as Parameter), name: one.name }
      : one.parameter,
  );
  return { ...(withFields(event, change.fields) as CatalogEvent), key: change.key, parameters };
}

type Placed = { readonly kind: string; readonly index: number; readonly previousIndex?: number };

function appliedTo<Item, Change extends Placed>(
  items: readonly Item[],
  changes: readonly Change[],
  apply: (item: Item, change: Change) => Item,
): Item[] {
  const gone = changes.filter(({ kind }) => kind === "removed").map(({ index }) => index);
  const placed = new Map<number, Item>();
  const used = new Set(gone);
  for (const change of changes) {
    if (change.kind === "removed") continue;
    const old = change.previousIndex === undefined ? undefined : items[change.previousIndex];
    if (change.previousIndex !== undefined) used.add(change.previousIndex);
    placed.set(change.index, apply(old as Item, change));
  }
  const rest = items.filter((_, index) => !used.has(index));
  const count = placed.size + rest.length;
  return Array.from({ length: count }, (_, index) => placed.get(index) ?? (rest.shift() as Item));
}

function withFields(object: object, changes: readonly FieldChange[]): object {
  const members = new Map(Object.entries(object));
  for (const { field, after } of changes) {
    if (after === undefined) members.delete(field);
    else members.set(field, after);
  }
  return Object.fromEntries(members);
}
