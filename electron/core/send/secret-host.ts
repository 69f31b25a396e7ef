import { isAllowedHost } from "../../../shared/guard/hosts.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { refersToSecrets } from "./fill-secrets.ts";
import type { Outgoing } from "./outgoing.ts";
import { ownerOf } from "./resolve-target.ts";
import type { SendTarget } from "./types.ts";

/**
 * Whether the secrets that a request refers to may go where it goes. The list is the connection's; without one it is the
 * endpoint itself. Code: `secret.host-not-allowed`.
 */
export function checkSecretHost(target: SendTarget, outgoing: Outgoing): Result<null> {
  const { allowedHosts } = target.connection;
  if (allowedHosts === null || !refersToSecrets(outgoing)) return success(null);
  // Nothing leaves for what is no address; why not is the transport's to say.
  if (target.url === null || !URL.canParse(target.url)) return success(null);
  const url = new URL(target.url);
  if (isAllowedHost(url, allowedHosts)) return success(null);
  return failure(
    "secret.host-not-allowed",
    `The token of ${ownerOf(target)} may not be sent to ${url.host}, so nothing was sent. ` +
      "Add the host to the allowed hosts of the connection, or put the endpoint right.",
    { host: url.host },
  );
}
