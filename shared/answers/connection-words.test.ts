import { describe, expect, it } from "vitest";
import { describeClockSkew, describeTls } from "./connection-words.ts";

const leaf = {
  subject: "CN=gateway.example, O=Example",
  issuer: "CN=Example CA",
  validFrom: "2026-01-01T00:00:00.000Z",
  validTo: "2026-12-07T00:00:00.000Z",
  fingerprint256: "AA:BB",
};
const root = { ...leaf, subject: "CN=Example CA", validTo: "2036-01-01T00:00:00.000Z" };
const tls = {
  protocol: "TLSv1.3",
  cipher: "TLS_AES_256_GCM_SHA384",
  authorized: true,
  certificates: [leaf, root],
};

describe("describeTls", () => {
  it("says version, cipher and the chain with its ends", () => {
    const words = describeTls(tls, { sentAt: "2026-11-01T12:00:00.000Z", connection: null });
    expect(words.summary).toBe("TLS 1.3 with TLS_AES_256_GCM_SHA384; the certificate was checked.");
    expect(words.chain[0]).toMatchObject({
      name: "gateway.example",
      issuer: "Example CA",
      validity: "valid until 7 December 2026, for another 35 days",
    });
    expect(words.chain[1]?.issuer).toBe("itself");
    expect(words.warnings).toEqual([]);
  });

  it("warns in the last month, and of what has expired", () => {
    expect(describeTls(tls, { sentAt: "2026-11-25T12:00:00.000Z", connection: null }).warnings).toEqual([
      "The certificate of gateway.example expires in 11 days, on 7 December 2026. Ask the operator of the server to renew it.",
    ]);
    expect(describeTls(tls, { sentAt: "2026-12-08T00:00:00.000Z", connection: null }).warnings[0]).toContain(
      "expired on 7 December 2026",
    );
  });

  it("says what is known of why a certificate was not accepted, and when one begins", () => {
    const untrusted = { ...tls, authorized: false };
    const connection = { endpoint: "https://gateway.example", signed: false, proxy: "none" as const };
    const words = (verifyTls: boolean) =>
      describeTls(untrusted, {
        sentAt: "2025-11-01T12:00:00.000Z",
        connection: { ...connection, verifyTls },
      });
    expect(words(true).summary).toContain("the certificate was not trusted.");
    expect(words(false).summary).toContain("the certificate was not checked.");
    expect(words(true).chain[0]?.validity).toBe(
      "not before 1 January 2026, valid until 7 December 2026, for another 400 days",
    );
    expect(words(true).chain[1]?.validity).toContain("for another 10 years");
  });

  it("leaves a date that it cannot read as it is", () => {
    const odd = { ...tls, certificates: [{ ...leaf, validTo: "some day" }] };
    expect(
      describeTls(odd, { sentAt: "2026-11-25T12:00:00.000Z", connection: null }).chain[0]?.validity,
    ).toBe("valid until some day");
  });
});

describe("describeClockSkew", () => {
  it("says by how much and in which direction", () => {
    expect(describeClockSkew({ clockOffsetMs: 12_300 })).toContain("12 seconds ahead of this computer's");
    expect(describeClockSkew({ clockOffsetMs: -7_200_000 })).toContain("2 hours behind this computer's");
  });

  it("says nothing where the clocks agree, or nothing is known", () => {
    expect(describeClockSkew({ clockOffsetMs: 2_000 })).toBeNull();
    expect(describeClockSkew({ clockOffsetMs: null })).toBeNull();
  });
});
