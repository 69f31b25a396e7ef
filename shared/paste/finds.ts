import type { Position } from "../domain/finding.ts";
import type { Api } from "../domain/tenant.ts";
import { createLocator } from "../json/position.ts";
import type { JsonObject, JsonProblem } from "../json/types.ts";
import { withoutCredentials } from "./credentials.ts";
import { eventNameOf } from "./event-shape.ts";
import type { Layer } from "./layer.ts";
import { isSdkEvent, withoutSdkMembers } from "./sdk-event.ts";
import type { PasteCandidate, PasteForm } from "./types.ts";

/** What is known of a body before it is read: what it stands in, where it was sent, what was done to get at it. */
export type Origin = {
  readonly form: PasteForm;
  /** `in a cURL command`; empty for the pasted text itself. */
  readonly where: string;
  readonly url: string | null;
  readonly notes: readonly string[];
  /** Said of the body before its name: `form-urlencoded`. */
  readonly encoding?: string;
};

export type Refusal = { readonly reason: string; readonly position: Position };

/** Collects the events of one pasted text, and the first reason why something in it could not be read. */
export type Finds = {
  readonly candidates: readonly PasteCandidate[];
  readonly notes: readonly string[];
  readonly refusal: Refusal | null;
  /** Events found, with those beyond the limit. */
  count(): number;
  add(layer: Layer, object: JsonObject, api: Api, origin: Origin): void;
  note(note: string): void;
  /** Counts a recorded request that holds no event. */
  passOver(): void;
  passedOver(): number;
  refuse(reason: string, start: number, end: number): void;
  refuseJson(layer: Layer, problem: JsonProblem, what: string): void;
  /** Whether that many more characters may be read again. Keeps the time for any text proportional to its length. */
  spend(characters: number): boolean;
};

/** Every character may be read this often on top of the first time. */
const READINGS = 2;
const FREE_CHARACTERS = 100_000;

/** `most`: so many events are listed; more are counted. */
export function createFinds(text: string, most: number): Finds {
  const locate = createLocator(text);
  const candidates: PasteCandidate[] = [];
  const notes = new Set<string>();
  let count = 0;
  let passed = 0;
  let left = text.length * READINGS + FREE_CHARACTERS;
  let refusal: Refusal | null = null;
  const refuse = (reason: string, start: number, end: number): void => {
    refusal ??= { reason, position: locate(start, end - start) };
  };
  return {
    candidates,
    count: () => count,
    get notes() {
      return [...notes];
    },
    get refusal() {
      return refusal;
    },
    add(layer, object, api, origin) {
      count += 1;
      if (candidates.length >= most) return;
      const start = layer.toBase(object.start);
      // Behind the last character may come a quote or an escape that belongs to no body.
      const position = locate(start, layer.toBase(object.end - 1) + 1 - start);
      candidates.push({ ...candidateOf(layer, object, api, origin), position });
    },
    note: (note) => void notes.add(note),
    passOver: () => void (passed += 1),
    passedOver: () => passed,
    refuse,
    refuseJson(layer, { message, offset, length }, what) {
      refuse(`${what}: ${message}`, layer.toBase(offset), layer.toBase(offset + length));
    },
    spend(characters) {
      if (left < characters) return false;
      left -= characters;
      return true;
    },
  };
}

function candidateOf(
  layer: Layer,
  object: JsonObject,
  api: Api,
  origin: Origin,
): Omit<PasteCandidate, "position"> {
  const written = layer.text.slice(object.start, object.end);
  const cleaned = withoutCredentials(written, object, object.start);
  const notes = [...origin.notes];
  if (cleaned.replaced.length > 0) {
    notes.push(
      `A credential stood in ${cleaned.replaced.join(" and ")}. It was replaced by a reference; the token itself is entered with the tenant.`,
    );
  }
  const isSdk = api === "optievent" && isSdkEvent(object);
  const left = isSdk ? withoutSdkMembers(cleaned.text, object) : { text: cleaned.text, notes: [] };
  const name = eventNameOf(object, api);
  const body = isSdk ? "SDK stream event" : `${api === "realtime" ? "Realtime" : "OptiEvent"} body`;
  return {
    api,
    text: left.text,
    form: isSdk && (origin.form === "body" || origin.form === "list") ? "sdk" : origin.form,
    kind: [origin.encoding ?? "", body, origin.where].filter((part) => part !== "").join(" "),
    notes: [...notes, ...left.notes],
    ...(origin.url === null ? {} : { url: cleaned.clean(origin.url) }),
    event: name === null ? null : cleaned.clean(name),
  };
}
