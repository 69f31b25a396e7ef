/** Where the vendor's own servers are (OPTIMOVE-API.md, section 6). No public sandbox is known, so all of it is production. */
const PRODUCTION_DOMAINS = ["optimove.events", "optimove.net"] as const;

/** Whether a host name is the vendor's: one of its domains or anything under it. Takes what `URL.hostname` gives. */
export function isProductionHost(hostname: string): boolean {
  const name = normalise(hostname);
  return PRODUCTION_DOMAINS.some((domain) => name === domain || name.endsWith(`.${domain}`));
}

/** Whether a host name can only mean this computer. Takes what `URL.hostname` gives, an IPv6 address in its brackets. */
export function isLoopbackHost(hostname: string): boolean {
  const name = normalise(hostname);
  return (
    name === "localhost" ||
    name.endsWith(".localhost") ||
    name === "[::1]" ||
    /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(name)
  );
}

/**
 * Whether an address is on the list. An entry is a host, a host with a port, or `*.domain` for everything under a domain
 * but not the domain itself. An entry without a port allows all ports.
 */
export function isAllowedHost(url: URL, allowedHosts: readonly string[]): boolean {
  return allowedHosts.some((entry) => matches(url, entry));
}

function matches(url: URL, entry: string): boolean {
  const parts = readHostEntry(entry);
  if (parts === null || (parts.port !== null && parts.port !== portOf(url))) return false;
  const name = normalise(url.hostname);
  return parts.isWildcard ? name.endsWith(`.${parts.hostname}`) : name === parts.hostname;
}

type HostEntry = { readonly hostname: string; readonly port: string | null; readonly isWildcard: boolean };

/** Reads an entry of a list of allowed hosts; null for what is none. */
export function readHostEntry(entry: string): HostEntry | null {
  const text = entry.trim();
  const isWildcard = text.startsWith("*.");
  const host = isWildcard ? text.slice(2) : text;
  if (host === "" || /[/@?#\s*\\]/.test(host) || !URL.canParse(`http://${host}/`)) return null;
  const { hostname } = new URL(`http://${host}/`);
  const port = /:(\d{1,5})$/.exec(host)?.[1] ?? null;
  return { hostname: normalise(hostname), port: port === null ? null : String(Number(port)), isWildcard };
}

function portOf(url: URL): string {
  if (url.port !== "") return url.port;
  return url.protocol === "https:" ? "443" : "80";
}

/** A name may end with the dot of the root, which changes nothing about whose it is. */
function normalise(hostname: string): string {
  return hostname.toLowerCase().replace(/\.+$/, "");
}
