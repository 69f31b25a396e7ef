import type { Exchange } from "../../../shared/domain/exchange.ts";
import type { Host } from "../../host/host.ts";
import { readPieces } from "./read-pieces.ts";

/** The exchange with the whole body of its answer. Throws where a piece cannot be read, and when stopped. */
export async function readWhole(
  host: Pick<Host, "call">,
  exchange: Exchange,
  signal: AbortSignal,
): Promise<Exchange> {
  const { response } = exchange;
  if (response === null) return exchange;
  const pieces: string[] = [];
  for await (const { text } of readPieces(host, { exchangeId: exchange.id, response }, signal))
    pieces.push(text);
  const { omittedBytes: _read, ...rest } = response;
  return { ...exchange, response: { ...rest, body: pieces.join("") } };
}
