import type { Header } from "../../../shared/domain/exchange.ts";

const DECIDED_HERE = new Set(["content-length", "connection", "transfer-encoding"]);

/**
 * All headers of the request in the order of the wire: Host, then those given, then Content-Length and Connection. A Host
 * that was given stands, because a wrong one can be the test; the framing headers are always ours, because a wrong one
 * would break the connection for the requests after it.
 */
export function wireHeaders(host: string, headers: readonly Header[], byteLength: number): Header[] {
  const given = headers.filter(([name]) => !DECIDED_HERE.has(name.toLowerCase()));
  const hasHost = given.some(([name]) => name.toLowerCase() === "host");
  const framing: Header[] = [
    ["Content-Length", String(byteLength)],
    ["Connection", "keep-alive"],
  ];
  return hasHost ? [...given, ...framing] : [["Host", host], ...given, ...framing];
}

/** Node's flat list of names and values as pairs; a name that occurs twice stays twice. */
export function headerPairs(flat: readonly string[]): Header[] {
  const pairs: Header[] = [];
  for (let index = 0; index + 1 < flat.length; index += 2) {
    pairs.push([flat[index] ?? "", flat[index + 1] ?? ""]);
  }
  return pairs;
}
