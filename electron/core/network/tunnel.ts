import { request as requestHttp, type IncomingMessage } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type Socket } from "node:net";
import type { PhaseClock } from "../transport/phase-clock.ts";
import { proxyAuthorization, proxyPort, type ProxyRoute } from "./types.ts";

/** Follows one tunnel while it is being opened, and can give it up. */
export type TunnelObserver = { readonly clock: PhaseClock; readonly signal: AbortSignal };

/** Why a proxy opened no tunnel. `code` is one of the failure table's, `message` the proxy's own words. */
export class TunnelError extends Error {
  readonly code: "PROXY_AUTHENTICATION" | "PROXY_REFUSED";

  constructor(code: TunnelError["code"], message: string) {
    super(message);
    this.name = "TunnelError";
    this.code = code;
  }
}

/** Called once: with the tunnel, or with the reason why there is none. */
export type TunnelOpened = (error: Error | null, tunnel?: Socket) => void;

/**
 * Has a proxy open a tunnel to `host:port` (HTTP CONNECT, RFC 9110, section 9.3.6). The reason is a TunnelError where the
 * proxy refuses, else the system's error; the clock's phase says how far it came. `tls` is for a proxy that speaks TLS.
 */
export function openTunnel(
  proxy: ProxyRoute,
  authority: string,
  { clock, signal }: TunnelObserver,
  tls: { readonly ca?: string[] },
  onOpened: TunnelOpened,
): void {
  const authorization = proxyAuthorization(proxy);
  const hostname = proxy.url.hostname.replaceAll(/^\[|\]$/g, "");
  const open = proxy.url.protocol === "https:" ? requestHttps : requestHttp;
  const headers = [
    "Host",
    authority,
    ...(authorization === null ? [] : ["Proxy-Authorization", authorization]),
  ];
  const options = {
    host: hostname,
    port: proxyPort(proxy.url),
    path: authority,
    agent: false,
    headers,
    signal,
  };
  clock.enter(isIP(hostname) === 0 ? "dns" : "connect");
  const request = open({ ...options, ...tls, method: "CONNECT" });
  request.on("socket", (socket) => followConnection(socket, clock));
  request.on("connect", (response: IncomingMessage, socket: Socket, head: Buffer) => {
    const refusal = refusalOf(response);
    if (refusal !== null) {
      socket.destroy();
      return onOpened(refusal);
    }
    if (head.length > 0) socket.unshift(head);
    onOpened(null, socket);
  });
  request.on("error", onOpened);
  request.end();
}

/** The host and port of an address as CONNECT names them: `host:443`, `[::1]:8443`. */
export function authorityOf(host: string, port: string | number): string {
  return `${host.includes(":") ? `[${host}]` : host}:${port}`;
}

function followConnection(socket: Socket, clock: PhaseClock): void {
  socket.on("lookup", (error: Error | null) => {
    if (error === null && clock.phase() === "dns") clock.enter("connect");
  });
  socket.once("connect", () => clock.enter("proxy"));
}

function refusalOf({ statusCode = 0, statusMessage = "" }: IncomingMessage): TunnelError | null {
  if (statusCode >= 200 && statusCode < 300) return null;
  const words = `${statusCode} ${statusMessage}`.trim();
  return new TunnelError(statusCode === 407 ? "PROXY_AUTHENTICATION" : "PROXY_REFUSED", words);
}
