import { z } from "zod";
import { judgeAnswer } from "../answers/judge.ts";
import type { Exchange, Header, ResponseRecord, Timings } from "../domain/exchange.ts";
import { recogniseApi } from "../paste/recognise-api.ts";
import { toBytes } from "../redaction/bytes.ts";

// Foreign HAR logs are written loosely, so that only what is used is asked for, and of nothing more than its type.
const header = z.object({ name: z.string().max(1000), value: z.string().max(100_000) });
const time = z.number().optional().catch(undefined);

export const harEntrySchema = z.object({
  startedDateTime: z.string().max(100),
  time,
  request: z.object({
    method: z.string().max(50),
    url: z.string().max(20_000),
    headers: z.array(header).max(1000).catch([]),
    postData: z.object({ mimeType: z.string().optional(), text: z.string().optional() }).optional(),
  }),
  response: z.object({
    status: z.number().int(),
    statusText: z.string().max(1000).catch(""),
    httpVersion: z.string().max(50).catch(""),
    headers: z.array(header).max(1000).catch([]),
    content: z.object({ text: z.string().optional(), encoding: z.string().optional() }).catch({}),
  }),
  timings: z.object({ dns: time, connect: time, ssl: time, send: time, wait: time, receive: time }).catch({}),
  serverIPAddress: z.string().max(200).optional().catch(undefined),
  connection: z.string().max(50).optional().catch(undefined),
  /** The record that this console writes beside what HAR has fields for. */
  _optievent: z.record(z.string(), z.unknown()).optional(),
});
export type HarEntry = z.infer<typeof harEntrySchema>;

/** What the reading of an entry leaves to the caller: it needs a catalog or an id of its own. */
export type HarExchange = Omit<Exchange, "id" | "event" | "identity" | "imported">;

/** An entry of somebody else's HAR log as an exchange. Null where it is no POST, which every event is. */
export function exchangeOfHarEntry(entry: HarEntry): HarExchange | null {
  const { request } = entry;
  const sentAt = Date.parse(entry.startedDateTime);
  if (request.method.toUpperCase() !== "POST" || Number.isNaN(sentAt)) return null;
  const text = request.postData?.text ?? "";
  const api = recogniseApi(text);
  const response = responseOf(entry);
  const judged = response === null ? NO_ANSWER : judge(api, response);
  return {
    sentAt: new Date(sentAt).toISOString(),
    ...judged,
    api,
    tenant: null,
    catalog: null,
    request: {
      method: "POST",
      url: request.url,
      headers: request.headers.map(toHeader),
      text,
      byteLength: toBytes(text).byteLength,
    },
    response,
    failure: null,
    timings: timingsOf(entry),
    remoteAddress: addressOf(entry),
    reusedConnection: false,
    tls: null,
    findings: [],
    negative: false,
    draftId: null,
    appVersion: "",
    connection: null,
    expected: null,
    presetId: null,
    run: null,
    draftText: null,
    clockOffsetMs: null,
  };
}

const NO_ANSWER = {
  outcome: "failed",
  message: "The HAR log has no answer to this request.",
  reference: null,
  remarks: [] as string[],
} as const;

function judge(api: Exchange["api"], { status, headers, body, bodyEncoding }: ResponseRecord) {
  const judged = judgeAnswer({ api, status, headers, body: bodyEncoding === "utf8" ? body : "" });
  const { outcome, message, reference, remarks } = judged;
  return { outcome, message, reference, remarks };
}

/** Browsers write status 0 where there was no answer. */
function responseOf({ response }: HarEntry): ResponseRecord | null {
  const { status, statusText, httpVersion, headers, content } = response;
  if (status < 100) return null;
  const isBase64 = content.encoding === "base64" && isDecodable(content.text ?? "");
  return {
    status,
    statusText,
    httpVersion: /\d(?:\.\d)?$/.exec(httpVersion)?.[0] ?? "1.1",
    headers: headers.map(toHeader),
    ...(isBase64
      ? textOrBytes(content.text ?? "")
      : { body: content.text ?? "", bodyEncoding: "utf8" as const }),
    byteLength: isBase64 ? atob(content.text ?? "").length : toBytes(content.text ?? "").byteLength,
    truncated: false,
    capBytes: null,
    sha256: null,
  };
}

function isDecodable(base64: string): boolean {
  try {
    atob(base64);
    return true;
  } catch {
    return false;
  }
}

/** Some recorders write every body in base64; what is text is kept as text, as with answers of our own. */
function textOrBytes(base64: string): Pick<ResponseRecord, "body" | "bodyEncoding"> {
  try {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    return {
      body: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes),
      bodyEncoding: "utf8",
    };
  } catch {
    return { body: base64, bodyEncoding: "base64" };
  }
}

function timingsOf({ timings, time }: HarEntry): Timings {
  const known = (value: number | undefined) => (value === undefined || value < 0 ? null : value);
  const { dns, connect, ssl, send, wait, receive } = timings;
  const tls = known(ssl);
  const connecting = known(connect);
  return {
    dns: known(dns),
    // In HAR, TLS is a part of connecting.
    connect: connecting === null ? null : Math.max(0, connecting - (tls ?? 0)),
    tls,
    send: known(send),
    wait: known(wait),
    receive: known(receive),
    total: Math.max(0, time ?? 0),
  };
}

function addressOf({ serverIPAddress, connection }: HarEntry): string | null {
  if (serverIPAddress === undefined || serverIPAddress === "") return null;
  const host = serverIPAddress.includes(":") ? `[${serverIPAddress}]` : serverIPAddress;
  return /^\d{1,5}$/.test(connection ?? "") ? `${host}:${connection}` : host;
}

function toHeader({ name, value }: z.infer<typeof header>): Header {
  return [name, value];
}
