import type { DetailedPeerCertificate, PeerCertificate, TLSSocket } from "node:tls";
import type { TlsFacts } from "../../../shared/domain/exchange.ts";

type CertificateFacts = TlsFacts["certificates"][number];

/** A chain is a handful; the limit only keeps a malformed one from looping. */
const MAX_CHAIN_LENGTH = 20;

/** What the handshake agreed on and the chain the server showed, leaf first. */
export function readTlsFacts(socket: TLSSocket): TlsFacts {
  const cipher = socket.getCipher();
  return {
    protocol: socket.getProtocol() ?? "unknown",
    cipher: cipher.standardName ?? cipher.name,
    authorized: socket.authorized,
    certificates: readChain(socket.getPeerCertificate(true)),
  };
}

function readChain(leaf: DetailedPeerCertificate): CertificateFacts[] {
  const chain: CertificateFacts[] = [];
  const seen = new Set<string>();
  let current: DetailedPeerCertificate | undefined = leaf;
  // Without a certificate Node answers an empty object; a root names itself as its issuer.
  while (current?.fingerprint256 !== undefined && !seen.has(current.fingerprint256)) {
    if (chain.length === MAX_CHAIN_LENGTH) break;
    seen.add(current.fingerprint256);
    chain.push(describeCertificate(current));
    current = current.issuerCertificate;
  }
  return chain;
}

function describeCertificate(certificate: PeerCertificate): CertificateFacts {
  const facts: CertificateFacts = {
    subject: describeName(certificate.subject),
    issuer: describeName(certificate.issuer),
    validFrom: toIso(certificate.valid_from),
    validTo: toIso(certificate.valid_to),
    fingerprint256: certificate.fingerprint256,
  };
  return certificate.subjectaltname === undefined
    ? facts
    : { ...facts, altNames: certificate.subjectaltname };
}

/** `CN=example.test, O=Example`; parts that occur more than once are all given. */
function describeName(name: object): string {
  return Object.entries(name)
    .flatMap(([part, value]: [string, unknown]) => [value].flat().map((one) => `${part}=${String(one)}`))
    .join(", ");
}

/** Certificates carry `Nov 23 08:00:00 2026 GMT`. A date that cannot be read stays as it is written. */
function toIso(text: string): string {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? text : date.toISOString();
}
