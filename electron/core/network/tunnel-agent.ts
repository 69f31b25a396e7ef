import { Agent, type AgentOptions } from "node:https";
import type { Duplex } from "node:stream";
import { openTunnel, type TunnelObserver } from "./tunnel.ts";
import type { ProxyRoute } from "./types.ts";

type ConnectionOptions = Parameters<Agent["createConnection"]>[0];
type ConnectionCallback = Parameters<Agent["createConnection"]>[1];

/** What `createTunnelAgent` finds of the request among the options that Node hands from a request to its agent. */
export const TUNNEL_OBSERVER: unique symbol = Symbol("tunnel observer");

export type TunnelRequestOptions = { readonly [TUNNEL_OBSERVER]: TunnelObserver };

/**
 * An agent whose connections go through a proxy's tunnel, TLS within it, and are kept like any other. Every request has to
 * carry a `TUNNEL_OBSERVER`.
 */
export class TunnelAgent extends Agent {
  readonly #proxy: ProxyRoute;
  readonly #ca: { readonly ca?: string[] };

  constructor(proxy: ProxyRoute, options: AgentOptions, ca: { readonly ca?: string[] }) {
    super(options);
    this.#proxy = proxy;
    this.#ca = ca;
  }

  override createConnection(options: ConnectionOptions, callback?: ConnectionCallback): null {
    const done = (error: Error | null, socket?: Duplex) => {
      // Node takes an error without a socket; its types do not say so.
      (callback as ((error: Error | null, socket?: Duplex) => void) | undefined)?.(error, socket);
    };
    const observer = observerIn(options);
    if (observer === null) {
      done(new Error("A request through a tunnel has no observer."));
      return null;
    }
    const host = String(options.host ?? options.hostname);
    const authority = `${host.includes(":") ? `[${host}]` : host}:${options.port}`;
    openTunnel(this.#proxy, authority, observer, this.#ca).then(
      (socket) =>
        done(null, super.createConnection({ ...options, socket } as ConnectionOptions) ?? undefined),
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
    );
    return null;
  }
}

function observerIn(options: object): TunnelObserver | null {
  return TUNNEL_OBSERVER in options ? ((options as TunnelRequestOptions)[TUNNEL_OBSERVER] ?? null) : null;
}
