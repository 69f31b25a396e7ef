import type { FileChunks } from "../../ports.ts";

/** The whole text of a file that is being saved. */
export async function textOfChunks(chunks: FileChunks): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const chunk of chunks) pieces.push(Buffer.from(chunk));
  return Buffer.concat(pieces).toString("utf8");
}
