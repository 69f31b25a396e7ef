import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { parseAddress } from "./address.ts";
import { startAttempt } from "./attempt.ts";
import { startPhaseClock } from "./phase-clock.ts";
import { DEFAULT_MAX_ANSWER_BYTES, type Transport, type TransportResult } from "./types.ts";

export type TransportOptions = {
  /** PEM certificates of authorities to trust instead of the system's. */
  readonly certificateAuthorities?: readonly string[];
};

/**
 * A kept connection is given up after this long without use. Common servers close theirs after 5 seconds (Node) or more;
 * to be the first avoids sending into a connection that is just being closed, which cannot be told from a lost event.
 */
const IDLE_CONNECTION_MILLISECONDS = 4_000;

/** The one way out of the console: plain `node:http`, one attempt, told as it was. */
export function createTransport(options: TransportOptions = {}): Transport {
  const shared = { keepAlive: true, timeout: IDLE_CONNECTION_MILLISECONDS };
  const agents = {
    http: new HttpAgent(shared),
    https: new HttpsAgent({
      ...shared,
      // A resumed TLS session shows no certificate chain, and the chain is part of the evidence.
      maxCachedSessions: 0,
      ...(options.certificateAuthorities === undefined ? {} : { ca: [...options.certificateAuthorities] }),
    }),
  };

  return {
    send(request) {
      const address = parseAddress(request.url);
      if (!address.ok) return Promise.resolve(notAttempted(address.failure));
      const agent = address.url.protocol === "https:" ? agents.https : agents.http;
      const maxAnswerBytes = request.maxAnswerBytes ?? DEFAULT_MAX_ANSWER_BYTES;
      return startAttempt({ ...request, url: address.url, agent, maxAnswerBytes });
    },
    close() {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

function notAttempted(failure: NonNullable<TransportResult["failure"]>): TransportResult {
  return {
    requestHeaders: [],
    response: null,
    failure,
    timings: startPhaseClock().finish(),
    remoteAddress: null,
    reusedConnection: false,
    tls: null,
  };
}
