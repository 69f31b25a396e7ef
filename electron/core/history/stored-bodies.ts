import type { DatabaseSync } from "node:sqlite";
import type { BodyPiece } from "../../../shared/domain/history.ts";
import { PIECE_BYTES, pieceOf } from "./body-pieces.ts";

type StoredBody = { readonly id: string; readonly bytes: Uint8Array; readonly isText: boolean };

/** Reads answers' bodies in pieces. The body last asked for is kept until its last piece was: SQLite reads it as a whole. */
export function createStoredBodies(database: DatabaseSync): {
  /** The piece that begins at a byte, empty where there is no body; null where there is no exchange of this id. */
  piece(id: string, from: number): BodyPiece | null;
} {
  const select = database.prepare(
    `SELECT typeof(response) AS kind, CAST(response AS BLOB) AS bytes
     FROM exchange JOIN exchange_body USING (sequence) WHERE id = ?`,
  );
  let kept: StoredBody | null = null;
  const read = (id: string): StoredBody | null => {
    if (kept?.id === id) return kept;
    const row = select.get(id);
    if (row === undefined) return null;
    const { kind, bytes } = row;
    return { id, bytes: bytes instanceof Uint8Array ? bytes : new Uint8Array(), isText: kind !== "blob" };
  };
  return {
    piece(id, from) {
      const body = read(id);
      if (body === null) return null;
      const { bytes, isText } = body;
      const piece = pieceOf(bytes.subarray(from, from + PIECE_BYTES), { from, total: bytes.length, isText });
      kept = piece.next === null ? null : body;
      return piece;
    },
  };
}
