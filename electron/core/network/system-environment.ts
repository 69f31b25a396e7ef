import type { Connection } from "../../../shared/domain/tenant.ts";
import type { Environment } from "./choose-proxy.ts";

/** The system's word on the proxy of an address, as browsers get it: `DIRECT`, `PROXY host:port; DIRECT` and the like. */
export type ResolveProxy = (url: string) => Promise<string>;

/** Where the system's proxy is looked up: in the environment, or where the host can ask for them, in the system's own settings. */
export type SystemProxySource = {
  readonly environment?: Environment | undefined;
  readonly resolveProxy?: ResolveProxy | null | undefined;
};

/** The environment that a connection goes by; the system is asked only where the connection goes by the system. */
export function systemEnvironment(
  { environment = {}, resolveProxy }: SystemProxySource,
  { proxy }: Pick<Connection, "proxy">,
  url: string,
): Environment | Promise<Environment> {
  if (proxy.kind !== "system" || resolveProxy === undefined || resolveProxy === null) return environment;
  return resolveProxy(url).then(environmentOf);
}

const SCHEMES: Readonly<Record<string, string>> = { PROXY: "http", HTTP: "http", HTTPS: "https" };

/**
 * The same in the words of the environment. Of several routes the first that can be used counts; with none that can, the first is
 * named, so that it is refused and not passed by.
 */
export function environmentOf(routes: string): Environment {
  const addresses = routes.split(";").flatMap((route) => {
    const [kind = "", host] = route.trim().split(/\s+/);
    if (kind.toUpperCase() === "DIRECT") return [""];
    return host === undefined ? [] : [`${SCHEMES[kind.toUpperCase()] ?? kind.toLowerCase()}://${host}`];
  });
  const usable = addresses.find((address) => address === "" || /^https?:/.test(address));
  const chosen = usable ?? addresses[0] ?? "";
  return chosen === "" ? {} : { all_proxy: chosen };
}
