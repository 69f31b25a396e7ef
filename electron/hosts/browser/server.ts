import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { contentSecurityPolicy, createNonce, securityHeaders } from "../../core/window/content-policy.ts";
import type { EventBus } from "../../core/ports.ts";
import type { WindowFiles } from "../../core/window/window-files.ts";
import type { Dispatch } from "../../../shared/contract/dispatch.ts";
import type { Downloads } from "./downloads.ts";
import { createEventStreams, type EventStreams } from "./event-stream.ts";
import type { BodyLimits } from "./request-body.ts";
import { findRefusal, type RequestFacts } from "./request-rules.ts";
import { respondFailure } from "./respond.ts";
import { route, type RouteContext } from "./routes.ts";
import { createSessions } from "./sessions.ts";

export type BrowserServerOptions = {
  /** 0 for any free port. */
  readonly port: number;
  readonly dispatch: Dispatch;
  readonly events: EventBus;
  readonly downloads: Downloads;
  readonly files: WindowFiles;
  readonly controlKey: string;
  /** Told of a request that failed in a way nobody foresaw. */
  readonly onDefect: (error: unknown) => void;
  readonly bodyLimits?: BodyLimits;
};

export type BrowserServer = {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly port: number;
  /** An address that opens the console once. */
  createStartLink(): string;
  close(): Promise<void>;
};

const HOST = "127.0.0.1";
/** The largest call holds a draft of 16 MiB. */
const DEFAULT_BODY_LIMITS: BodyLimits = { maxBytes: 17 * 1024 * 1024, timeoutMs: 30_000 };
const HEADERS_TIMEOUT_MS = 10_000;
const MAX_CONNECTIONS = 128;

/** Serves the console on loopback. Rejects with the system's error where it cannot listen, e.g. `EADDRINUSE`. */
export async function startBrowserServer(options: BrowserServerOptions): Promise<BrowserServer> {
  const server = createServer({ headersTimeout: HEADERS_TIMEOUT_MS });
  server.maxConnections = MAX_CONNECTIONS;
  const port = await listen(server, options.port);
  const url = `http://${HOST}:${port}`;
  const sessions = createSessions();
  const streams = createEventStreams(options.events);
  const createStartLink = () => `${url}/start?token=${sessions.issueToken()}`;
  const context: RouteContext = {
    ...options,
    port,
    sessions,
    streams,
    createStartLink,
    bodyLimits: options.bodyLimits ?? DEFAULT_BODY_LIMITS,
  };
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    answer(context, request, response).catch((error: unknown) => {
      options.onDefect(error);
      response.destroy();
    });
  });
  return { url, port, createStartLink, close: () => close(server, streams, options.downloads) };
}

async function answer(
  context: RouteContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  // Documents replace this one by theirs; whatever else is opened as a document may do nothing.
  response.setHeader("Content-Security-Policy", contentSecurityPolicy(createNonce(), "'none'"));
  const refusal = findRefusal(factsOf(request), context.port);
  if (refusal === null) return route(context, request, response);
  response.setHeader("Connection", "close");
  respondFailure(response, refusal.status, refusal.code, refusal.message);
}

function factsOf(request: IncomingMessage): RequestFacts {
  const { headers, rawHeaders } = request;
  return {
    method: request.method ?? "",
    target: request.url ?? "",
    hosts: rawHeaders.filter(
      (_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === "host",
    ),
    origin: headers.origin,
    fetchSite: single(headers["sec-fetch-site"]),
    fetchMode: single(headers["sec-fetch-mode"]),
  };
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(",") : value;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, HOST, () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

function close(server: Server, streams: EventStreams, downloads: Downloads): Promise<void> {
  streams.closeAll();
  downloads.closeAll();
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
