import type { SendFailure } from "../../../shared/domain/exchange.ts";

/** A proxy that requests go through. */
export type ProxyRoute = {
  /** Its address without a user's name or password. */
  readonly url: URL;
  readonly userName: string | null;
  /** A secret: for the proxy only. */
  readonly password: string | null;
};

/** What TLS goes by beside the defaults, in the terms of `node:tls`. Holds a secret. */
export type TlsMaterial = {
  readonly ca?: string[];
  readonly cert?: string;
  readonly key?: string;
  readonly pfx?: Buffer;
  readonly passphrase?: string;
  readonly rejectUnauthorized: boolean;
};

/** How requests of one connection get out. */
export type Network = { readonly proxy: ProxyRoute | null; readonly tls: TlsMaterial };

export type NetworkReading =
  | { readonly ok: true; readonly network: Network }
  /** Nothing was sent. */
  | { readonly ok: false; readonly failure: SendFailure };

/** Straight out, checked by the system's authorities. */
export const DIRECT: Network = { proxy: null, tls: { rejectUnauthorized: true } };

/** The proxy in words: `proxy.example:8080`. */
export function proxyName({ url }: ProxyRoute): string {
  return `${url.hostname}:${proxyPort(url)}`;
}

export function proxyPort(url: URL): string {
  if (url.port !== "") return url.port;
  return url.protocol === "https:" ? "443" : "80";
}

/** The value of Proxy-Authorization; null where the proxy is to be used without a name. */
export function proxyAuthorization({ userName, password }: ProxyRoute): string | null {
  if (userName === null) return null;
  return `Basic ${Buffer.from(`${userName}:${password ?? ""}`, "utf8").toString("base64")}`;
}
