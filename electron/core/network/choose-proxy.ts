import type { ProxyChoice } from "../../../shared/domain/tenant.ts";
import { isLoopbackHost } from "../../../shared/guard/hosts.ts";
import { assertNever } from "../../../shared/result/result.ts";
import { isExcepted } from "./proxy-exceptions.ts";
import type { ProxyRoute } from "./types.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** The outcome of choosing: a proxy, none, or an entry of the environment that is no address of one. */
export type ProxyDecision =
  | { readonly kind: "proxy"; readonly route: ProxyRoute }
  | { readonly kind: "direct" }
  | { readonly kind: "unusable"; readonly variable: string };

/**
 * Which proxy a request to this address goes through. What the system says is read as curl and most others read it: the
 * variable of the address's own scheme, else ALL_PROXY, in lower case before upper case, but for what NO_PROXY excepts.
 * This computer itself is never reached through the system's proxy.
 */
export function chooseProxy(
  choice: ProxyChoice,
  url: URL,
  environment: Environment,
  password: string | null,
): ProxyDecision {
  switch (choice.kind) {
    case "none":
      return { kind: "direct" };
    case "address":
      return decide(choice.url, "proxy", { userName: choice.userName, password });
    case "system":
      return systemProxy(url, environment);
    default:
      return assertNever(choice);
  }
}

function systemProxy(url: URL, environment: Environment): ProxyDecision {
  if (isLoopbackHost(url.hostname)) return { kind: "direct" };
  const exceptions = readVariable(environment, "no_proxy")?.value ?? "";
  if (isExcepted(url, exceptions)) return { kind: "direct" };
  const own = url.protocol === "https:" ? "https_proxy" : "http_proxy";
  const entry = readVariable(environment, own) ?? readVariable(environment, "all_proxy");
  if (entry === null) return { kind: "direct" };
  const address = entry.value.includes("://") ? entry.value : `http://${entry.value}`;
  return decide(address, entry.name, null);
}

function readVariable(environment: Environment, name: string): { name: string; value: string } | null {
  for (const spelling of [name, name.toUpperCase()]) {
    const value = environment[spelling]?.trim() ?? "";
    if (value !== "") return { name: spelling, value };
  }
  return null;
}

/** `user` null: the name and password are those within the address, if any. */
function decide(
  address: string,
  variable: string,
  user: Pick<ProxyRoute, "userName" | "password"> | null,
): ProxyDecision {
  if (!URL.canParse(address)) return { kind: "unusable", variable };
  const url = new URL(address);
  if (url.hostname === "" || (url.protocol !== "http:" && url.protocol !== "https:")) {
    return { kind: "unusable", variable };
  }
  const within = {
    userName: url.username === "" ? null : decode(url.username),
    password: url.password === "" ? null : decode(url.password),
  };
  return { kind: "proxy", route: { url: new URL(url.origin), ...(user ?? within) } };
}

/** A lone percent sign is no encoding, and then means itself. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
