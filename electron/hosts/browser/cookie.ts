/**
 * The cookie's name has the port in it, because browsers keep cookies per host and not per port: two consoles at a time
 * would take each other's session away.
 */
export function cookieName(port: number): string {
  return `optievent-${port}`;
}

/** Not `Secure`, which Safari does not store for plain HTTP on loopback. Ends with the browser, and with the process. */
export function sessionCookie(port: number, session: string): string {
  return `${cookieName(port)}=${session}; HttpOnly; SameSite=Strict; Path=/`;
}

/** The session in a `Cookie` header, or null. */
export function readSession(port: number, header: string | undefined): string | null {
  const prefix = `${cookieName(port)}=`;
  const pairs = (header ?? "").split(";").map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(prefix))?.slice(prefix.length) ?? null;
}
