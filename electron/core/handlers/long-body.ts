import type { SavedFile } from "../../../shared/contract/saved-file.ts";
import type { Exchange } from "../../../shared/domain/exchange.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import type { LongAnswers } from "../send/long-answers.ts";
import { describeSystemError } from "../workspace/system-error.ts";
import type { Services } from "./services.ts";

type Pieces = Pick<LongAnswers, "piece">;

/** An exchange with the first piece of a long body. Codes: those of `LongAnswers.piece`. */
export async function withBeginning(pieces: Pieces, exchange: Exchange): Promise<Result<Exchange>> {
  const { response, id } = exchange;
  if (response === null || response.omittedBytes === undefined) return success(exchange);
  const first = await pieces.piece(id, 0);
  if (!first.ok) return first;
  const { text, next } = first.value;
  const { omittedBytes, ...rest } = response;
  const omitted = next === null ? {} : { omittedBytes: omittedBytes - next };
  return success({ ...exchange, response: { ...rest, ...omitted, body: text } });
}

/** Puts an answer's body into a file, a piece at a time. Codes: those of `LongAnswers.piece`, `export.not-written`. */
export async function saveBody(
  { longAnswers, saveFile }: Pick<Services, "longAnswers" | "saveFile">,
  id: string,
): Promise<Result<SavedFile>> {
  const first = await longAnswers.piece(id, 0);
  if (!first.ok) return first;
  const isText = first.value.encoding === "utf8";
  const [name, type] = isText ? ["answer.txt", "text/plain"] : ["answer.bin", "application/octet-stream"];
  try {
    return success(await saveFile(name, type, piecesOf(longAnswers, id)));
  } catch (error) {
    return failure(
      "export.not-written",
      `The file could not be written, because ${describeSystemError(error)}. Choose another place and try again.`,
    );
  }
}

async function* piecesOf(pieces: Pieces, id: string): AsyncGenerator<Uint8Array> {
  for (let from: number | null = 0; from !== null;) {
    const piece = await pieces.piece(id, from);
    if (!piece.ok) throw new Error(piece.error.message);
    yield Buffer.from(piece.value.text, piece.value.encoding);
    from = piece.value.next;
  }
}
