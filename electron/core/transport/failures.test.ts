import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { phaseSchema, sendFailureSchema, type Phase } from "../../../shared/domain/exchange.ts";
import { DEFAULT_TIMEOUTS } from "../../../shared/domain/tenant.ts";
import type { FailureContext } from "./failure-context.ts";
import { explainFailure } from "./failures.ts";

function context(phase: Phase, code: string, changes: Partial<FailureContext> = {}): FailureContext {
  return {
    code,
    phase,
    hostname: "api.example",
    port: "8443",
    timeouts: DEFAULT_TIMEOUTS,
    reusedConnection: false,
    tls: null,
    detail: "the system's words",
    ...changes,
  };
}

const LEFT = "may have arrived";

describe("the explanation of a failure", () => {
  it.each([
    ["dns", "ENOTFOUND", "dns.not-found", "no host with the name api.example"],
    ["dns", "EAI_AGAIN", "dns.unavailable", "no name server answered"],
    ["dns", "PHASE_TIMEOUT", "dns.timeout", "within 10 seconds"],
    ["connect", "ECONNREFUSED", "connect.refused", "api.example:8443 refused"],
    ["connect", "ENETUNREACH", "connect.unreachable", "no route"],
    ["connect", "EACCES", "connect.blocked", "does not allow"],
    ["connect", "ETIMEDOUT", "connect.timeout", "the system gave up"],
    ["connect", "PHASE_TIMEOUT", "connect.timeout", "within 10 seconds"],
    ["connect", "ECONNRESET", "connection.reset", "while it was being opened"],
    ["tls", "ECONNRESET", "tls.closed", "during the TLS handshake"],
    ["tls", "PHASE_TIMEOUT", "tls.timeout", "TLS handshake"],
    ["tls", "ERR_SSL_WRONG_VERSION_NUMBER", "tls.not-tls", "does not speak TLS"],
    ["tls", "ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION", "tls.no-common-version", "TLS version"],
    ["tls", "ERR_SSL_SOMETHING_NEW", "tls.failed", "ERR_SSL_SOMETHING_NEW"],
    ["tls", "CERT_REVOKED", "certificate.revoked", "revoked"],
    ["tls", "CERT_HAS_EXPIRED", "certificate.expired", "has expired"],
    ["tls", "SELF_SIGNED_CERT_IN_CHAIN", "certificate.unknown-authority", "does not know"],
  ] as const)(
    "before anything left (%s %s) does not speak of an event that may have arrived",
    (phase, code, stable, words) => {
      const failure = explainFailure(context(phase, code));
      expect(failure).toMatchObject({ code: stable, phase });
      expect(failure.message).toContain(words);
      expect(failure.nextStep).not.toContain(LEFT);
    },
  );

  it.each([
    ["send", "PHASE_TIMEOUT", "send.timeout"],
    ["send", "EPIPE", "connection.reset"],
    ["wait", "PHASE_TIMEOUT", "answer.timeout"],
    ["wait", "ECONNRESET", "connection.reset"],
    ["wait", "ETIMEDOUT", "connection.lost"],
    ["wait", "TOTAL_TIMEOUT", "total.timeout"],
    ["receive", "PHASE_TIMEOUT", "answer.stalled"],
    ["receive", "ECONNRESET", "answer.incomplete"],
    ["receive", "INCOMPLETE_ANSWER", "answer.incomplete"],
    ["receive", "CANCELLED", "cancelled"],
    ["wait", "SOMETHING_NEW", "request.failed"],
  ] as const)(
    "after it began to leave (%s %s) warns that the event may have arrived",
    (phase, code, stable) => {
      const failure = explainFailure(context(phase, code));
      expect(failure).toMatchObject({ code: stable, phase });
      expect(failure.nextStep).toContain(LEFT);
    },
  );

  it("names an IPv6 server with brackets", () => {
    const failure = explainFailure(context("connect", "ECONNREFUSED", { hostname: "::1" }));
    expect(failure.message).toContain("[::1]:8443");
  });

  it("is whole sentences for any code in any phase", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...phaseSchema.options),
        fc.oneof(fc.string(), fc.constantFrom("__proto__", "toString")),
        (phase, code) => {
          const failure = sendFailureSchema.parse(explainFailure(context(phase, code)));
          for (const text of [failure.message, failure.nextStep]) {
            expect(text).toMatch(/^[A-Z].*\.$/s);
            expect(text).not.toMatch(/undefined|null/);
          }
        },
      ),
    );
  });
});
