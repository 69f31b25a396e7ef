import { isAllowedHost } from "../../../shared/guard/hosts.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import type { ProxyRoute } from "../network/types.ts";
import { refersToSecrets } from "./fill-secrets.ts";
import type { Outgoing } from "./outgoing.ts";
import { ownerOf } from "./resolve-target.ts";
import type { SendTarget } from "./types.ts";

/**
 * Whether the secrets that a request refers to may go where it goes, asked right before they are filled in. The list is the
 * connection's; without one it is the endpoint's host. A proxy reads what passes it without TLS, and then has to be on the
 * list like the host itself. Code: `secret.host-not-allowed`.
 */
export function checkSecretHost(
  target: SendTarget,
  outgoing: Outgoing,
  proxy: ProxyRoute | null,
): Result<null> {
  // Nothing leaves for what is no address; why not is the transport's to say.
  if (target.url === null || !refersToSecrets(outgoing) || !URL.canParse(target.url)) return success(null);
  const url = new URL(target.url);
  const readers = proxy === null || url.protocol === "https:" ? [url] : [url, proxy.url];
  const allowedHosts = target.connection.allowedHosts ?? [url.hostname];
  const refused = readers.find((reader) => !isAllowedHost(reader, allowedHosts));
  if (refused === undefined) return success(null);
  return failure(
    "secret.host-not-allowed",
    `The token of ${ownerOf(target)} may not be sent to ${refused.host}, so nothing was sent. ` +
      "Add the host to the allowed hosts of the connection, or put the endpoint and the proxy right.",
    { host: refused.host },
  );
}
