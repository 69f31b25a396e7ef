import { randomBytes } from "node:crypto";

/** Stands in the window's HTML wherever the nonce of the one document that is served belongs. */
export const NONCE_PLACEHOLDER = "__CSP_NONCE__";

/** A nonce for one document: 128 random bits, in the alphabet that the policy's grammar allows. */
export function createNonce(): string {
  return randomBytes(16).toString("base64");
}

/**
 * The content security policy of the window. Nothing is allowed but what is listed. `connect` is where the window may
 * send requests: nowhere in Electron, where calls go over IPC, and to its own origin in the browser host.
 */
export function contentSecurityPolicy(nonce: string, connect: "'none'" | "'self'"): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${connect}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Headers of every answer to the window, whatever it holds. */
export const securityHeaders: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy":
    "camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), display-capture=()",
  "Cache-Control": "no-store",
};
