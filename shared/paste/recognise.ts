import { hasTooManyValues, parseFoldedJson, parseJson } from "../json/parse.ts";
import { positionOf } from "../json/position.ts";
import { cleanAddress } from "./address.ts";
import { readBody, withoutMark } from "./body.ts";
import { looksLikeCurl, readCurl } from "./curl.ts";
import { IN_LIST, readDocument } from "./document.ts";
import { createFinds, type Finds, type Refusal } from "./finds.ts";
import { looksLikeForm, readForm } from "./form-body.ts";
import { baseLayer, sliceLayer } from "./layer.ts";
import { looksLikePowerShell, readPowerShell } from "./powershell.ts";
import type { Reading, Source } from "./reading.ts";
import { searchText } from "./search-text.ts";
import { PASTE_LIMITS, type PasteLimits, type PasteResult } from "./types.ts";

/**
 * Recognises what was pasted by its content and finds the events in it: a body of either API, a list of what the vendor's
 * SDKs post, a form-urlencoded body, cURL and PowerShell commands, a HAR log, a history export, NDJSON, log lines with JSON
 * in them, JSON in strings. Never throws. Bodies are as they were written, but for credentials, which are replaced, and what
 * their notes say.
 */
export function recognise(text: string, limits: PasteLimits = PASTE_LIMITS): PasteResult {
  if (text.length > limits.length) {
    const reason = `The text has ${text.length} characters. Up to ${limits.length} are read; paste a part of it.`;
    return { ok: false, reason, position: positionOf("", 0, 0) };
  }
  const finds = createFinds(text, limits.candidates);
  const reading = createReading(finds);
  const problem = readPaste(reading, text, limits);
  if (finds.candidates.length > 0) return { ok: true, candidates: finds.candidates, notes: notesOf(finds) };
  if (problem !== null) return { ok: false, ...problem };
  return refusalOf(finds, text);
}

function createReading(finds: Finds): Reading {
  const reading: Reading = {
    finds,
    document: (source, root, isBody) => readDocument(reading, source, root, isBody),
    body: (source) => readBody(reading, source),
    search: (source) => searchText(reading, source),
  };
  return reading;
}

/** Answers why a text that is meant to be one JSON document is none, where that is so. */
function readPaste(reading: Reading, text: string, limits: PasteLimits): Refusal | null {
  const source = withoutMark({
    layer: baseLayer(text),
    origin: { form: "body", where: "", url: null, notes: [] },
    depth: 0,
  });
  const parsed = parseFoldedJson(source.layer.text, limits.values);
  if (parsed.ok) {
    reading.document(source, parsed.root, true);
    return null;
  }
  if (hasTooManyValues(parsed)) {
    const reason = `This document has more than ${limits.values} values. Take a part of it.`;
    return { reason, position: positionOf(text, parsed.problem.offset, 1) };
  }
  if (readCommandOrForm(reading, source)) return null;
  reading.search(source);
  const { layer } = source;
  if (!MEANT_AS_JSON.test(layer.text)) return null;
  const { message, offset, length } = parsed.problem;
  // Several documents one after another are each well; there it is their content that holds no event.
  if (parseJson(layer.text.slice(0, offset)).ok) return null;
  const reason = `This looks like JSON and is none: ${message}`;
  return { reason, position: positionOf(text, layer.toBase(offset), length) };
}

/** Not a line of a log that starts with a time in brackets, nor an object whose quotes are escaped. */
const MEANT_AS_JSON = /^\s*(?:\{(?!\s*\\)|\[\s*[{"[\]]|")/;

/** True when that led to an event. What did not is searched for objects all the same. */
function readCommandOrForm(reading: Reading, source: Source): boolean {
  const { finds } = reading;
  const { layer, origin } = source;
  if (looksLikeCurl(layer.text)) readCurl(reading, source);
  else if (looksLikePowerShell(layer.text)) readPowerShell(reading, source);
  else if (looksLikeForm(layer.text)) readForm(finds, layer, origin);
  else readAddress(reading, source);
  return finds.count() > 0;
}

/** A request that was made with GET has its fields in its address. */
function readAddress({ finds }: Reading, { layer, origin }: Source): void {
  const address = /^\s*(https?:\/\/[^\s?#]+)\?(?=\S+\s*$)/i.exec(layer.text);
  if (address === null) return;
  const query = sliceLayer(layer, address[0].length, layer.text.length);
  const { url, notes } = cleanAddress(address[1] ?? null);
  const known = { ...origin, url, where: "in an address", notes: [...origin.notes, ...notes] };
  if (looksLikeForm(query.text)) readForm(finds, query, known);
}

/** How the note begins that says what kept a part of the text from being read. */
export const NOT_EVERYTHING = "Not everything could be read.";

function notesOf(finds: Finds): readonly string[] {
  const notes = [...finds.notes];
  const { length } = finds.candidates;
  if (finds.candidates.every(({ kind }) => kind.endsWith(IN_LIST))) {
    notes.push("The text is one array. The server-side APIs take one event in each request.");
  }
  if (finds.count() > length) {
    notes.push(`The text holds ${finds.count()} events. The first ${length} are listed.`);
  }
  if (finds.passedOver() > 0) {
    const one = finds.passedOver() === 1;
    notes.push(`${finds.passedOver()} recorded ${one ? "request holds" : "requests hold"} no event.`);
  }
  if (finds.refusal !== null) {
    const { reason, position } = finds.refusal;
    notes.push(`${NOT_EVERYTHING} Line ${position.line}, column ${position.column}: ${reason}`);
  }
  return notes;
}

function refusalOf(finds: Finds, text: string): PasteResult {
  if (finds.refusal !== null) return { ok: false, ...finds.refusal };
  const position = positionOf(text, 0, 0);
  if (text.trim() === "") return { ok: false, reason: "There is nothing in the text.", position };
  if (/^\s*[{["]/.test(text)) {
    const reason =
      "This JSON holds no event: it has none of the fields of OptiEvent (tenant, event, customer, context) or Realtime (tid, cid, eid, context).";
    return { ok: false, reason, position };
  }
  const reason =
    "No event was found. Paste a JSON body, a cURL command, a HAR entry, a form-urlencoded body or a log line that contains one of them.";
  return { ok: false, reason, position };
}
