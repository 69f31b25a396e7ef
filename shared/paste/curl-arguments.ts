import { createLayerBuilder, sliceLayer, type Layer } from "./layer.ts";
import type { Word } from "./shell-words.ts";

/** What a cURL command says of its request. Offsets are those of the pasted text. */
export type CurlCommand = {
  readonly start: number;
  readonly end: number;
  readonly url: string | null;
  readonly method: string | null;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The parts of the body, and what curl puts between them. */
  readonly data: readonly Layer[];
  readonly separator: string;
  /** Sent with `--json`, which sets the content type. */
  readonly isJson: boolean;
  /** Options that may hold a credential, by name. */
  readonly dropped: readonly string[];
  readonly problem: { readonly reason: string; readonly start: number; readonly end: number } | null;
};

/** Options that take a value, under one name each. Of the others only those are listed that hold something of interest. */
const SHORT: Readonly<Record<string, string>> = {
  H: "header",
  d: "data",
  X: "request",
  u: "user",
  b: "cookie",
  F: "form",
};
const SHORT_WITH_VALUE = new Set("HdXubFAeowmxTKEcCDrtUyYzQP");
const LONG_WITH_VALUE = new Set(
  (
    "header data data-raw data-binary data-ascii data-urlencode json request user cookie form url user-agent referer output " +
    "write-out max-time connect-timeout proxy proxy-user cacert capath cert key pass resolve connect-to retry retry-delay " +
    "retry-max-time cookie-jar limit-rate interface ciphers config upload-file range dump-header oauth2-bearer form-string " +
    "tls-max max-redirs noproxy unix-socket aws-sigv4 trace trace-ascii stderr"
  ).split(" "),
);
const CREDENTIAL_OPTIONS = new Set(["user", "cookie", "proxy-user", "oauth2-bearer", "cert", "key", "pass"]);

type Draft = {
  urls: string[];
  positional: string[];
  method: string | null;
  headers: [string, string][];
  data: Layer[];
  isJson: boolean;
  dropped: Set<string>;
  problem: CurlCommand["problem"];
};

/** Reads the words of a command of which the first is `curl`. */
export function readCurlArguments(words: readonly Word[]): CurlCommand {
  const draft: Draft = {
    urls: [],
    positional: [],
    method: null,
    headers: [],
    data: [],
    isJson: false,
    dropped: new Set(),
    problem: null,
  };
  let index = 1;
  while (index < words.length) index += readOption(draft, words, index);
  const positional = draft.positional.find((word) => word.includes("://")) ?? draft.positional[0];
  return {
    ...draft,
    start: words[0]?.start ?? 0,
    end: words.at(-1)?.end ?? 0,
    url: draft.urls[0] ?? positional ?? null,
    separator: draft.isJson ? "" : "&",
    dropped: [...draft.dropped],
  };
}

/** Reads the option or word at an index and answers how many words it took. */
function readOption(draft: Draft, words: readonly Word[], index: number): number {
  const word = words[index];
  if (word === undefined) return 1;
  const { text } = word.layer;
  if (text.startsWith("--") && text.length > 2) {
    const [, name = "", attached] = /^--([^=]*)(=)?/.exec(text) ?? [];
    if (!LONG_WITH_VALUE.has(name)) return 1;
    const start = attached === undefined ? null : name.length + 3;
    return takeValue(draft, name, words, index, start);
  }
  if (!text.startsWith("-") || text === "-") {
    draft.positional.push(text.slice(0, 2000));
    return 1;
  }
  for (let at = 1; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (!SHORT_WITH_VALUE.has(letter)) continue;
    return takeValue(draft, SHORT[letter] ?? letter, words, index, at + 1 < text.length ? at + 1 : null);
  }
  return 1;
}

/** The value stands in the same word from `start` on, or is the next word where that is null. */
function takeValue(
  draft: Draft,
  name: string,
  words: readonly Word[],
  index: number,
  start: number | null,
): number {
  const word = words[start === null ? index + 1 : index];
  if (word === undefined) return 1;
  const layer = start === null ? word.layer : sliceLayer(word.layer, start, word.layer.text.length);
  setOption(draft, name, layer, word);
  return start === null ? 2 : 1;
}

function setOption(draft: Draft, name: string, value: Layer, word: Word): void {
  if (CREDENTIAL_OPTIONS.has(name)) draft.dropped.add(`--${name}`);
  else if (name === "url") draft.urls.push(value.text);
  else if (name === "request") draft.method = value.text;
  else if (name === "header") draft.headers.push(splitHeader(value.text));
  else if (name === "form" || name === "form-string") {
    draft.problem ??= {
      ...placeOf(word),
      reason: "This command sends a multipart form. Both APIs take JSON.",
    };
  } else if (name === "data-urlencode") draft.data.push(encoded(value));
  else if (name === "data-raw") draft.data.push(value);
  else if (name === "json" || name.startsWith("data")) {
    if (name === "json") draft.isJson = true;
    if (value.text.startsWith("@")) draft.problem ??= { ...placeOf(word), reason: fromFile(value.text) };
    draft.data.push(value);
  }
}

function fromFile(value: string): string {
  const name = value.slice(1, 121);
  if (name === "-")
    return "This command reads its body from standard input, which is not in the pasted text. Paste the body itself.";
  return `This command reads its body from the file ${name}, which is not in the pasted text. Paste the file's content.`;
}

function placeOf({ start, end }: Word): { start: number; end: number } {
  return { start, end };
}

function splitHeader(header: string): [name: string, value: string] {
  const colon = header.search(/[:;]/);
  return colon === -1
    ? ["", ""]
    : [header.slice(0, colon).trim().slice(0, 100), header.slice(colon + 1).trim()];
}

/** `name=text` and `=text` are encoded behind the `=`, plain text as a whole. */
function encoded(value: Layer): Layer {
  const equals = value.text.indexOf("=");
  const name = equals > 0 ? value.text.slice(0, equals + 1) : "";
  const builder = createLayerBuilder(value);
  builder.put(name, 0);
  const content = equals === -1 ? value.text : value.text.slice(equals + 1);
  builder.put(encodeURIComponent(content.toWellFormed()), equals + 1);
  return builder.finish(value.text.length);
}
