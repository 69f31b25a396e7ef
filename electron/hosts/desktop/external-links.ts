const MAX_LENGTH = 2048;
/** The vendor's documentation. Any host would let a page that went wrong send out what it holds, as part of a link. */
const ALLOWED_DOMAIN = "optimove.com";

/** The address to open in the user's browser for a link of the window, or null where it may not be opened. */
export function allowedExternalLink(link: unknown): string | null {
  if (typeof link !== "string" || link.length > MAX_LENGTH || !URL.canParse(link)) return null;
  const { protocol, hostname, username, password, port, href } = new URL(link);
  if (protocol !== "https:" || username !== "" || password !== "" || port !== "") return null;
  return hostname === ALLOWED_DOMAIN || hostname.endsWith(`.${ALLOWED_DOMAIN}`) ? href : null;
}
