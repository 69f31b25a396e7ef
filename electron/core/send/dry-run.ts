import type { Header } from "../../../shared/domain/exchange.ts";
import type { Secrets } from "../secrets/secrets.ts";
import { withoutCredentials } from "../transport/address.ts";
import { wireHeaders } from "../../../shared/compose/wire-headers.ts";
import { fillSecrets } from "./fill-secrets.ts";
import type { Outgoing } from "./outgoing.ts";
import { redactFinding, redactRequest } from "./redact-exchange.ts";
import { ownerOf } from "./resolve-target.ts";
import type { DryRun, SendTarget } from "./types.ts";

/** What would be sent, without sending it and without a secret in it. */
export function describeDryRun(
  target: SendTarget,
  outgoing: Outgoing,
  secrets: Pick<Secrets, "protect" | "redact">,
): DryRun {
  if (target.token !== null) secrets.protect(target.token);
  const redact = (text: string) => secrets.redact(text);
  const request = redactRequest(
    {
      method: "POST",
      url: withoutCredentials(outgoing.url),
      headers: headersOf(target, outgoing),
      text: outgoing.text,
      byteLength: outgoing.body.length,
    },
    redact,
  );
  return {
    method: "POST",
    url: request.url,
    headers: request.headers,
    body: request.text,
    findings: outgoing.findings.map((finding) => redactFinding(finding, redact)),
  };
}

/** With the transport's own headers where they are known: an address has to be one, and the length needs the secrets. */
function headersOf(target: SendTarget, outgoing: Outgoing): Header[] {
  if (!URL.canParse(outgoing.url) || target.url === null) return [...outgoing.headers];
  const wire = fillSecrets(outgoing, target.token, ownerOf(target));
  const all = wireHeaders(new URL(outgoing.url).host, outgoing.headers, wire.ok ? wire.value.body.length : 0);
  return wire.ok ? all : all.filter(([name]) => name !== "Content-Length");
}
