import type { Header } from "../domain/exchange.ts";
import type { Connection } from "../domain/tenant.ts";

/** Stands for the signature until the main process has computed it over the very bytes it sends. */
const SIGNATURE_REFERENCE = "{{secret:signature}}";

/**
 * The headers that are part of the request's meaning, as OPTIMOVE-API.md section 1 has them. No other is documented, so no
 * other is sent; `Host`, `Content-Length` and `Connection` are the transport's, from the real bytes.
 */
export function requestHeaders(connection: Connection): readonly Header[] {
  const contentType: Header = ["Content-Type", "application/json"];
  if (connection.api !== "optievent" || !connection.signed) return [contentType];
  return [
    contentType,
    ["X-Optimove-Signature-Version", "1"],
    ["X-Optimove-Signature-Content", SIGNATURE_REFERENCE],
  ];
}
