import type { TlsFacts } from "../../../shared/domain/exchange.ts";

/** What is to be said of the encryption of an exchange, in sentences. `sentAt` is when it was used. */
export function describeTls(tls: TlsFacts, sentAt: string): string {
  const [certificate] = tls.certificates;
  const trust = tls.authorized
    ? "The certificate was trusted"
    : "The certificate was not trusted, and the connection was used all the same";
  const secured = `Encrypted with ${tls.protocol} (${tls.cipher}).`;
  if (certificate === undefined) return `${secured} ${trust}.`;
  const issued = `It was issued to ${certificate.subject} by ${certificate.issuer}`;
  return `${secured} ${trust}. ${issued}, ${describeValidity(certificate.validTo, sentAt)}.`;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** How long the certificate still had, seen from the exchange. */
function describeValidity(validTo: string, sentAt: string): string {
  const days = Math.floor((Date.parse(validTo) - Date.parse(sentAt)) / DAY_MS);
  if (Number.isNaN(days)) return `valid to ${validTo}`;
  if (days < 0) return `and had expired ${-days} ${days === -1 ? "day" : "days"} before (${validTo})`;
  return `and was valid for ${days} more ${days === 1 ? "day" : "days"} (to ${validTo})`;
}
