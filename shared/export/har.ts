import { TRUNCATION_NOTE } from "./words.ts";
import { indentedJson } from "./export-json.ts";
import type { ExportContext, ExportItem } from "./types.ts";
import type { Exchange, Header, ResponseRecord, Timings } from "../domain/exchange.ts";

/**
 * A HAR 1.2 log (http://www.softwareishard.com/blog/har-12-spec/). What HAR has no field for stands in fields that begin with an
 * underscore, as it prescribes; `_optievent` is the record itself without the bodies, so that an import loses nothing.
 */
export async function* exportHar(
  items: AsyncIterable<ExportItem>,
  { app, exportedAt, redaction }: ExportContext,
): AsyncGenerator<string> {
  const creator = { name: app.name, version: app.version };
  const comment = [`Exported ${exportedAt}.`, ...redaction].join(" ");
  yield `{\n  "log": {\n    "version": "1.2",\n    "creator": ${JSON.stringify(creator)},\n    "pages": [],\n    "comment": ${JSON.stringify(comment)},\n    "entries": [`;
  let separator = "\n";
  for await (const item of items) {
    yield `${separator}${indentedJson(harEntry(item), "      ")}`;
    separator = ",\n";
  }
  yield "\n    ]\n  }\n}\n";
}

/** One exchange as an entry of a HAR log. Times are milliseconds; -1 is what does not apply or is not known, as HAR has it. */
export function harEntry({ exchange, note, tags }: ExportItem): Record<string, unknown> {
  const { request, response, timings, remoteAddress } = exchange;
  const address = splitAddress(remoteAddress);
  return {
    startedDateTime: exchange.sentAt,
    time: totalOf(harTimings(timings)),
    request: harRequest(exchange),
    response: response === null ? noResponse(exchange) : harResponse(response),
    cache: {},
    timings: harTimings(timings),
    ...(address === null ? {} : { serverIPAddress: address.ip, connection: address.port }),
    comment: exchange.message,
    _optievent: {
      ...exchange,
      request: { ...request, text: undefined },
      response: response && { ...response, body: undefined },
      ...(note === null ? {} : { note }),
      ...(tags.length === 0 ? {} : { tags }),
    },
  };
}

function harRequest({ request, response }: Exchange) {
  const { method, url, headers, text, byteLength } = request;
  return {
    method,
    url,
    httpVersion: `HTTP/${response?.httpVersion ?? "1.1"}`,
    cookies: [],
    headers: headers.map(harHeader),
    queryString: queryOf(url),
    postData: { mimeType: headerOf(headers, "content-type") ?? "application/json", text },
    headersSize: -1,
    bodySize: byteLength,
  };
}

function harResponse(response: ResponseRecord) {
  const { status, statusText, httpVersion, headers, body, bodyEncoding, byteLength, truncated } = response;
  return {
    status,
    statusText,
    httpVersion: `HTTP/${httpVersion}`,
    cookies: [],
    headers: headers.map(harHeader),
    content: {
      size: byteLength,
      mimeType: headerOf(headers, "content-type") ?? "application/octet-stream",
      text: body,
      ...(bodyEncoding === "base64" ? { encoding: "base64" } : {}),
      ...(truncated ? { comment: TRUNCATION_NOTE } : {}),
    },
    redirectURL: headerOf(headers, "location") ?? "",
    headersSize: -1,
    bodySize: byteLength,
  };
}

/** As browsers write it: status 0 and the reason beside it. */
function noResponse({ failure }: Exchange) {
  return {
    status: 0,
    statusText: "",
    httpVersion: "HTTP/1.1",
    cookies: [],
    headers: [],
    content: { size: 0, mimeType: "x-unknown" },
    redirectURL: "",
    headersSize: -1,
    bodySize: -1,
    ...(failure === null ? {} : { _error: `${failure.code}: ${failure.message}` }),
  };
}

const KNOWN_NOT = -1;

/** In HAR, TLS is a part of `connect`; a tunnel through a proxy is a part of it too. */
function harTimings({ dns, connect, proxy, tls, send, wait, receive, total }: Timings) {
  const connecting = [connect, proxy ?? null, tls].filter((phase) => phase !== null);
  const blocked = KNOWN_NOT;
  const known = { dns: dns ?? KNOWN_NOT, connect: connecting.length === 0 ? KNOWN_NOT : sum(connecting) };
  // These three must be there; what was broken off before them took no time in them.
  const spent = { send: send ?? 0, wait: wait ?? 0, receive: receive ?? 0 };
  return { blocked, ...known, ssl: tls ?? KNOWN_NOT, ...spent, _total: total };
}

/** `time` is the sum of all timings but `ssl`, which is in `connect`, and those that are -1. */
function totalOf({ dns, connect, send, wait, receive }: ReturnType<typeof harTimings>): number {
  return sum([dns, connect, send, wait, receive].filter((time) => time >= 0));
}

/** Without the tail of digits that adding decimals brings about. */
function sum(times: readonly number[]): number {
  return Math.round(times.reduce((all, time) => all + time, 0) * 1e6) / 1e6;
}

function harHeader([name, value]: Header) {
  return { name, value };
}

function headerOf(headers: readonly Header[], name: string): string | undefined {
  return headers.find(([written]) => written.toLowerCase() === name)?.[1];
}

function queryOf(url: string): { name: string; value: string }[] {
  const query = /\?([^#]*)/.exec(url)?.[1] ?? "";
  return query
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair) => {
      const at = pair.indexOf("=");
      return { name: at === -1 ? pair : pair.slice(0, at), value: at === -1 ? "" : pair.slice(at + 1) };
    });
}

function splitAddress(address: string | null): { readonly ip: string; readonly port: string } | null {
  const found = /^\[?(.*?)\]?:(\d+)$/.exec(address ?? "");
  return found === null ? null : { ip: found[1] ?? "", port: found[2] ?? "" };
}
