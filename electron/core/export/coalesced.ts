/** Small texts together, so that a destination takes some thousand pieces and not some million. */
export async function* coalesced(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let held = "";
  for await (const chunk of chunks) {
    held += chunk;
    if (held.length < PIECE) continue;
    yield held;
    held = "";
  }
  if (held !== "") yield held;
}

/** UTF-16 units. */
const PIECE = 64 * 1024;
