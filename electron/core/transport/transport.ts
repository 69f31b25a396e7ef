import { createAgentPool } from "../network/agent-pool.ts";
import { DIRECT } from "../network/types.ts";
import { parseAddress } from "./address.ts";
import { startAttempt } from "./attempt.ts";
import { startPhaseClock } from "./phase-clock.ts";
import { DEFAULT_MAX_ANSWER_BYTES, type Transport, type TransportResult } from "./types.ts";

export type TransportOptions = {
  /** PEM certificates of authorities to trust instead of the system's. */
  readonly certificateAuthorities?: readonly string[];
};

/** The one way out of the console: plain `node:http`, one attempt, told as it was. */
export function createTransport(options: TransportOptions = {}): Transport {
  const pool = createAgentPool(options.certificateAuthorities);

  return {
    send(request) {
      const address = parseAddress(request.url);
      if (!address.ok) return Promise.resolve(notAttempted(address.failure));
      const network = request.network ?? DIRECT;
      const agents = pool.agentsFor(network);
      const agent = address.url.protocol === "https:" ? agents.https : agents.http;
      const maxAnswerBytes = request.maxAnswerBytes ?? DEFAULT_MAX_ANSWER_BYTES;
      return startAttempt({ ...request, url: address.url, agent, proxy: network.proxy, maxAnswerBytes });
    },
    close() {
      pool.close();
    },
  };
}

/** The result of a request that failed before any of it left. */
export function notAttempted(failure: NonNullable<TransportResult["failure"]>): TransportResult {
  return {
    requestHeaders: [],
    response: null,
    failure,
    timings: startPhaseClock().finish(),
    proxy: null,
    remoteAddress: null,
    reusedConnection: false,
    tls: null,
  };
}
