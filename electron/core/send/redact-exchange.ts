import type {
  Exchange,
  Header,
  Identity,
  RequestRecord,
  SendFailure,
  TlsFacts,
} from "../../../shared/domain/exchange.ts";
import type { Finding } from "../../../shared/domain/finding.ts";

type Redact = (text: string) => string;

/**
 * The exchange without any credential, wherever one was typed, echoed or quoted. The answer is redacted before, where its
 * bytes are turned into text. What the console itself chose from fixed words is left alone.
 */
export function redactExchange(exchange: Exchange, redact: Redact): Exchange {
  return {
    ...exchange,
    tenant: exchange.tenant && { ...exchange.tenant, name: redact(exchange.tenant.name) },
    catalog: exchange.catalog && { ...exchange.catalog, name: redact(exchange.catalog.name) },
    event: exchange.event && redact(exchange.event),
    identity: exchange.identity && redactIdentity(exchange.identity, redact),
    request: redactRequest(exchange.request, redact),
    failure: exchange.failure && redactFailure(exchange.failure, redact),
    reference: exchange.reference && redact(exchange.reference),
    tls: exchange.tls && redactTls(exchange.tls, redact),
    message: redact(exchange.message),
    remarks: exchange.remarks.map(redact),
    draftText: exchange.draftText && redact(exchange.draftText),
    connection: exchange.connection && {
      ...exchange.connection,
      endpoint: redact(exchange.connection.endpoint),
    },
    findings: exchange.findings.map((finding) => redactFinding(finding, redact)),
  };
}

/** The request without any credential: what was typed in clear becomes a reference like the rest. */
export function redactRequest(request: RequestRecord, redact: Redact): RequestRecord {
  return {
    ...request,
    url: redact(request.url),
    headers: request.headers.map(([name, value]): Header => [redact(name), redact(value)]),
    text: redact(request.text),
  };
}

/** A server chooses what its certificate says. */
export function redactTls(tls: TlsFacts, redact: Redact): TlsFacts {
  const certificates = tls.certificates.map(({ altNames, ...certificate }) => ({
    ...certificate,
    subject: redact(certificate.subject),
    issuer: redact(certificate.issuer),
    ...(altNames === undefined ? {} : { altNames: redact(altNames) }),
  }));
  return { ...tls, certificates };
}

function redactIdentity(identity: Identity, redact: Redact): Identity {
  return { kind: identity.kind, value: redact(identity.value) };
}

function redactFailure(failure: SendFailure, redact: Redact): SendFailure {
  return { ...failure, message: redact(failure.message), nextStep: redact(failure.nextStep) };
}

export function redactFinding(finding: Finding, redact: Redact): Finding {
  const { fix } = finding;
  const redacted = { ...finding, path: redact(finding.path), message: redact(finding.message) };
  if (fix === undefined) return redacted;
  const edits = fix.edits.map((edit) => ({ ...edit, text: redact(edit.text) }));
  return { ...redacted, fix: { label: redact(fix.label), edits } };
}
