import { CATALOG_FORMAT, type Catalog, type CatalogEvent, type Parameter } from "../domain/catalog.ts";
import type { Place, Report } from "./report.ts";

type DraftEvent = {
  line: number;
  readonly fields: Record<string, unknown>;
  /** null until there is one: a table may have a million events without. */
  parameters: Map<string, Parameter> | null;
};

/** Puts a catalog together from rows that come in any order. */
export type CatalogBuilder = {
  has(event: string): boolean;
  /** Names the event, and adds fields to it. What an earlier row said of a field stays; another value for it is told. */
  addEvent(key: string, fields: Readonly<Record<string, unknown>>, place: Place): void;
  /** Adds a parameter; one that the event has already stays as it is, and the second is told. */
  addParameter(event: string, parameter: Parameter, place: Place): void;
  /** The key of the event that was given this title first, in whatever case; null where none was. */
  keyOfTitle(title: string): string | null;
  addCatalogFields(fields: Readonly<Record<string, unknown>>): void;
  /** `isByLine` puts the events in the order of the lines that name them first, in whatever order they came. */
  finish(name: string, isByLine?: boolean): Catalog;
  readonly isEmpty: boolean;
};

export function createBuilder(report: Report): CatalogBuilder {
  const events = new Map<string, DraftEvent>();
  const titles = new Map<string, string>();
  let catalogFields: Record<string, unknown> = {};
  const eventOf = (key: string): DraftEvent => {
    const known = events.get(key);
    if (known !== undefined) return known;
    const event: DraftEvent = { line: 0, fields: {}, parameters: null };
    events.set(key, event);
    return event;
  };
  const noteTitle = (title: string, key: string): void => {
    if (!titles.has(title.toLowerCase())) titles.set(title.toLowerCase(), key);
  };
  return {
    has: (key) => events.has(key),
    keyOfTitle: (title) => titles.get(title.toLowerCase()) ?? null,
    get isEmpty() {
      return events.size === 0;
    },
    addEvent(key, fields, place) {
      const isNew = !events.has(key);
      const event = eventOf(key);
      if (isNew && typeof place !== "number") event.line = place.line;
      for (const [field, value] of Object.entries(fields)) {
        const before = Object.hasOwn(event.fields, field) ? event.fields[field] : undefined;
        if (before === undefined) {
          event.fields[field] = value;
          if (field === "title" && typeof value === "string") noteTitle(value, key);
        } else if (JSON.stringify(before) !== JSON.stringify(value)) {
          report.say("warning", place, `An earlier row gives the event another ${field}; that one stays.`, {
            event: key,
          });
        }
      }
    },
    addParameter(key, parameter, place) {
      const parameters = (eventOf(key).parameters ??= new Map());
      const subject = { event: key, parameter: parameter.name };
      if (parameters.has(parameter.name)) {
        report.say(
          "error",
          place,
          "The event has a parameter of this name already; the first one stays.",
          subject,
        );
      } else parameters.set(parameter.name, parameter);
    },
    addCatalogFields(fields) {
      catalogFields = { ...fields, ...catalogFields };
    },
    finish: (name, isByLine = false) => catalogOf(events, catalogFields, name, isByLine),
  };
}

function catalogOf(
  events: ReadonlyMap<string, DraftEvent>,
  catalogFields: Readonly<Record<string, unknown>>,
  name: string,
  isByLine: boolean,
): Catalog {
  const drafts = [...events];
  if (isByLine) drafts.sort(([, one], [, other]) => one.line - other.line);
  const list: CatalogEvent[] = [];
  for (const [key, { fields, parameters }] of drafts) {
    list.push({ ...fields, key, parameters: [...(parameters?.values() ?? [])] });
  }
  const stated = catalogFields["name"];
  const isNamed = typeof stated === "string" && stated !== "";
  return { ...catalogFields, format: CATALOG_FORMAT, name: isNamed ? stated : name, events: list };
}
