import { Agent, type AgentOptions } from "node:https";
import type { Duplex } from "node:stream";
import { authorityOf, openTunnel, type TunnelObserver } from "./tunnel.ts";
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
    // Node takes an error without a socket; its types do not say so.
    const done = callback as ((error: Error | null, socket?: Duplex) => void) | undefined;
    const observer = observerIn(options);
    if (observer === null) {
      done?.(new Error("A request through a tunnel has no observer."));
      return null;
    }
    const authority = authorityOf(String(options.host ?? options.hostname), options.port ?? 443);
    openTunnel(this.#proxy, authority, observer, this.#ca, (error, tunnel) => {
      if (error !== null) return done?.(error);
      const socket = super.createConnection({ ...options, socket: tunnel } as ConnectionOptions);
      done?.(null, socket ?? undefined);
    });
    return null;
  }
}

function observerIn(options: object): TunnelObserver | null {
  return TUNNEL_OBSERVER in options ? ((options as TunnelRequestOptions)[TUNNEL_OBSERVER] ?? null) : null;
}
