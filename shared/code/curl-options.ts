import { headerLine, type CodeHeader, type PreparedRequest } from "./code-request.ts";

/**
 * The header lines that make curl send exactly the console's headers: curl's own `User-Agent` and `Accept` taken out, its
 * wish to be asked to continue with a large body too, and the connection's as the console sends it.
 */
export function curlHeaderLines({ headers }: PreparedRequest): CodeHeader[] {
  const isGiven = (name: string) =>
    headers.some((header) => header.name.toLowerCase() === name.toLowerCase());
  const removed = ["User-Agent", "Accept", "Expect"].filter((name) => !isGiven(name));
  return [
    ...headers.map(curlHeader),
    { name: "Connection", value: [{ kind: "text", text: "Connection: keep-alive" }] },
    ...removed.map((name): CodeHeader => ({ name, value: [{ kind: "text", text: `${name}:` }] })),
  ];
}

/** A header without a value has to be written with a semicolon: with a colon curl would take it out. */
function curlHeader(header: CodeHeader): CodeHeader {
  const isEmpty = header.value.length === 0;
  return isEmpty
    ? { name: header.name, value: [{ kind: "text", text: `${header.name};` }] }
    : headerLine(header);
}

/** Options that keep the protocol and the address as the console has them. */
export function curlFlags({ url }: PreparedRequest): string[] {
  return [
    ...(url.startsWith("https:") ? ["--http1.1"] : []),
    // Braces and brackets in an address would stand for many addresses.
    ...(/[{}[\]]/.test(url) ? ["--globoff"] : []),
  ];
}
