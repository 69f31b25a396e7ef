import type { Phase, SendFailure, TlsFacts } from "../../../shared/domain/exchange.ts";
import type { Timeouts } from "../../../shared/domain/tenant.ts";

/** What is known when an attempt fails. */
export type FailureContext = {
  /** Node's or OpenSSL's error code, or one of `OUR_CODES`. */
  readonly code: string;
  readonly phase: Phase;
  readonly hostname: string;
  readonly port: string;
  readonly timeouts: Timeouts;
  /** The proxy on the way, as `host:port`. */
  readonly proxy?: string | null;
  readonly reusedConnection: boolean;
  readonly tls: TlsFacts | null;
  /** The system's own words, for what has no entry of its own. */
  readonly detail: string;
};

/** Codes for what the transport itself decides, beside those of Node. */
export const OUR_CODES = {
  phaseTimeout: "PHASE_TIMEOUT",
  totalTimeout: "TOTAL_TIMEOUT",
  cancelled: "CANCELLED",
  incomplete: "INCOMPLETE_ANSWER",
} as const;

export type Explanation = Omit<SendFailure, "phase">;
export type Explain = (context: FailureContext) => Explanation;

/** Keyed by an error code, or by `PHASE CODE` for what the code means in that phase. */
export type FailureTable = Readonly<Record<string, Explain>>;

/** There is no idempotency key in either API, so sending again may duplicate an event. */
export const MAY_HAVE_ARRIVED =
  "The event may have arrived all the same: look for it in the vendor's Events Log before sending it again.";

/** Whether bytes of the request can have reached the server when it failed in this phase. */
export function mayHaveLeft(phase: Phase): boolean {
  return phase === "send" || phase === "wait" || phase === "receive";
}

/** The server in words: `host.example:443`, `[::1]:8080`. */
export function server({ hostname, port }: FailureContext): string {
  return hostname.includes(":") ? `[${hostname}]:${port}` : `${hostname}:${port}`;
}

export function seconds(milliseconds: number): string {
  return milliseconds === 1000 ? "1 second" : `${milliseconds / 1000} seconds`;
}
