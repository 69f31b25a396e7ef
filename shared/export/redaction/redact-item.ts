import type { Exchange } from "../../domain/exchange.ts";
import type { RedactionProfile } from "../../domain/history-export.ts";
import type { Redact } from "../../redaction/redact.ts";
import type { ExportItem } from "../types.ts";
import { withoutCredentialPlaces } from "./credentials.ts";
import { findEmails } from "./emails.ts";
import { identitiesOf, replaceInMembers } from "./identities.ts";
import { mapItemTexts, type ChangeText, type TextPlace } from "./map-texts.ts";
import { maskContext, maskNumber, maskText } from "./mask.ts";
import { base64Readings, hexReadings, readingsOf, utf8AsLatin1 } from "./readings.ts";
import { isFoundAnywhere, replaceValues, replaceWords, type Heard, type Target } from "./replace-values.ts";

export type RedactionRules = {
  readonly profile: RedactionProfile;
  /** Takes out the secrets that are known today. */
  readonly redactSecrets: Redact;
  readonly pseudonym: (value: string) => string;
  /** Whether somebody else's exchange in the same export has this identity. */
  readonly isIdentity: (word: string) => boolean;
};

/** What was replaced in an exchange. */
export type RedactionHeard = {
  readonly secret: () => void;
  readonly target: Heard;
  readonly withheld: () => void;
};

/** The exchange as it may leave, with what stands beside it. */
export function redactItem(item: ExportItem, rules: RedactionRules, heard: RedactionHeard): ExportItem {
  const secretless = withoutSecrets(item, rules.redactSecrets, heard.secret);
  return rules.profile === "none" ? secretless : withoutPersons(secretless, rules, heard);
}

/** First where credentials stand, then those that are known, wherever they are. */
function withoutSecrets(item: ExportItem, redact: Redact, heard: () => void): ExportItem {
  const change = (text: string): string => {
    const redacted = redact(text);
    if (redacted !== text) heard();
    return redacted;
  };
  const cleaned = mapItemTexts(withoutCredentialPlaces(item, heard), change);
  return { ...cleaned, exchange: withHashOfUnchanged(cleaned.exchange, item.exchange) };
}

function withoutPersons(item: ExportItem, rules: RedactionRules, heard: RedactionHeard): ExportItem {
  const legible = { ...item, exchange: withoutUnsearchable(item.exchange, heard.withheld) };
  const isMasked = rules.profile === "masked";
  const masked = isMasked ? maskBodies(legible.exchange) : { exchange: legible.exchange, values: [] };
  const targets = [...personTargets(legible, rules), ...contextTargets(masked.values)];
  const isBinary = legible.exchange.response?.bodyEncoding === "base64";
  const asBytes = isBinary ? targets.map(inBytes) : targets;
  for (const value of masked.values) heard.target({ kind: "context", value, replacement: maskText(value) });
  const redacted = mapItemTexts({ ...legible, exchange: masked.exchange }, (text, place, isBytes) =>
    replaceAll(text, isBytes ? asBytes : targets, place, heard.target),
  );
  return { ...redacted, exchange: withHashOfUnchanged(withoutOffsets(redacted.exchange), item.exchange) };
}

function replaceAll(text: string, targets: readonly Target[], place: TextPlace, heard: Heard): string {
  const persons = targets.filter(({ kind }) => kind !== "context");
  const whole = persons.find(({ value }) => value === text);
  if (whole !== undefined) {
    heard(whole);
    return whole.replacement;
  }
  // A parameter's value can be an ordinary word: outside of its own place it is looked for where the server or we quote it.
  const isQuoting = place === "answer" || place === "words";
  const replaced = replaceValues(text, isQuoting ? targets : persons, heard);
  if (place === "words") return replaceWords(replaced, targets, heard);
  // In an answer a single character stands for anything.
  const words = place === "answer" ? replaceWords(replaced, targets, heard, 2) : replaced;
  return replaceInMembers(words, (value) => {
    const target = persons.find((person) => person.value === value && !isFoundAnywhere(value));
    if (target !== undefined) heard(target);
    return target?.replacement ?? null;
  });
}

