import { connect as connectTcp, isIP, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import type { SendFailure, Timings, TlsFacts } from "../../../shared/domain/exchange.ts";
import type { Timeouts } from "../../../shared/domain/tenant.ts";
import { watchConnection } from "../transport/connection.ts";
import { startDeadlines } from "../transport/deadlines.ts";
import { explainFailure } from "../transport/failures.ts";
import { startPhaseClock } from "../transport/phase-clock.ts";
import { authorityOf, openTunnel } from "./tunnel.ts";
import { proxyName, proxyPort, type Network } from "./types.ts";

/** What was found of a connection that nothing was sent over. */
export type Probe = {
  readonly timings: Timings;
  readonly failure: SendFailure | null;
  readonly tls: TlsFacts | null;
};

type Problem = { readonly code: string; readonly detail: string };

/** Opens a connection as a request would, proxy and TLS included, and closes it. Not one byte of HTTP goes to the server. */
export function probeConnection(url: URL, network: Network, timeouts: Timeouts): Promise<Probe> {
  return new Promise((resolve) => {
    const clock = startPhaseClock();
    const giveUp = new AbortController();
    let tls: TlsFacts | null = null;
    let socket: Socket | null = null;
    let isSettled = false;
    const deadlines = startDeadlines(timeouts, (code) => settle({ code, detail: "" }));

    function settle(problem: Problem | null): void {
      if (isSettled) return;
      isSettled = true;
      deadlines.clear();
      const phase = clock.phase();
      const context = { ...serverOf(url), ...problem, phase, timeouts, tls, reusedConnection: false };
      const proxy = network.proxy === null ? null : proxyName(network.proxy);
      const failure =
        problem === null
          ? null
          : explainFailure({ ...context, code: problem.code, detail: problem.detail, proxy });
      resolve({ timings: clock.finish(), failure, tls });
      giveUp.abort();
      socket?.destroy();
    }

    function follow(opened: Socket, isTunnelled: boolean): void {
      socket = opened;
      const hostname = bare((network.proxy === null ? url : network.proxy.url).hostname);
      opened.on("error", (error) => settle(describeError(error)));
      opened.on("close", () => settle({ code: "ECONNRESET", detail: "the connection was closed" }));
      watchConnection(
        opened,
        clock,
        { isReused: false, isTunnelled, hostname },
        {
          onTls: (facts) => (tls = facts),
          onReady: () => settle(null),
        },
      );
    }

    if (network.proxy === null || url.protocol !== "https:") return follow(openDirectly(url, network), false);
    const { hostname, port } = serverOf(url);
    const observer = { clock, signal: giveUp.signal };
    const ca = network.tls.ca === undefined ? {} : { ca: network.tls.ca };
    openTunnel(network.proxy, authorityOf(hostname, port), observer, ca, (error, tunnel) => {
      if (tunnel === undefined) return settle(describeError(error));
      follow(connectTls({ ...network.tls, socket: tunnel, ...serverName(hostname) }), true);
    });
  });
}

function openDirectly(url: URL, { proxy, tls }: Network): Socket {
  const { hostname, port } = serverOf(url);
  if (url.protocol === "https:") {
    return connectTls({ ...tls, host: hostname, port: Number(port), ...serverName(hostname) });
  }
  if (proxy === null) return connectTcp({ host: hostname, port: Number(port) });
  return connectTcp({ host: bare(proxy.url.hostname), port: Number(proxyPort(proxy.url)) });
}

/** An address has no name for the server to choose its certificate by. */
function serverName(hostname: string): { readonly servername?: string } {
  return isIP(hostname) === 0 ? { servername: hostname } : {};
}

function serverOf(url: URL): { readonly hostname: string; readonly port: string } {
  return { hostname: bare(url.hostname), port: proxyPort(url) };
}

function bare(hostname: string): string {
  return hostname.replaceAll(/^\[|\]$/g, "");
}

function describeError(error: Error | null): Problem {
  const code = error !== null && "code" in error && typeof error.code === "string" ? error.code : "UNKNOWN";
  return { code, detail: error?.message ?? "" };
}
