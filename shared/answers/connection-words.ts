import type { Exchange, TlsFacts } from "../domain/exchange.ts";

type Certificate = TlsFacts["certificates"][number];

/** One certificate of the chain in words, and how near its end was. */
export type CertificateWords = {
  /** The name it is for: `CN`, else the whole subject. */
  readonly name: string;
  readonly issuer: string;
  /** `valid until 3 March 2027, for another 98 days` */
  readonly validity: string;
  readonly fingerprint256: string;
};

/** `warnings`: what somebody has to see to soon, with the next step. */
export type TlsWords = {
  readonly summary: string;
  readonly chain: readonly CertificateWords[];
  readonly warnings: readonly string[];
};

/** Renewing takes weeks in many companies, so this many days before the end it is said. */
const DAYS_OF_WARNING = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Of an exchange, what its connection's TLS is described by. */
export type TlsCircumstances = Pick<Exchange, "sentAt" | "connection">;

/** What the handshake agreed on, in words, as of the moment of sending. */
export function describeTls(tls: TlsFacts, { sentAt, connection }: TlsCircumstances): TlsWords {
  const trust = trustWords(tls, connection?.verifyTls ?? null);
  return {
    summary: `${tls.protocol.replace(/^TLSv/, "TLS ")} with ${tls.cipher}; ${trust}.`,
    chain: tls.certificates.map((certificate) => describeCertificate(certificate, sentAt)),
    warnings: tls.certificates.flatMap((certificate) => expiryWarning(certificate, sentAt)),
  };
}

/** `verifies`: whether the connection says that certificates are checked; null where that is not known. */
function trustWords({ authorized }: TlsFacts, verifies: boolean | null): string {
  if (authorized) return "the certificate was checked";
  if (verifies === null) return "the certificate was not trusted or not checked";
  return verifies ? "the certificate was not trusted" : "the certificate was not checked";
}

function describeCertificate(certificate: Certificate, sentAt: string): CertificateWords {
  const { subject, issuer, validTo, fingerprint256 } = certificate;
  const days = daysLeft(validTo, sentAt);
  const rest = days === null ? "" : days < 0 ? ", which has passed" : `, for another ${dayCount(days)}`;
  const untilBegin = daysLeft(certificate.validFrom, sentAt);
  const from = untilBegin !== null && untilBegin >= 0 ? `not before ${dayOf(certificate.validFrom)}, ` : "";
  return {
    name: commonName(subject),
    issuer: subject === issuer ? "itself" : commonName(issuer),
    validity: `${from}valid until ${dayOf(validTo)}${rest}`,
    fingerprint256,
  };
}

function expiryWarning(certificate: Certificate, sentAt: string): string[] {
  const days = daysLeft(certificate.validTo, sentAt);
  if (days === null || days > DAYS_OF_WARNING) return [];
  const name = commonName(certificate.subject);
  const day = dayOf(certificate.validTo);
  const next = "Ask the operator of the server to renew it.";
  if (days < 0) return [`The certificate of ${name} expired on ${day}. ${next}`];
  return [`The certificate of ${name} expires in ${dayCount(days)}, on ${day}. ${next}`];
}

function daysLeft(validTo: string, sentAt: string): number | null {
  const left = Date.parse(validTo) - Date.parse(sentAt);
  return Number.isNaN(left) ? null : Math.floor(left / DAY_MS);
}

function dayCount(days: number): string {
  if (days >= 730) return `${Math.floor(days / 365)} years`;
  return days === 1 ? "1 day" : `${days} days`;
}

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** The day in UTC; a date that cannot be read stays as it is written. */
function dayOf(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ""} ${date.getUTCFullYear()}`;
}

function commonName(name: string): string {
  return /(?:^|, )CN=([^,]+)/.exec(name)?.[1] ?? name;
}

/** Smaller ones explain nothing: the Date header knows seconds only. */
const SMALLEST_SKEW_MS = 3000;

/** What a difference of the clocks means, with the next step; null where there is none to speak of, or it is not known. */
export function describeClockSkew({ clockOffsetMs }: Pick<Exchange, "clockOffsetMs">): string | null {
  if (clockOffsetMs === null || Math.abs(clockOffsetMs) < SMALLEST_SKEW_MS) return null;
  const direction = clockOffsetMs > 0 ? "ahead of" : "behind";
  return `The server's clock is ${duration(Math.abs(clockOffsetMs))} ${direction} this computer's, by the Date header of its answer. Check the date and time of this computer: timestamps made here may be off.`;
}

function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 120) return `${seconds} seconds`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) return `${minutes} minutes`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
}