/** Everybody who is named in the exchange: whose event it is, every address, and whose other events are in the export. */
function personTargets(item: ExportItem, { pseudonym, isIdentity }: RedactionRules): Target[] {
  const kinds = new Map<string, Target["kind"]>();
  for (const value of identitiesOf(item.exchange)) kinds.set(value, "identity");
  const look: ChangeText = (text, _place, isBytes) => {
    const readings = readingsOf(isBytes ? asText(text) : text);
    for (const reading of [...readings, ...base64Readings(text), ...hexReadings(text)]) {
      for (const email of findEmails(reading)) if (!kinds.has(email)) kinds.set(email, "email");
      for (const [word] of reading.matchAll(WORD))
        if (!kinds.has(word) && isIdentity(word)) kinds.set(word, "identity");
    }
    return text;
  };
  mapItemTexts(item, look);
  return [...kinds].map(([value, kind]) => ({ kind, value, replacement: pseudonym(value) }));
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}._@+-]{2,200}/gu;

function contextTargets(values: readonly string[]): Target[] {
  const telling = [...new Set(values)].filter((value) => !/^(?:true|false|)$/.test(value));
  return telling.map((value) => ({
    kind: "context",
    value,
    replacement: /^-?\d[\d.eE+-]*$/.test(value) ? maskNumber(value) : maskText(value),
  }));
}

function maskBodies(exchange: Exchange): { readonly exchange: Exchange; readonly values: readonly string[] } {
  const request = maskContext(exchange.request.text);
  const draft = exchange.draftText === null ? null : maskContext(exchange.draftText);
  const { response } = exchange;
  const isJson = response !== null && response.bodyEncoding === "utf8" && response.body.includes("context");
  return {
    exchange: {
      ...exchange,
      request: { ...exchange.request, text: request.text },
      draftText: draft?.text ?? null,
      response: isJson ? { ...response, body: maskAnswer(response.body) } : response,
    },
    values: [...request.values, ...(draft?.values ?? [])],
  };
}

/** An answer that is no JSON quotes at most, and what it quotes is found by value. */
function maskAnswer(body: string): string {
  const masked = maskContext(body);
  return masked.values.length === 0 ? body : masked.text;
}

/** A compressed body cannot be searched, and what cannot be searched does not leave. */
function withoutUnsearchable(exchange: Exchange, heard: () => void): Exchange {
  const { response } = exchange;
  if (response === null || response.bodyEncoding !== "base64" || response.body === "") return exchange;
  const encoding =
    response.headers.find(([name]) => name.toLowerCase() === "content-encoding")?.[1] ?? "identity";
  if (encoding.trim().toLowerCase() === "identity" && !atob(response.body).includes("\0")) return exchange;
  heard();
  return {
    ...exchange,
    response: { ...response, body: "", bodyEncoding: "utf8" },
    remarks: [...exchange.remarks, WITHHELD],
  };
}

const WITHHELD =
  "The answer's body is left out of this export: it is encoded in a way in which personal data cannot be found and replaced.";

/** Places in a text that is not the same any more, and fixes of it, fit no longer. */
function withoutOffsets(exchange: Exchange): Exchange {
  const findings = exchange.findings.map(({ position: _position, fix: _fix, ...finding }) => finding);
  return { ...exchange, findings };
}

/** The hash of a body that was changed would allow guesses at what it was to be checked. */
function withHashOfUnchanged(changed: Exchange, original: Exchange): Exchange {
  const { response } = changed;
  if (response === null || response.body === original.response?.body) return changed;
  return { ...changed, response: { ...response, sha256: null } };
}

function inBytes({ kind, value, replacement }: Target): Target {
  return { kind, value: utf8AsLatin1(value), replacement };
}

function asText(bytes: string): string {
  return new TextDecoder("utf-8").decode(Uint8Array.from(bytes, (character) => character.charCodeAt(0)));
}
