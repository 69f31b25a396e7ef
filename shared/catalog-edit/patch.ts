import { z } from "zod";
import { catalogEventSchema, catalogSchema, type Catalog, type CatalogEvent } from "../domain/catalog.ts";

const runSchema = z.union([
  z.object({ from: z.number().int().nonnegative(), count: z.number().int().positive() }),
  z.object({ event: catalogEventSchema }),
]);

/**
 * How one catalog is made of another: everything but its events, and its events as runs of the other's and as new ones.
 * A catalog of thousands of events with one changed is a patch of three runs, which is what is kept after each pause in
 * typing and what is handed to whoever has the other catalog already.
 */
export const catalogPatchSchema = z.object({
  head: catalogSchema.omit({ events: true }).loose(),
  events: z.array(runSchema),
});
export type CatalogPatch = z.infer<typeof catalogPatchSchema>;

/** Events are the same where they are the same objects, as edits leave what they do not touch. */
export function patchBetween(before: Catalog, after: Catalog): CatalogPatch {
  const places = new Map<CatalogEvent, number>(before.events.map((event, index) => [event, index]));
  const runs: CatalogPatch["events"] = [];
  for (const event of after.events) {
    const at = places.get(event);
    const last = runs.at(-1);
    if (at === undefined) runs.push({ event });
    else if (last !== undefined && "from" in last && last.from + last.count === at) last.count += 1;
    else runs.push({ from: at, count: 1 });
  }
  const { events: _events, ...head } = after;
  return { head, events: runs };
}

/** The catalog that the patch was made for; null where the patch was made of another one than `before`. */
export function applyPatch(before: Catalog, patch: CatalogPatch): Catalog | null {
  const events: CatalogEvent[] = [];
  for (const run of patch.events) {
    if ("event" in run) events.push(run.event);
    else if (run.from + run.count > before.events.length) return null;
    else for (const event of before.events.slice(run.from, run.from + run.count)) events.push(event);
  }
  return { ...patch.head, events };
}
