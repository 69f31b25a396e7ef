import { CATALOG_FORMAT, type Catalog } from "../domain/catalog.ts";
import { accountEvents } from "./account-events.ts";
import { gamingEvents } from "./gaming-events.ts";
import { retailEvents } from "./retail-events.ts";

export const DEMO_CATALOG_ID = "demo";

/** The catalog of a first start: 24 events of a shop with a casino, every kind of parameter among them. */
export const demoCatalog: Catalog = {
  format: CATALOG_FORMAT,
  name: "Demo store",
  conventions: { currency: "USD", language: "en" },
  events: [...accountEvents, ...retailEvents, ...gamingEvents].sort((a, b) => (a.id ?? 0) - (b.id ?? 0)),
};
