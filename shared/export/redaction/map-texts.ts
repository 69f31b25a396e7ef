import type { Exchange } from "../../domain/exchange.ts";
import type { ExportItem } from "../types.ts";
import { utf8AsLatin1 } from "./readings.ts";

/** Where in an exchange a text stands. */
export type TextPlace = "request" | "answer" | "words" | "other";

/** Answers the text as it may leave. `isBytes`: each character is a byte of a body that is no text. */
export type ChangeText = (text: string, place: TextPlace, isBytes: boolean) => string;

/** Fields whose values are the console's own: fixed words, ids and times. The ids of tenants and catalogs are made of their names. */
const OWN = new Set([
  "sentAt",
  "outcome",
  "api",
  "kind",
  "bodyEncoding",
  "phase",
  "severity",
  "method",
  "sha256",
  "importedAt",
  "presetId",
  "draftId",
  "proxy",
]);

const PLACES: Readonly<Record<string, TextPlace>> = {
  text: "request",
  draftText: "request",
  response: "answer",
  message: "words",
  nextStep: "words",
  remarks: "words",
  note: "words",
  tags: "words",
};

/**
 * Changes every text of an exchange but those that the console itself chose. Whatever is added to exchanges is changed too, unless
 * it is listed here, so that a new field cannot be forgotten.
 */
function mapTexts(exchange: Exchange, change: ChangeText): Exchange {
  const { id } = exchange;
  return { ...(mapValue(exchange, "other", change) as Exchange), id };
}

/** The same for what stands beside the exchange. */
export function mapItemTexts({ exchange, note, tags }: ExportItem, change: ChangeText): ExportItem {
  return {
    exchange: mapTexts(exchange, change),
    note: note === null ? null : change(note, "words", false),
    tags: tags.map((tag) => change(tag, "words", false)),
  };
}

function mapValue(value: unknown, place: TextPlace, change: ChangeText): unknown {
  if (typeof value === "string") return change(value, place, false);
  if (Array.isArray(value)) return value.map((item) => mapValue(item, place, change));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, member]): [string, unknown] => {
    if (OWN.has(key)) return [key, member];
    const memberPlace = PLACES[key] ?? place;
    const isBytes = key === "body" && "bodyEncoding" in value && value.bodyEncoding === "base64";
    if (isBytes && typeof member === "string") return [key, mapBytes(member, memberPlace, change)];
    return [key, mapValue(member, memberPlace, change)];
  });
  return Object.fromEntries(entries);
}

/** As one character for each byte, every byte can be looked at, and those that stay come back as they were. */
function mapBytes(body: string, place: TextPlace, change: ChangeText): string {
  const bytes = atob(body);
  const changed = change(bytes, place, true);
  if (changed === bytes) return body;
  return btoa(/[^\0-\u00ff]/.test(changed) ? utf8AsLatin1(changed) : changed);
}
