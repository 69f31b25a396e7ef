import type { IncomingMessage } from "node:http";

export type BodyLimits = { readonly maxBytes: number; readonly timeoutMs: number };

export type BodyRead =
  | { readonly kind: "read"; readonly text: string }
  | { readonly kind: "too-large" }
  | { readonly kind: "too-slow" }
  | { readonly kind: "not-utf8" }
  | { readonly kind: "aborted" };

/** Reads the whole body as UTF-8 within the limits. Never rejects; after anything but `read` the connection must end. */
export async function readBody(request: IncomingMessage, limits: BodyLimits): Promise<BodyRead> {
  if (Number(request.headers["content-length"] ?? 0) > limits.maxBytes) return { kind: "too-large" };
  const timeout = AbortSignal.timeout(limits.timeoutMs);
  const late = new Promise<BodyRead>((resolve) => {
    timeout.addEventListener("abort", () => resolve({ kind: "too-slow" }), { once: true });
  });
  return Promise.race([collect(request, limits.maxBytes), late]);
}

function collect(request: IncomingMessage, maxBytes: number): Promise<BodyRead> {
  return new Promise((resolve) => {
    const chunks: Uint8Array[] = [];
    let received = 0;
    request.on("data", (chunk: Uint8Array) => {
      received += chunk.byteLength;
      if (received <= maxBytes) {
        chunks.push(chunk);
        return;
      }
      request.pause();
      resolve({ kind: "too-large" });
    });
    request.on("end", () => resolve(decode(Buffer.concat(chunks))));
    request.on("error", () => resolve({ kind: "aborted" }));
    request.on("close", () => resolve({ kind: "aborted" }));
  });
}

function decode(bytes: Uint8Array): BodyRead {
  try {
    return { kind: "read", text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { kind: "not-utf8" };
  }
}
