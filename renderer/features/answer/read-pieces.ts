import { bodyExtent } from "../../../shared/answers/body-extent.ts";
import type { Host } from "../../host/host.ts";
import type { RecordedBody } from "./body-reader.ts";
import type { BodySource } from "./use-open-body.ts";

/** A piece of a long body, and how much of the body is there with it, from 0 to 1. */
export type ReadPiece = {
  readonly text: string;
  readonly encoding: RecordedBody["bodyEncoding"];
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly share: number;
};

/** The pieces of a long body, the one that came with the exchange first. Throws where one cannot be read, and when stopped. */
export async function* readPieces(
  host: Pick<Host, "call">,
  { exchangeId, response }: BodySource,
  signal: AbortSignal,
): AsyncGenerator<ReadPiece> {
  const { body, bodyEncoding: encoding } = response;
  const { here, whole } = bodyExtent(response);
  yield { text: body, encoding, isFirst: true, isLast: here === whole, share: here / whole };
  for (let from: number | null = here === whole ? null : here; from !== null;) {
    const piece = await host.call("history.body", { id: exchangeId, from });
    signal.throwIfAborted();
    if (!piece.ok) throw new Error(piece.error.message);
    const { text, next } = piece.value;
    yield { text, encoding, isFirst: false, isLast: next === null, share: (next ?? whole) / whole };
    from = next;
  }
}
