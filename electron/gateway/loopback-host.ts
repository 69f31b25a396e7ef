const LOOPBACK_NAMES: ReadonlySet<string> = new Set(["127.0.0.1", "localhost", "[::1]"]);

/**
 * Whether a `Host` header names this machine. A web page can make its own name resolve to 127.0.0.1 (DNS rebinding) and
 * then reach any server here; its requests still carry that name.
 */
export function isLoopbackHost(host: string | undefined): boolean {
  if (host === undefined) return false;
  return LOOPBACK_NAMES.has(host.replace(/:\d*$/, "").toLowerCase());
}
