import type { Explanation, FailureContext } from "./failure-context.ts";

type Reason = { readonly code: string; readonly words: (context: FailureContext) => string };

/** Why the certificate of a server is not trusted, or null for a code that is not about certificates. */
export function explainCertificate(context: FailureContext): Explanation | null {
  const reason = Object.hasOwn(reasons, context.code) ? reasons[context.code] : undefined;
  if (reason === undefined) return null;
  return {
    code: reason.code,
    message: `The certificate of ${context.hostname} is not trusted: ${reason.words(context)}. Nothing was sent.`,
    nextStep: nextSteps[reason.code] ?? "Ask the operator of the server to renew its certificate.",
  };
}

function leaf(context: FailureContext): { validFrom: string; validTo: string; altNames: string } {
  const certificate = context.tls?.certificates[0];
  return {
    validFrom: certificate?.validFrom.slice(0, 10) ?? "",
    validTo: certificate?.validTo.slice(0, 10) ?? "",
    altNames: certificate?.altNames ?? "",
  };
}

const selfSigned: Reason = {
  code: "certificate.self-signed",
  words: () => "the server signed it itself",
};
const unknownAuthority: Reason = {
  code: "certificate.unknown-authority",
  words: () => "it was issued by an authority that this computer does not know",
};
const wrongHost: Reason = {
  code: "certificate.wrong-host",
  words: (context) => {
    const { altNames } = leaf(context);
    return altNames === "" ? "it is for another host" : `it is for another host (${altNames})`;
  },
};
const expired: Reason = {
  code: "certificate.expired",
  words: (context) => {
    const { validTo } = leaf(context);
    return validTo === "" ? "it has expired" : `it expired on ${validTo}`;
  },
};
const notYetValid: Reason = {
  code: "certificate.not-yet-valid",
  words: (context) => {
    const { validFrom } = leaf(context);
    return validFrom === "" ? "it is not valid yet" : `it is not valid before ${validFrom}`;
  },
};
const revoked: Reason = { code: "certificate.revoked", words: () => "it was revoked" };
const invalid: Reason = {
  code: "certificate.invalid",
  words: (context) => `it failed verification (${context.code})`,
};

const reasons: Readonly<Record<string, Reason>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: selfSigned,
  SELF_SIGNED_CERT_IN_CHAIN: unknownAuthority,
  UNABLE_TO_GET_ISSUER_CERT: unknownAuthority,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknownAuthority,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: unknownAuthority,
  CERT_UNTRUSTED: unknownAuthority,
  ERR_TLS_CERT_ALTNAME_INVALID: wrongHost,
  HOSTNAME_MISMATCH: wrongHost,
  CERT_HAS_EXPIRED: expired,
  CERT_NOT_YET_VALID: notYetValid,
  CERT_REVOKED: revoked,
  CERT_REJECTED: invalid,
  CERT_SIGNATURE_FAILURE: invalid,
  CERT_CHAIN_TOO_LONG: invalid,
  INVALID_CA: invalid,
  INVALID_PURPOSE: invalid,
  PATH_LENGTH_EXCEEDED: invalid,
};

const nextSteps: Readonly<Record<string, string>> = {
  "certificate.self-signed":
    "Check that the endpoint is right. For a test server of your own, name its certificate as CA file in the connection, or start the console with NODE_EXTRA_CA_CERTS set to it.",
  "certificate.unknown-authority":
    "If your company inspects TLS, or the server uses a private authority, name that authority's certificate as CA file in the connection, or start the console with NODE_EXTRA_CA_CERTS set to it.",
  "certificate.wrong-host":
    "Check the host name in the endpoint. If it is right, ask the operator of the server for a certificate in its name.",
  "certificate.not-yet-valid":
    "Check the date and time of this computer. If they are right, tell the operator of the server.",
  "certificate.expired":
    "Check the date and time of this computer. If they are right, ask the operator of the server to renew the certificate.",
};
