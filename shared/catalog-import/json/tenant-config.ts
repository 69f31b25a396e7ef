import {
  CATALOG_FORMAT,
  catalogEventSchema,
  parameterSchema,
  type Catalog,
  type CatalogEvent,
  type Parameter,
} from "../../domain/catalog.ts";
import type { Api } from "../../domain/tenant.ts";
import { lastMember } from "../../json/path.ts";
import type { JsonMember, JsonNode, JsonObject } from "../../json/types.ts";
import { quoted, type Report } from "../report.ts";
import { readType } from "../words.ts";
import { dropUnfit, objectValue, wordOf } from "./mend.ts";
import type { RecoveredEvent } from "./recover.ts";

/** Objects deeper than this in a document are no configuration. */
const SEARCH_DEPTH = 4;

/** The object with the map of events of a tenant configuration (OPTIMOVE-API.md section 5), null where there is none. */
export function findTenantConfig(root: JsonNode): JsonObject | null {
  let level: readonly JsonNode[] = [root];
  for (let depth = 0; depth < SEARCH_DEPTH && level.length > 0; depth += 1) {
    const objects = level.filter((node) => node.kind === "object");
    const found = objects.find(isConfig);
    if (found !== undefined) return found;
    level = objects.flatMap(({ members }) => members.map(({ value }) => value));
  }
  return null;
}

function isConfig(object: JsonObject): boolean {
  const events = lastMember(object, "events")?.value;
  if (events?.kind !== "object") return false;
  const isKnown = ["optitrackMetaData", "realtimeMetaData", "enableRealtime", "enableOptitrack"].some(
    (name) => lastMember(object, name) !== undefined,
  );
  return isKnown || events.members.some(({ value }) => value.kind === "object" && hasEventMembers(value));
}

function hasEventMembers(object: JsonObject): boolean {
  return ["parameters", "supportedOnOptitrack", "supportedOnRealTime"].some(
    (name) => lastMember(object, name) !== undefined,
  );
}

/** Reads the events of a configuration; what it says of them beyond the format stays with them under its own name. */
export function readTenantConfig(
  config: JsonObject,
  recovered: readonly RecoveredEvent[],
  report: Report,
  name: string,
): Catalog {
  const map = lastMember(config, "events")?.value;
  const members = map?.kind === "object" ? map.members : [];
  const seen = new Set<string>();
  const events = members.flatMap((member) => readEvent(member, seen, report) ?? []);
  const later = recovered.flatMap(({ name, object }) => {
    const key = { kind: "string", start: object.start, end: object.start, value: name ?? "" } as const;
    return readEvent({ key, value: object }, seen, report) ?? [];
  });
  return { format: CATALOG_FORMAT, name, events: [...events, ...later] };
}

function readEvent({ key, value }: JsonMember, seen: Set<string>, report: Report): CatalogEvent | null {
  const name = key.value;
  if (value.kind !== "object" || name === "") {
    report.say("error", key.start, `The event ${quoted(name)} has no definition; it was left out.`);
    return null;
  }
  if (seen.has(name)) {
    report.say("error", key.start, "This event is there twice; the first one counts.", { event: name });
    return null;
  }
  seen.add(name);
  const {
    parameters: _read,
    supportedOnOptitrack: optitrack,
    supportedOnRealTime: realtime,
    name: title,
    ...others
  } = objectValue(value);
  const event: Record<string, unknown> = { ...others };
  if (typeof event["id"] === "string" && /^\d{1,15}$/.test(event["id"])) event["id"] = Number(event["id"]);
  if (typeof title === "string" && title !== name && title !== "") event["title"] ??= title;
  dropUnfit(event, value, catalogEventSchema.shape, report, { event: name, parameter: null });
  const switches = { supportedOnOptitrack: optitrack, supportedOnRealTime: realtime };
  sayUnfit(value, switches, report, { event: name });
  const apis = apisOf(optitrack, realtime);
  if (apis?.length === 0) {
    report.say("warning", key.start, "The configuration supports this event on neither API.", {
      event: name,
    });
  }
  return {
    ...event,
    key: name,
    ...(apis === null ? {} : { apis }),
    parameters: readParameters(value, name, report),
  };
}

/** Tells of members that are there and say neither true nor false. */
function sayUnfit(
  object: JsonObject,
  values: Readonly<Record<string, unknown>>,
  report: Report,
  subject: { readonly event: string; readonly parameter?: string },
): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === null || typeof value === "boolean") continue;
    const node = lastMember(object, name)?.value;
    const shown = quoted(node?.kind === "number" ? node.text : wordOf(value));
    report.say(
      "error",
      node?.start ?? object.start,
      `"${name}" cannot be ${shown}; it was left out.`,
      subject,
    );
  }
}

/** null where the configuration says nothing about it. Optitrack is what OptiEvent feeds. */
function apisOf(optitrack: unknown, realtime: unknown): Api[] | null {
  if (typeof optitrack !== "boolean" && typeof realtime !== "boolean") return null;
  return [
    ...(optitrack === true ? ["optievent" as const] : []),
    ...(realtime === true ? ["realtime" as const] : []),
  ];
}

function readParameters(event: JsonObject, key: string, report: Report): Parameter[] {
  const map = lastMember(event, "parameters")?.value;
  if (map === undefined) return [];
  if (map.kind !== "object") {
    if (map.kind !== "array" || map.items.length > 0) {
      report.say("error", map.start, "The parameters are no map of names; they were left out.", {
        event: key,
      });
    }
    return [];
  }
  const seen = new Set<string>();
  return map.members.flatMap((member) => {
    const subject = { event: key, parameter: member.key.value };
    if (seen.has(member.key.value)) {
      report.say("error", member.key.start, "This parameter is there twice; the first one counts.", subject);
      return [];
    }
    seen.add(member.key.value);
    return readParameter(member, key, report) ?? [];
  });
}

function readParameter({ key, value }: JsonMember, event: string, report: Report): Parameter | null {
  const subject = { event, parameter: key.value };
  if (value.kind !== "object" || key.value === "") {
    report.say("error", key.start, "This parameter has no definition; it was left out.", subject);
    return null;
  }
  const { type: word, optional, name: title, ...others } = objectValue(value);
  const read = typeof word === "string" ? readType(word) : null;
  if (read === null) {
    const stated = word === undefined ? "It has no type" : `${quoted(wordOf(word))} is no type`;
    report.say("error", key.start, `${stated}; it was taken for string.`, subject);
    report.guess({ event, parameter: key.value, field: "type", reason: "The configuration does not say." });
  }
  const fields: Record<string, unknown> = { ...others };
  if (read?.format !== undefined) fields["format"] ??= read.format;
  if (typeof title === "string" && title !== key.value) fields["title"] ??= title;
  dropUnfit(fields, value, parameterSchema.shape, report, subject);
  sayUnfit(value, { optional }, report, subject);
  return {
    ...fields,
    name: key.value,
    type: read?.type ?? "string",
    ...(typeof optional === "boolean" ? { required: !optional } : {}),
  };
}
