import { BlockList, isIP } from "node:net";

/**
 * Whether NO_PROXY excepts an address. Its entries are separated by commas or spaces: `*` for everything, a host or domain
 * (with everything under it, whether written `a.example`, `.a.example` or `*.a.example`), an IP address or a range of them
 * (`10.0.0.0/8`), each with a port if it is to count for that port only.
 */
export function isExcepted(url: URL, exceptions: string): boolean {
  return exceptions
    .split(/[\s,]+/)
    .filter((entry) => entry !== "")
    .some((entry) => excepts(entry.toLowerCase(), url));
}

function excepts(entry: string, url: URL): boolean {
  if (entry === "*") return true;
  const host = url.hostname
    .toLowerCase()
    .replace(/\.$/, "")
    .replaceAll(/^\[|\]$/g, "");
  if (entry.includes("/")) return isInRange(host, entry);
  const { name, port } = splitPort(entry);
  if (port !== null && port !== (url.port || (url.protocol === "https:" ? "443" : "80"))) return false;
  const domain = name.replace(/^\*?\./, "");
  if (domain === "") return false;
  return host === domain || (isIP(host) === 0 && host.endsWith(`.${domain}`));
}

function splitPort(entry: string): { readonly name: string; readonly port: string | null } {
  const bracketed = /^\[([^\]]*)\](?::(\d+))?$/.exec(entry);
  if (bracketed !== null) return { name: bracketed[1] ?? "", port: bracketed[2] ?? null };
  if (isIP(entry) === 6) return { name: entry, port: null };
  const [name = "", port] = entry.split(":");
  return { name, port: port ?? null };
}

function isInRange(host: string, range: string): boolean {
  const [network = "", bits = ""] = range.split("/");
  const family = isIP(network);
  const prefix = Number(bits);
  if (family === 0 || isIP(host) !== family || !/^\d{1,3}$/.test(bits)) return false;
  if (prefix > (family === 4 ? 32 : 128)) return false;
  const list = new BlockList();
  const type = family === 4 ? "ipv4" : "ipv6";
  list.addSubnet(network, prefix, type);
  return list.check(host, type);
}
