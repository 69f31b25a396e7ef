import { describe, expect, it } from "vitest";
import { describeTls } from "./describe-tls.ts";

const certificate = {
  subject: "server-999.example.net",
  issuer: "Example CA",
  validFrom: "2026-01-01T00:00:00Z",
  validTo: "2026-12-01T00:00:00Z",
  fingerprint256: "AB",
};
const tls = { protocol: "TLSv1.3", cipher: "TLS_AES_128_GCM_SHA256", authorized: true };

describe("TLS in words", () => {
  it("says how it was encrypted, whose certificate it was and how long that was good", () => {
    expect(describeTls({ ...tls, certificates: [certificate] }, "2026-11-22T11:41:52.004Z")).toBe(
      "Encrypted with TLSv1.3 (TLS_AES_128_GCM_SHA256). The certificate was trusted. It was issued to server-999.example.net by Example CA, and was valid for 8 more days (to 2026-12-01T00:00:00Z).",
    );
  });

  it("says that it had expired, and that it was not trusted", () => {
    const text = describeTls(
      { ...tls, authorized: false, certificates: [certificate] },
      "2026-12-02T12:00:00Z",
    );
    expect(text).toContain("was not trusted, and the connection was used all the same");
    expect(text).toContain("had expired 2 days before");
  });
});
