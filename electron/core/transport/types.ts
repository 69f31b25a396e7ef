import type { Header, SendFailure, Timings, TlsFacts } from "../../../shared/domain/exchange.ts";
import type { Network } from "../network/types.ts";
import type { Timeouts } from "../../../shared/domain/tenant.ts";

/** One POST. `headers` are sent in this order and spelling; Host, Content-Length and Connection are added around them. */
export type TransportRequest = {
  readonly url: string;
  readonly headers: readonly Header[];
  readonly body: Uint8Array;
  readonly timeouts: Timeouts;
  readonly signal?: AbortSignal;
  /** How it gets out; straight, unless told. */
  readonly network?: Network;
  /** Bytes of the answer's body to keep; 20 MiB unless told. What is longer is cut there and marked. */
  readonly maxAnswerBytes?: number;
};

/** The answer as it arrived: header order and spelling of the wire, body neither decoded nor decompressed. */
export type TransportResponse = {
  readonly status: number;
  readonly statusText: string;
  readonly httpVersion: string;
  readonly headers: readonly Header[];
  readonly body: Uint8Array;
  /** The body is longer than the cap and ends there. */
  readonly truncated: boolean;
};

/**
 * What came of one attempt. Either a whole answer (`failure` null), or a failure, together with as much of the answer as
 * had arrived, if any.
 */
export type TransportResult = {
  /** All headers as they went over the wire, or would have. */
  readonly requestHeaders: readonly Header[];
  readonly response: TransportResponse | null;
  readonly failure: SendFailure | null;
  readonly timings: Timings;
  /** The proxy it went through, as `host:port`; the remote address is then the proxy's. */
  readonly proxy: string | null;
  readonly remoteAddress: string | null;
  readonly reusedConnection: boolean;
  readonly tls: TlsFacts | null;
};

export type Transport = {
  /**
   * Makes exactly one attempt: no retry, no redirect, no decompression. Never rejects; whatever goes wrong is the
   * result's `failure`.
   */
  send(request: TransportRequest): Promise<TransportResult>;
  /** Closes the connections that are kept open. */
  close(): void;
};

/** 20 MiB. */
export const DEFAULT_MAX_ANSWER_BYTES = 20 * 1024 * 1024;

/** The failure code of an attempt that its `signal` stopped. */
export const CANCELLED = "cancelled";
