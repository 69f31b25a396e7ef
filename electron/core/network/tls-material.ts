import { readFileSync } from "node:fs";
import { createSecureContext, getCACertificates } from "node:tls";
import type { ClientCertificate, Connection } from "../../../shared/domain/tenant.ts";
import { assertNever, failure, success, type Result } from "../../../shared/result/result.ts";
import { describeSystemError } from "../workspace/system-error.ts";
import type { TlsMaterial } from "./types.ts";

/** Node refuses to read what is longer anyway; a certificate file is a few kilobytes. */
const LONGEST_FILE = 1024 * 1024;

/**
 * Reads what a connection says about TLS from its files. Codes: `tls.file-unreadable`, `tls.ca-unusable`,
 * `tls.client-certificate-unusable`.
 */
export function readTlsMaterial(
  connection: Pick<Connection, "caFile" | "clientCertificate">,
  rejectUnauthorized: boolean,
  passphrase: string | null,
): Result<TlsMaterial> {
  const authorities = readAuthorities(connection.caFile);
  if (!authorities.ok) return authorities;
  const certificate = readClientCertificate(connection.clientCertificate);
  if (!certificate.ok) return certificate;
  const material: TlsMaterial = {
    rejectUnauthorized,
    ...authorities.value,
    ...certificate.value,
    ...(passphrase === null || connection.clientCertificate === null ? {} : { passphrase }),
  };
  return connection.clientCertificate === null ? success(material) : checkCertificate(material);
}

/** Beside the authorities that Node trusts by default, NODE_EXTRA_CA_CERTS included. */
function readAuthorities(path: string | null): Result<Pick<TlsMaterial, "ca">> {
  if (path === null) return success({});
  const file = readFile(path, "CA file");
  if (!file.ok) return file;
  const text = file.value.toString("utf8");
  try {
    if (!text.includes("-----BEGIN CERTIFICATE-----")) throw new Error("no certificate");
    createSecureContext({ ca: text });
  } catch {
    return failure(
      "tls.ca-unusable",
      `The CA file "${path}" holds no certificate that can be read. Choose a PEM file: its text begins with -----BEGIN CERTIFICATE-----.`,
    );
  }
  return success({ ca: [...getCACertificates("default"), text] });
}

function readClientCertificate(
  certificate: ClientCertificate | null,
): Result<Pick<TlsMaterial, "cert" | "key" | "pfx">> {
  if (certificate === null) return success({});
  switch (certificate.kind) {
    case "pfx": {
      const file = readFile(certificate.file, "client certificate");
      return file.ok ? success({ pfx: file.value }) : file;
    }
    case "pem": {
      const cert = readFile(certificate.certificateFile, "client certificate");
      if (!cert.ok) return cert;
      const key = readFile(certificate.keyFile, "key of the client certificate");
      if (!key.ok) return key;
      return success({ cert: cert.value.toString("utf8"), key: key.value.toString("utf8") });
    }
    default:
      return assertNever(certificate);
  }
}

/** OpenSSL would say it at the first connection only, and in its own words. */
function checkCertificate(material: TlsMaterial): Result<TlsMaterial> {
  try {
    createSecureContext(material);
    return success(material);
  } catch (error) {
    return failure(
      "tls.client-certificate-unusable",
      "The client certificate cannot be used: its files or its passphrase do not fit together. " +
        `Check both in the connection. OpenSSL says: ${error instanceof Error ? error.message : "nothing"}.`,
    );
  }
}

function readFile(path: string, what: string): Result<Buffer> {
  try {
    const content = readFileSync(path);
    if (content.length <= LONGEST_FILE) return success(content);
    return failure(
      "tls.file-unreadable",
      `The ${what} "${path}" is too large to be one. Choose another file.`,
    );
  } catch (error) {
    return failure(
      "tls.file-unreadable",
      `The ${what} "${path}" cannot be read, because ${describeSystemError(error)}. Check the path in the connection.`,
    );
  }
}
