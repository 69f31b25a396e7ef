import type { Header } from "../domain/exchange.ts";

const DECIDED_BY_TRANSPORT = new Set(["content-length", "connection", "transfer-encoding"]);

/**
 * All headers of the request in the order of the wire: Host, then those given, then Content-Length and Connection. A Host
 * that was given stands, because a wrong one can be the test; the framing headers are always the transport's, because a
 * wrong one would break the connection for the requests after it.
 */
export function wireHeaders(host: string, headers: readonly Header[], byteLength: number): Header[] {
  const given = headers.filter(([name]) => !DECIDED_BY_TRANSPORT.has(name.toLowerCase()));
  const hasHost = given.some(([name]) => name.toLowerCase() === "host");
  const framing: Header[] = [
    ["Content-Length", String(byteLength)],
    ["Connection", "keep-alive"],
  ];
  return hasHost ? [...given, ...framing] : [["Host", host], ...given, ...framing];
}
