import type { Exchange, ExchangeSummary } from "../../../shared/domain/exchange.ts";
import type { BodyPiece } from "../../../shared/domain/history.ts";
import type { KnownSecret } from "../../../shared/redaction/redact.ts";
import type { TransportResponse, TransportResult } from "../transport/types.ts";
import type { Sending } from "./exchange-record.ts";

/** What the thread needs to record an exchange. `secrets`: sets of what must not be recorded, one after the other. */
export type LongAnswerJob = {
  readonly sending: Sending;
  readonly response: TransportResponse;
  readonly failure: TransportResult["failure"];
  readonly secrets: readonly (readonly KnownSecret[])[];
};

export type LongAnswerRequest =
  | ({ readonly kind: "record"; readonly id: number } & LongAnswerJob)
  | { readonly kind: "piece"; readonly id: number; readonly exchangeId: string; readonly from: number }
  | { readonly kind: "close" };

/** SQLite's error, as far as it can go between threads. */
export type ThreadError = { readonly message: string; readonly errcode: number | null };

/** `exchange` has the beginning of the body only. `error`: why it could not be recorded. */
export type RecordReply = {
  readonly exchange: Exchange;
  readonly summary: ExchangeSummary | null;
  readonly error: ThreadError | null;
};

export type LongAnswerReply =
  | ({ readonly kind: "recorded"; readonly id: number } & RecordReply)
  | {
      readonly kind: "piece";
      readonly id: number;
      readonly value: BodyPiece | null;
      readonly error: ThreadError | null;
    };
