import { createHash } from "node:crypto";
import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { TunnelAgent } from "./tunnel-agent.ts";
import { DIRECT, type Network } from "./types.ts";

/**
 * A kept connection is given up after this long without use. Common servers close theirs after 5 seconds (Node) or more;
 * to be the first avoids sending into a connection that is just being closed, which cannot be told from a lost event.
 */
const IDLE_CONNECTION_MILLISECONDS = 4_000;

/** More ways out than anybody uses at a time; connections of the one used longest ago are closed. */
const MOST_NETWORKS = 16;

type Agents = { readonly http: HttpAgent; readonly https: HttpsAgent };

/** The agents that keep connections, one pair for each way out: a connection is never used by another one's settings. */
export type AgentPool = { agentsFor(network: Network): Agents; close(): void };

/** `certificateAuthorities`: PEM certificates to trust instead of the system's, where the network names none itself. */
export function createAgentPool(certificateAuthorities?: readonly string[]): AgentPool {
  const pool = new Map<string, Agents>();
  return {
    agentsFor(network) {
      const key = keyOf(network);
      const agents = pool.get(key) ?? createAgents(network, certificateAuthorities);
      // Put in anew, so that the first of the map is always the one used longest ago.
      pool.delete(key);
      pool.set(key, agents);
      closeOldest(pool);
      return agents;
    },
    close() {
      for (const agents of pool.values()) destroy(agents);
      pool.clear();
    },
  };
}

function closeOldest(pool: Map<string, Agents>): void {
  const [oldest] = pool;
  if (pool.size <= MOST_NETWORKS || oldest === undefined) return;
  pool.delete(oldest[0]);
  destroy(oldest[1]);
}

function destroy({ http, https }: Agents): void {
  http.destroy();
  https.destroy();
}

function createAgents({ proxy, tls }: Network, certificateAuthorities?: readonly string[]): Agents {
  const shared = { keepAlive: true, timeout: IDLE_CONNECTION_MILLISECONDS };
  const ca = certificateAuthorities === undefined ? {} : { ca: [...certificateAuthorities] };
  // A resumed TLS session shows no certificate chain, and the chain is part of the evidence.
  const options = { ...shared, maxCachedSessions: 0, ...ca, ...tls };
  return {
    http: proxy?.url.protocol === "https:" ? new HttpsAgent(options) : new HttpAgent(shared),
    https:
      proxy === null
        ? new HttpsAgent(options)
        : new TunnelAgent(proxy, options, tls.ca === undefined ? ca : { ca: tls.ca }),
  };
}

/** Of the content and not of the object; as a digest, because a private key and passwords are part of it. */
function keyOf(network: Network): string {
  if (network === DIRECT) return "direct";
  return createHash("sha256").update(JSON.stringify(network)).digest("hex");
}
