import { CATALOG_FORMAT, catalogSchema, type Catalog, type CatalogEvent } from "../../domain/catalog.ts";

/** Two events with a field of a later version of the file on each level. */
export const smallCatalog: Catalog = catalogSchema.parse({
  format: CATALOG_FORMAT,
  name: "Shop",
  owner: "retail",
  events: [
    {
      key: "signup",
      id: 1101,
      tags: ["start"],
      parameters: [
        { name: "email", type: "string", required: true, format: "email", pii: true, example: "a@b.example" },
        { name: "age", type: "number", minimum: 18, enum: [18, 21] },
      ],
    },
    { key: "deposit", id: 1102, apis: ["realtime"], parameters: [] },
  ],
});

export function firstEvent(): CatalogEvent {
  const [event] = smallCatalog.events;
  if (event === undefined) throw new Error("The catalog has two events.");
  return event;
}
