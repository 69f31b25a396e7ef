import { request as requestHttp, type Agent, type ClientRequest, type IncomingMessage } from "node:http";
import { request as requestHttps } from "node:https";
import type { Socket } from "node:net";
import type { Header, TlsFacts } from "../../../shared/domain/exchange.ts";
import type { Timeouts } from "../../../shared/domain/tenant.ts";
import { TUNNEL_OBSERVER, type TunnelRequestOptions } from "../network/tunnel-agent.ts";
import { proxyAuthorization, proxyName, type ProxyRoute } from "../network/types.ts";
import { collectAnswerBody, type AnswerBody } from "./answer-body.ts";
import { watchConnection } from "./connection.ts";
import { startDeadlines, type Deadlines } from "./deadlines.ts";
import { explainFailure } from "./failures.ts";
import { OUR_CODES } from "./failure-context.ts";
import { startPhaseClock, type PhaseClock } from "./phase-clock.ts";
import { wireHeaders } from "../../../shared/compose/wire-headers.ts";
import { headerPairs } from "./request-headers.ts";
import type { TransportResponse, TransportResult } from "./types.ts";

export type AttemptOptions = {
  readonly url: URL;
  readonly headers: readonly Header[];
  readonly body: Uint8Array;
  readonly timeouts: Timeouts;
  readonly agent: Agent;
  readonly proxy: ProxyRoute | null;
  readonly maxAnswerBytes: number;
  readonly signal?: AbortSignal;
};

/** One request from its first moment to its result. Written to by the events of its socket and its answer. */
type Attempt = {
  readonly options: AttemptOptions;
  readonly requestHeaders: readonly Header[];
  readonly clock: PhaseClock;
  readonly body: AnswerBody;
  readonly deadlines: Deadlines;
  /** Gives up a tunnel that is being opened; null where there is none. */
  readonly tunnelling: AbortController | null;
  request: ClientRequest | null;
  response: IncomingMessage | null;
  remoteAddress: string | null;
  reusedConnection: boolean;
  tls: TlsFacts | null;
  /** Ends the attempt; every call but the first does nothing. Null is a whole answer. */
  settle: (problem: Problem | null) => void;
};

type Problem = { readonly code: string; readonly detail: string };

/** Sends the request once and resolves with what came of it; never rejects. */
export function startAttempt(options: AttemptOptions): Promise<TransportResult> {
  return new Promise((resolve) => {
    const attempt: Attempt = {
      options,
      requestHeaders: wireHeaders(options.url.host, options.headers, options.body.length),
      clock: startPhaseClock(),
      body: collectAnswerBody(options.maxAnswerBytes),
      deadlines: startDeadlines(options.timeouts, (code) => attempt.settle({ code, detail: "" })),
      tunnelling: isTunnelled(options) ? new AbortController() : null,
      request: null,
      response: null,
      remoteAddress: null,
      reusedConnection: false,
      tls: null,
      settle: () => undefined,
    };
    const cancel = () => attempt.settle({ code: OUR_CODES.cancelled, detail: "" });
    attempt.settle = (problem) => {
      attempt.settle = () => undefined;
      // An error can overtake body bytes that Node has parsed and not yet handed over; reading hands them over.
      if (problem !== null) attempt.response?.read();
      attempt.deadlines.clear();
      options.signal?.removeEventListener("abort", cancel);
      resolve(describeResult(attempt, problem));
      if (problem !== null) attempt.tunnelling?.abort();
      if (problem !== null || attempt.body.isTruncated()) attempt.request?.destroy();
    };
    if (options.signal?.aborted === true) return cancel();
    options.signal?.addEventListener("abort", cancel, { once: true });
    begin(attempt);
  });
}

function begin(attempt: Attempt): void {
  try {
    attempt.request = openRequest(attempt);
  } catch (error) {
    // Node throws at once for what it cannot put on the wire, such as a line break in a header.
    return attempt.settle(describeError(error));
  }
  attempt.request.on("error", (error) => attempt.settle(describeError(error)));
  attempt.request.on("socket", (socket) => watchSocket(attempt, socket));
  attempt.request.on("finish", () => {
    if (attempt.clock.phase() === "send") attempt.clock.enter("wait");
    attempt.deadlines.activity();
  });
  attempt.request.on("response", (response) => watchResponse(attempt, response));
  // Every way to end is handled above; this one keeps a request that closes without a word from never ending.
  attempt.request.on("close", () =>
    attempt.settle({ code: "ECONNRESET", detail: "the connection was closed" }),
  );
  attempt.request.end(attempt.options.body);
}

