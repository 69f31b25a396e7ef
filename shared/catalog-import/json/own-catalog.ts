import { CATALOG_FORMAT, catalogSchema, type Catalog, type CatalogEvent } from "../../domain/catalog.ts";
import { findDuplicateKeys } from "../../json/duplicates.ts";
import { lastMember } from "../../json/path.ts";
import type { JsonArray, JsonNode, JsonObject } from "../../json/types.ts";
import { quoted, type Report } from "../report.ts";
import { dropUnfit, objectValue, readEventObject, textMember } from "./mend.ts";
import type { RecoveredEvent } from "./recover.ts";

/** The object that is, or was meant to be, a catalog of ours: also inside what the workspace stores. null for any other. */
export function findOwnCatalog(root: JsonNode): JsonObject | null {
  if (root.kind !== "object") return null;
  const inner = lastMember(root, "catalog")?.value;
  const candidates = inner?.kind === "object" ? [root, inner] : [root];
  return (
    candidates.find((object) => {
      const format = textMember(object, "format");
      const events = lastMember(object, "events")?.value;
      return (
        format?.startsWith("optievent-catalog/") === true || (events?.kind === "array" && areEvents(events))
      );
    }) ?? null
  );
}

/** Events of ours have a list of parameters; those of a payload or of analytics tools do not. */
function areEvents(events: JsonArray): boolean {
  const [first] = events.items;
  if (first?.kind !== "object") return false;
  return textMember(first, "key") !== null && lastMember(first, "parameters")?.value.kind === "array";
}

/** Why this catalog is not read at all, null where it is. */
export function ownCatalogRefusal(object: JsonObject): string | null {
  const format = textMember(object, "format");
  // What only resembles the name of the format says nothing about a version.
  if (format === null || format === CATALOG_FORMAT || !/^optievent-catalog\/\d+$/.test(format)) return null;
  return `The file says ${quoted(format)}, and this console reads "${CATALOG_FORMAT}". A newer version wrote it; update the console, or export it in the older format there.`;
}

/**
 * Reads a catalog of ours. One that fits is taken as it is, with everything it has beyond the format; of one that does not,
 * whatever fits, and each other piece is told. `recovered` are events from behind a break in the file.
 */
export function readOwnCatalog(
  object: JsonObject,
  recovered: readonly RecoveredEvent[],
  report: Report,
  fallbackName: string,
): Catalog {
  for (const { key, name } of findDuplicateKeys(object)) {
    report.say("warning", key.start, `${quoted(name)} is there twice; the last one counts.`);
  }
  const values = objectValue(object);
  if (recovered.length === 0) {
    const whole = catalogSchema.safeParse(values);
    if (whole.success) return whole.data;
  }
  const { events: _read, format, ...fields } = values;
  if (format !== CATALOG_FORMAT) {
    report.say(
      "info",
      object.start,
      `The file does not say "format": "${CATALOG_FORMAT}"; it was read as that.`,
    );
  }
  dropUnfit(fields, object, catalogSchema.shape, report, { event: null, parameter: null });
  const name = typeof fields["name"] === "string" ? fields["name"] : fallbackName;
  const later = recovered.flatMap(({ object: event }) => readEventObject(event, report) ?? []);
  return { ...fields, format: CATALOG_FORMAT, name, events: [...readEvents(object, report), ...later] };
}

function readEvents(object: JsonObject, report: Report): CatalogEvent[] {
  const events = lastMember(object, "events")?.value;
  if (events?.kind !== "array") {
    report.say("error", events?.start ?? object.start, "The catalog has no list of events.");
    return [];
  }
  return events.items.flatMap((item) => readEventObject(item, report) ?? []);
}
