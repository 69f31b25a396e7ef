/** Gathers a body up to a cap. Memory stays below the cap plus one chunk, whatever a server sends. */
export type AnswerBody = {
  /** Takes a chunk; false once there is more than the cap allows. */
  readonly add: (chunk: Uint8Array) => boolean;
  readonly bytes: () => Uint8Array;
  readonly isTruncated: () => boolean;
};

/** From here on a body is put together as it comes, since doing so at the end would hold everything else up. */
const LONG_BYTES = 256 * 1024;

export function collectAnswerBody(maxBytes: number): AnswerBody {
  const chunks: Uint8Array[] = [];
  let received = 0;
  let kept = 0;
  // Room for the longest there can be: the system gives memory only for what is written to.
  let whole: Buffer | null = null;

  const keep = (chunk: Uint8Array): void => {
    if (whole === null && kept + chunk.length > LONG_BYTES) {
      whole = Buffer.allocUnsafeSlow(maxBytes);
      let end = 0;
      for (const one of chunks.splice(0)) {
        whole.set(one, end);
        end += one.length;
      }
    }
    if (whole === null) chunks.push(chunk);
    else whole.set(chunk, kept);
    kept += chunk.length;
  };

  return {
    add(chunk) {
      const room = Math.max(0, maxBytes - received);
      received += chunk.length;
      if (room > 0) keep(chunk.length > room ? chunk.subarray(0, room) : chunk);
      return received <= maxBytes;
    },
    bytes() {
      if (whole !== null) return whole.subarray(0, kept);
      return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
    },
    isTruncated: () => received > maxBytes,
  };
}
