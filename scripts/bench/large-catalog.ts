import {
  CATALOG_FORMAT,
  type Catalog,
  type CatalogEvent,
  type Parameter,
} from "../../shared/domain/catalog.ts";

const TYPES = ["string", "number", "boolean"] as const;
const EXAMPLES = { string: "text", number: 12.5, boolean: true };
/** As many of an event's parameters are those of every event; the others are its own. */
const SHARED = 25;

/** A catalog as large as the design asks for, with something wrong here and there. */
export function largeCatalog(eventCount = 2000, parameterCount = 50): Catalog {
  const events = Array.from({ length: eventCount }, (_, index): CatalogEvent => ({
    key: index % 100 === 0 ? `Event ${index}` : `event_${index}`,
    id: 1101 + index,
    description: "What happened.",
    parameters: Array.from({ length: parameterCount }, (_, place) => parameterAt(index, place)),
  }));
  return { format: CATALOG_FORMAT, name: "Large", conventions: { currency: "EUR" }, events };
}

function parameterAt(eventIndex: number, place: number): Parameter {
  const type = TYPES[place % TYPES.length] ?? "string";
  return {
    name: place < SHARED ? `shared_${place}` : `own_${eventIndex}_${place}`,
    type,
    required: place % 4 === 0,
    description: "What it is.",
    example: EXAMPLES[type],
    ...(place % 9 === 0 ? { enum: ["text", "other"] } : {}),
  };
}