/** TLS goes through a proxy in a tunnel. */
function isTunnelled({ url, proxy }: AttemptOptions): boolean {
  return proxy !== null && url.protocol === "https:";
}

function openRequest({ options, requestHeaders, clock, tunnelling }: Attempt): ClientRequest {
  const { url, agent, proxy } = options;
  // As a flat list Node sends the headers exactly as given; as an object it would merge and reorder them.
  const common = { method: "POST", agent, headers: requestHeaders.flat() };
  if (proxy === null) return url.protocol === "https:" ? requestHttps(url, common) : requestHttp(url, common);
  if (tunnelling !== null) {
    const tunnel: TunnelRequestOptions = { [TUNNEL_OBSERVER]: { clock, signal: tunnelling.signal } };
    return requestHttps(url, { ...common, ...tunnel });
  }
  // Without TLS a proxy takes the request itself, with the whole address in its first line.
  const authorization = proxyAuthorization(proxy);
  const headers = [
    ...common.headers,
    ...(authorization === null ? [] : ["Proxy-Authorization", authorization]),
  ];
  const open = proxy.url.protocol === "https:" ? requestHttps : requestHttp;
  return open(proxy.url, { ...common, headers, path: url.href });
}

function watchSocket(attempt: Attempt, socket: Socket): void {
  const { clock, deadlines } = attempt;
  const { proxy, url } = attempt.options;
  attempt.reusedConnection = attempt.request?.reusedSocket === true;
  const connection = {
    isReused: attempt.reusedConnection,
    isTunnelled: isTunnelled(attempt.options),
    hostname: bareHostname(proxy === null ? url : proxy.url),
  };
  watchConnection(socket, clock, connection, {
    onTls: (facts) => {
      attempt.tls = facts;
    },
    onReady: () => {
      attempt.remoteAddress = describeRemote(socket);
      deadlines.connected();
    },
  });
}

function watchResponse(attempt: Attempt, response: IncomingMessage): void {
  attempt.response = response;
  attempt.clock.enter("receive");
  attempt.deadlines.activity();
  response.on("data", (chunk: Buffer) => {
    attempt.deadlines.activity();
    if (!attempt.body.add(chunk)) attempt.settle(null);
  });
  response.on("end", () => attempt.settle(null));
  // Node says ECONNRESET ("aborted") for every answer that ends too early, whether by a reset or by a plain close.
  response.on("error", () => attempt.settle({ code: OUR_CODES.incomplete, detail: "" }));
}

function describeResult(attempt: Attempt, problem: Problem | null): TransportResult {
  const phase = attempt.clock.phase();
  const timings = attempt.clock.finish();
  const { url, timeouts } = attempt.options;
  const proxy = attempt.options.proxy === null ? null : proxyName(attempt.options.proxy);
  const failure =
    problem === null
      ? null
      : explainFailure({
          ...problem,
          phase,
          hostname: bareHostname(url),
          port: url.port === "" ? defaultPort(url) : url.port,
          timeouts,
          proxy,
          reusedConnection: attempt.reusedConnection,
          tls: attempt.tls,
        });
  return {
    requestHeaders: attempt.requestHeaders,
    response: attempt.response === null ? null : describeResponse(attempt.response, attempt.body),
    failure,
    timings,
    proxy,
    remoteAddress: attempt.remoteAddress,
    reusedConnection: attempt.reusedConnection,
    tls: attempt.tls,
  };
}

function describeResponse(response: IncomingMessage, body: AnswerBody): TransportResponse {
  return {
    status: response.statusCode ?? 0,
    statusText: response.statusMessage ?? "",
    httpVersion: response.httpVersion,
    headers: headerPairs(response.rawHeaders),
    body: body.bytes(),
    truncated: body.isTruncated(),
  };
}

function describeError(error: unknown): Problem {
  if (!(error instanceof Error)) return { code: "UNKNOWN", detail: String(error) };
  const code = "code" in error && typeof error.code === "string" ? error.code : "UNKNOWN";
  return { code, detail: error.message };
}

function describeRemote(socket: Socket): string | null {
  if (socket.remoteAddress === undefined) return null;
  const host = socket.remoteFamily === "IPv6" ? `[${socket.remoteAddress}]` : socket.remoteAddress;
  return `${host}:${socket.remotePort}`;
}

/** An IPv6 address has brackets in a URL and nowhere else. */
function bareHostname(url: URL): string {
  return url.hostname.replaceAll(/^\[|\]$/g, "");
}

function defaultPort(url: URL): string {
  return url.protocol === "https:" ? "443" : "80";
}
