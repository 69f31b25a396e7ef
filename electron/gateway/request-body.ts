import type { IncomingMessage } from "node:http";

/** Bodies over this many bytes are refused. The vendor documents no limit; an event is far smaller. */
export const MAX_BODY_BYTES = 1024 * 1024;
/** Of a body that is too large this much is still read and dropped, so that the client hears the answer. */
const MAX_DROPPED_BYTES = 32 * 1024 * 1024;

export type BodyRead =
  | { readonly kind: "read"; readonly bytes: Uint8Array }
  | { readonly kind: "too-large" }
  /** The client went away or was too slow: nobody is left to answer. */
  | { readonly kind: "aborted" };

/** Reads the whole body, or finds it too large. Keeps no more than MAX_BODY_BYTES. Never rejects. */
export function readBody(request: IncomingMessage): Promise<BodyRead> {
  return new Promise((resolve) => {
    const chunks: Uint8Array[] = [];
    let received = 0;
    request.on("data", (chunk: Uint8Array) => {
      received += chunk.byteLength;
      if (received <= MAX_BODY_BYTES) chunks.push(chunk);
      else chunks.length = 0;
      if (received > MAX_DROPPED_BYTES) {
        request.pause();
        resolve({ kind: "too-large" });
      }
    });
    request.on("end", () =>
      resolve(
        received > MAX_BODY_BYTES
          ? { kind: "too-large" }
          : { kind: "read", bytes: Buffer.concat(chunks, received) },
      ),
    );
    request.on("error", () => resolve({ kind: "aborted" }));
    request.on("close", () => resolve({ kind: "aborted" }));
  });
}
