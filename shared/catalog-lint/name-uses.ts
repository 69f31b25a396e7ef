import type { CatalogEvent, ParameterType } from "../domain/catalog.ts";
import { styleRuleOf } from "./names.ts";

/** A parameter in an event. */
export type NamePlace = {
  readonly event: CatalogEvent;
  readonly parameterIndex: number;
  readonly type: ParameterType;
};

/** A name as it is written, and everything that is called so. */
export type NameUse = {
  readonly name: string;
  readonly lowerCase: string;
  readonly style: ReturnType<typeof styleRuleOf>;
  readonly places: Set<NamePlace>;
  readonly types: Map<ParameterType, number>;
};

/**
 * The names of all parameters, by how they are written and without regard to capitals, and those of them that there is
 * something to be said of. It is kept from one check to the next and told only which events came and went: a catalog of
 * 100,000 parameters is not gone through at every key that is pressed.
 */
export type NameUses = {
  readonly exact: ReadonlyMap<string, NameUse>;
  readonly lower: ReadonlyMap<string, ReadonlySet<NameUse>>;
  /** Not in the vendor's style. */
  readonly styled: ReadonlySet<NameUse>;
  /** Of several types. */
  readonly mixed: ReadonlySet<NameUse>;
  /** In lower case, the names that are written in several ways. */
  readonly cased: ReadonlySet<string>;
  /** `events` holds no object twice. */
  update(events: readonly CatalogEvent[]): void;
};

export function createNameUses(): NameUses {
  const table = createNameTable();
  const mixed = new Set<NameUse>();
  const placesOf = new Map<CatalogEvent, readonly (readonly [NameUse, NamePlace])[]>();

  function count(use: NameUse, type: ParameterType, by: 1 | -1): void {
    const total = (use.types.get(type) ?? 0) + by;
    if (total === 0) use.types.delete(type);
    else use.types.set(type, total);
    if (use.types.size > 1) mixed.add(use);
    else mixed.delete(use);
  }

  function add(event: CatalogEvent): void {
    const places = event.parameters.map(({ name, type }, parameterIndex) => {
      const use = table.useOf(name);
      const place = { event, parameterIndex, type };
      use.places.add(place);
      count(use, type, 1);
      return [use, place] as const;
    });
    placesOf.set(event, places);
  }

  function remove(event: CatalogEvent): void {
    for (const [use, place] of placesOf.get(event) ?? []) {
      use.places.delete(place);
      count(use, place.type, -1);
      if (use.places.size === 0) table.forget(use);
    }
    placesOf.delete(event);
  }

  const { exact, lower, styled, cased } = table;
  return {
    exact,
    lower,
    styled,
    mixed,
    cased,
    update(events) {
      const wanted = new Set(events);
      for (const event of placesOf.keys()) if (!wanted.has(event)) remove(event);
      for (const event of events) if (!placesOf.has(event)) add(event);
    },
  };
}

type NameTable = Pick<NameUses, "exact" | "lower" | "styled" | "cased"> & {
  /** That of the name, which is entered where it is new. */
  useOf(name: string): NameUse;
  forget(use: NameUse): void;
};

function createNameTable(): NameTable {
  const exact = new Map<string, NameUse>();
  const lower = new Map<string, Set<NameUse>>();
  const styled = new Set<NameUse>();
  const cased = new Set<string>();

  function enter(name: string): NameUse {
    const use: NameUse = {
      name,
      lowerCase: name.toLowerCase(),
      style: styleRuleOf(name),
      places: new Set(),
      types: new Map(),
    };
    exact.set(name, use);
    if (use.style !== null) styled.add(use);
    const group = lower.get(use.lowerCase);
    if (group === undefined) lower.set(use.lowerCase, new Set([use]));
    else group.add(use);
    if (group !== undefined) cased.add(use.lowerCase);
    return use;
  }

  return {
    exact,
    lower,
    styled,
    cased,
    useOf: (name) => exact.get(name) ?? enter(name),
    forget(use) {
      exact.delete(use.name);
      styled.delete(use);
      const group = lower.get(use.lowerCase);
      group?.delete(use);
      if ((group?.size ?? 0) < 2) cased.delete(use.lowerCase);
      if (group?.size === 0) lower.delete(use.lowerCase);
    },
  };
}
