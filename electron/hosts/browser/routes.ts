import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { readTheme, type WindowFiles } from "../../core/window/window-files.ts";
import { CALL_TOO_LARGE } from "../../../shared/contract/call-limits.ts";
import type { Caller, Dispatch } from "../../../shared/contract/dispatch.ts";
import { KEY_FRAGMENT, KEY_HEADER, WINDOW_HEADER } from "../../../shared/contract/window-header.ts";
import { success } from "../../../shared/result/result.ts";
import { readSession, sessionCookie } from "./cookie.ts";
import type { Downloads } from "./downloads.ts";
import type { EventStreams } from "./event-stream.ts";
import { goOnPage, noSessionPage, usedLinkPage } from "./pages.ts";
import { readBody, type BodyLimits, type BodyRead } from "./request-body.ts";
import { redirectToWindow, respondFailure, respondHtml, respondJson } from "./respond.ts";
import type { Sessions } from "./sessions.ts";

/** The path that a second start asks for a new link; authenticated by the key in the workspace's lock file. */
export const CONTROL_PATH = "/control/start-link";

/** Longer than any name a window gives itself. */
const MAX_WINDOW_NAME = 100;

export type RouteContext = {
  readonly port: number;
  readonly dispatch: Dispatch;
  readonly sessions: Sessions;
  readonly streams: EventStreams;
  readonly downloads: Downloads;
  readonly files: WindowFiles;
  readonly controlKey: string;
  readonly bodyLimits: BodyLimits;
  readonly createStartLink: () => string;
};

/** Answers a request that passed the rules of where it comes from. */
export async function route(
  context: RouteContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const method = request.method ?? "";
  const target = request.url ?? "/";
  const [path = "/"] = target.split("?", 1);
  if (path === "/start" && method === "GET") return exchangeToken(context, request, response);
  if (path === CONTROL_PATH && method === "POST") return answerControl(context, request, response);
  if (!hasSession(context, request)) return refuseStranger(method, path, response);
  if (path.startsWith("/api/") && !hasKey(context, request)) return refuseKeyless(response);
  if (path.startsWith("/api/") && method === "POST") {
    return answerCall(context, path.slice("/api/".length), request, response);
  }
  if (method !== "GET") return refuseMethod(response, path);
  if (path === "/api/events") return context.streams.open(response);
  if (path.startsWith("/download/")) return sendDownload(context, path.slice("/download/".length), response);
  return sendFile(context, path, response);
}

function exchangeToken(context: RouteContext, request: IncomingMessage, response: ServerResponse): void {
  const token = new URL(request.url ?? "", "http://localhost").searchParams.get("token") ?? "";
  const redeemed = context.sessions.redeem(token);
  if (redeemed === null && !hasSession(context, request)) {
    return respondHtml(response, 403, () => usedLinkPage);
  }
  if (redeemed !== null) response.setHeader("Set-Cookie", sessionCookie(context.port, redeemed.session));
  const address = redeemed === null ? "/" : `/#${KEY_FRAGMENT}=${redeemed.key}`;
  const cameFromElsewhere = request.headers["sec-fetch-site"] === "cross-site";
  return cameFromElsewhere
    ? respondHtml(response, 200, () => goOnPage(address))
    : redirectToWindow(response, address);
}

function answerControl(context: RouteContext, request: IncomingMessage, response: ServerResponse): void {
  const given = Buffer.from(request.headers.authorization ?? "");
  const expected = Buffer.from(`Bearer ${context.controlKey}`);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    return respondFailure(response, 401, "request.control-key", "The control key is not this console's.");
  }
  return respondJson(response, 200, success({ url: context.createStartLink() }));
}

async function answerCall(
  context: RouteContext,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // Pages elsewhere can post forms without asking, but no JSON; the session cookie alone is not relied on.
  if (!/^application\/json\s*(;|$)/i.test(request.headers["content-type"] ?? "")) {
    return endWith(response, 415, "request.content-type", "Calls are JSON.");
  }
  const body = await readBody(request, context.bodyLimits);
  if (body.kind !== "read") return refuseBody(body, response);
  const input = parseJson(body.text);
  if (input === undefined)
    return respondFailure(response, 400, "request.not-json", "The call's body is not JSON.");
  const result = await context.dispatch(name, input, callerOf(context, request));
  const isUnknown = !result.ok && result.error.code === "call.unknown";
  return respondJson(response, isUnknown ? 404 : 200, result);
}

/** Windows of one browser share its session and name themselves; those of another session are others, whatever they say. */
function callerOf(context: RouteContext, request: IncomingMessage): Caller {
  const window = String(request.headers[WINDOW_HEADER] ?? "").slice(0, MAX_WINDOW_NAME);
  return {
    windowId: `${context.sessions.nameOf(readSession(context.port, request.headers.cookie))} ${window}`,
  };
}

async function sendDownload(context: RouteContext, id: string, response: ServerResponse): Promise<void> {
  if (await context.downloads.send(id, response)) return;
  respondFailure(
    response,
    404,
    "download.gone",
    "This download was fetched already or has expired. Export again.",
  );
}

async function sendFile(context: RouteContext, path: string, response: ServerResponse): Promise<void> {
  const { files, dispatch } = context;
  if (path === "/" || path === "/index.html") {
    const theme = await readTheme(dispatch);
    return respondHtml(response, 200, (nonce) => files.document(nonce, theme));
  }
  const file = files.file(path);
  if (file === undefined) return respondFailure(response, 404, "request.not-found", "There is no such file.");
  response.writeHead(200, { "Content-Type": file.contentType, "Content-Length": file.bytes.length });
  response.end(file.bytes);
}

function hasSession(context: RouteContext, request: IncomingMessage): boolean {
  return context.sessions.isOpen(readSession(context.port, request.headers.cookie));
}

/** Of the event stream, which browsers open without headers, the key is in the address. */
function hasKey(context: RouteContext, request: IncomingMessage): boolean {
  const inAddress = new URL(request.url ?? "", "http://localhost").searchParams.get(KEY_FRAGMENT);
  const key = request.headers[KEY_HEADER] ?? inAddress ?? "";
  return context.sessions.isKeyOf(readSession(context.port, request.headers.cookie), String(key));
}

function refuseKeyless(response: ServerResponse): void {
  endWith(response, 401, "request.no-key", "Open the console through its start link.");
}

function refuseStranger(method: string, path: string, response: ServerResponse): void {
  if (method === "GET" && path === "/") return respondHtml(response, 401, () => noSessionPage);
  return endWith(response, 401, "request.no-session", "Open the console through its start link.");
}

function refuseMethod(response: ServerResponse, path: string): void {
  response.setHeader("Allow", path.startsWith("/api/") && path !== "/api/events" ? "POST" : "GET");
  endWith(response, 405, "request.method", "This address does not take this method.");
}

function refuseBody(body: Exclude<BodyRead, { kind: "read" }>, response: ServerResponse): void {
  switch (body.kind) {
    case "too-large":
      return endWith(response, 413, "request.too-large", CALL_TOO_LARGE);
    case "too-slow":
      return endWith(response, 408, "request.too-slow", "The call's body took too long to arrive.");
    case "not-utf8":
      return respondFailure(response, 400, "request.not-utf8", "The call's body is not UTF-8 text.");
    case "aborted":
      response.destroy();
  }
}

/** Refuses without reading what is still to come of the request. */
function endWith(response: ServerResponse, status: number, code: string, message: string): void {
  response.setHeader("Connection", "close");
  respondFailure(response, status, code, message);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
