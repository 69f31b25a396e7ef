/** What a request says about where it comes from. */
export type RequestFacts = {
  readonly method: string;
  /** The request target as it came, e.g. `/api/app.info`. */
  readonly target: string;
  /** Every `Host` header there is; one is right. */
  readonly hosts: readonly string[];
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  readonly fetchMode: string | undefined;
};

export type Refusal = { readonly status: number; readonly code: string; readonly message: string };

/**
 * Why a request is refused before anything else is looked at, or null. Three things are told apart from the window's own
 * requests here: a page whose name was pointed at loopback (DNS rebinding, seen by its `Host`), another page of the same
 * browser (seen by `Origin` and `Sec-Fetch-Site`), and a proxy's or tunnel's request (seen by its target).
 */
export function findRefusal(facts: RequestFacts, port: number): Refusal | null {
  if (!facts.target.startsWith("/")) {
    return { status: 400, code: "request.target", message: "The request's target is not a path." };
  }
  const [host] = facts.hosts;
  if (host === undefined || facts.hosts.length > 1 || !ownHosts(port).includes(host)) {
    return { status: 403, code: "request.host", message: "The console answers under its own address only." };
  }
  if (!isOwnOrigin(facts, host) || !isOwnSite(facts)) {
    return { status: 403, code: "request.origin", message: "The console answers its own window only." };
  }
  return null;
}

function ownHosts(port: number): string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`];
}

/** Browsers leave `Origin` out of same-origin GET requests only; nothing that changes state may come without. */
function isOwnOrigin({ method, origin }: RequestFacts, host: string): boolean {
  if (origin === undefined) return method === "GET" || method === "HEAD";
  return origin === `http://${host}`;
}

/**
 * `none` is a person who typed or opened the address. The start link may also be followed from somewhere else, such as
 * the file that opens the window: whoever has it has its token. Clients that are no browsers do not send the header.
 */
function isOwnSite({ target, fetchSite, fetchMode }: RequestFacts): boolean {
  if (fetchSite === undefined || fetchSite === "same-origin" || fetchSite === "none") return true;
  return target.startsWith("/start?") && fetchMode === "navigate";
}
