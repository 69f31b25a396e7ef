/** Gathers a body up to a cap. Memory stays below the cap plus one chunk, whatever a server sends. */
export type AnswerBody = {
  /** Takes a chunk; false once there is more than the cap allows. */
  readonly add: (chunk: Uint8Array) => boolean;
  readonly bytes: () => Uint8Array;
  readonly isTruncated: () => boolean;
};

export function collectAnswerBody(maxBytes: number): AnswerBody {
  const chunks: Uint8Array[] = [];
  let received = 0;

  return {
    add(chunk) {
      const room = Math.max(0, maxBytes - received);
      received += chunk.length;
      if (room > 0) chunks.push(chunk.length > room ? chunk.subarray(0, room) : chunk);
      return received <= maxBytes;
    },
    bytes: () => (chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks)),
    isTruncated: () => received > maxBytes,
  };
}
