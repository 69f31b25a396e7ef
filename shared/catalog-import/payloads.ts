import { CATALOG_FORMAT, type Catalog, type CatalogEvent } from "../domain/catalog.ts";
import { parseJson } from "../json/parse.ts";
import { lastMember } from "../json/path.ts";
import type { JsonNode, JsonObject } from "../json/types.ts";
import { NOT_EVERYTHING, recognise } from "../paste/recognise.ts";
import { PASTE_LIMITS, type PasteCandidate, type PasteResult } from "../paste/types.ts";
import { MAXIMUM_IMPORT_BYTES } from "./decode.ts";
import { inferParameter } from "./infer-parameter.ts";
import { addSighting, NOTHING_SEEN, type Sightings } from "./sightings.ts";
import type { Report } from "./report.ts";
import { reportUnreadLines } from "./unread-lines.ts";
import { SYSTEM_PARAMETERS } from "../validation/system-parameters.ts";

type SeenEvent = {
  readonly key: string;
  readonly id: number | null;
  readonly isKeyGuessed: boolean;
  readonly apis: Set<PasteCandidate["api"]>;
  count: number;
  readonly parameters: Map<string, Sightings>;
};

/** No tenant has a tenth of it. What names a new event each time has something else in the place of the name. */
const MAXIMUM_EVENTS = 20_000;
const TOO_MANY_EVENTS = `The payloads are of more than ${MAXIMUM_EVENTS.toLocaleString("en-GB")} different events; this one was left out.`;
/** More payloads than this are counted and say nothing more. */
const MAXIMUM_PAYLOADS = 200_000;
const TOO_MANY_PAYLOADS = `The first ${MAXIMUM_PAYLOADS.toLocaleString("en-GB")} payloads were read, and none behind them. Divide what is longer.`;

/** Finds the payloads in whatever they were pasted in. All of a file counts, not only what a person could look through. */
export function findPayloads(text: string): PasteResult {
  return recognise(text, { ...PASTE_LIMITS, length: MAXIMUM_IMPORT_BYTES, candidates: MAXIMUM_PAYLOADS });
}

/** Every event may carry them, so that no catalog lists them. */
const SYSTEM_NAMES = new Set(SYSTEM_PARAMETERS.map(({ name }) => name));

/**
 * Infers a catalog from the payloads that `findPayloads` found in the text: types, what is required, and examples. All of it is marked as
 * guessed. null where there is no event.
 */
export function readPayloads(
  pasted: PasteResult,
  text: string,
  known: Catalog | null,
  report: Report,
  name: string,
): Catalog | null {
  if (!pasted.ok) return null;
  const isCut = pasted.candidates.length === MAXIMUM_PAYLOADS;
  const isToldByLine = reportUnreadLines(text, pasted.candidates, isCut, report);
  for (const note of pasted.notes) {
    if (!isToldByLine || !note.startsWith(NOT_EVERYTHING)) report.say("info", { line: 1, column: 1 }, note);
  }
  if (isCut) report.say("warning", { line: 1, column: 1 }, TOO_MANY_PAYLOADS);
  const seen = new Map<string, SeenEvent>();
  const keys = keysByNumber(known);
  for (const candidate of pasted.candidates) addPayload(candidate, keys, seen, report);
  if (seen.size === 0) return null;
  return { format: CATALOG_FORMAT, name, events: [...seen.values()].map((event) => eventOf(event, report)) };
}

function addPayload(
  candidate: PasteCandidate,
  keys: ReadonlyMap<number, string>,
  seen: Map<string, SeenEvent>,
  report: Report,
): void {
  const parsed = parseJson(candidate.text);
  const place = candidate.position;
  if (!parsed.ok || parsed.root.kind !== "object" || candidate.event === null || candidate.event === "") {
    report.say("error", place, "This payload does not say which event it is of; it was left out.");
    return;
  }
  const event = seenEvent(candidate, candidate.event, keys, seen);
  if (event === null) {
    report.say("error", place, TOO_MANY_EVENTS);
    return;
  }
  event.apis.add(candidate.api);
  event.count += 1;
  const context = contextOf(parsed.root);
  if (context === null) {
    if (lastMember(parsed.root, "context") !== undefined) {
      report.say("warning", place, "The context of this payload is no object; it was passed over.", {
        event: event.key,
      });
    }
    return;
  }
  for (const [parameter, value] of lastValues(context)) {
    if (parameter === "" || SYSTEM_NAMES.has(parameter)) continue;
    const sightings = event.parameters.get(parameter) ?? NOTHING_SEEN;
    event.parameters.set(parameter, addSighting(sightings, value, place));
  }
}

function lastValues(object: JsonObject): ReadonlyMap<string, JsonNode> {
  return new Map(object.members.map(({ key, value }) => [key.value, value]));
}

/** An object, or one that was encoded once more, as the vendor's first web SDK did. */
function contextOf(body: JsonObject): JsonObject | null {
  const context = lastMember(body, "context")?.value;
  if (context?.kind === "object") return context;
  const inner = context?.kind === "string" ? parseJson(context.value) : null;
  return inner?.ok === true && inner.root.kind === "object" ? inner.root : null;
}

function keysByNumber(known: Catalog | null): ReadonlyMap<number, string> {
  const keys = new Map<number, string>();
  for (const { id, key } of known?.events ?? []) if (id !== undefined && !keys.has(id)) keys.set(id, key);
  return keys;
}

/** Realtime names events by number. The catalog at hand may know its key. */
function seenEvent(
  { api }: PasteCandidate,
  name: string,
  keys: ReadonlyMap<number, string>,
  seen: Map<string, SeenEvent>,
): SeenEvent | null {
  const isNumber = api === "realtime" && /^\d{1,15}$/.test(name);
  const id = isNumber ? Number(name) : null;
  const knownKey = id === null ? undefined : keys.get(id);
  const key = knownKey ?? (isNumber ? `event_${name}` : name);
  const before = seen.get(key);
  if (before !== undefined) return before;
  if (seen.size >= MAXIMUM_EVENTS) return null;
  const isKeyGuessed = isNumber && knownKey === undefined;
  const event: SeenEvent = { key, id, isKeyGuessed, apis: new Set(), count: 0, parameters: new Map() };
  seen.set(key, event);
  return event;
}

function eventOf(event: SeenEvent, report: Report): CatalogEvent {
  const { key, id, count } = event;
  if (event.isKeyGuessed) {
    const reason = `The payloads have the number ${id} only.`;
    report.guess({ event: key, parameter: null, field: "key", reason });
  }
  const apis = [...event.apis].sort();
  report.guess({
    event: key,
    parameter: null,
    field: "apis",
    reason: `The payloads are of ${apis.join(" and ")}.`,
  });
  const parameters = [...event.parameters].map(([name, sightings]) =>
    inferParameter({ event: key, name, sightings, payloads: count }, report),
  );
  return { key, ...(id === null ? {} : { id }), apis, parameters };
}
