import type { KnownSecret } from "../../../shared/redaction/redact.ts";
import type { SelectedExchanges } from "./exchange-source.ts";
import type { ExportFacts, ExportRequest } from "./make-export.ts";

/** What the thread of an export is started for. It gets the secrets because it looks for them; it is a part of this program. */
export type ExportTask = {
  readonly path: string;
  readonly selected: SelectedExchanges;
  readonly request: Pick<ExportRequest, "format" | "profile">;
  readonly facts: ExportFacts;
  readonly secrets: readonly KnownSecret[];
  /** One 32-bit integer: how many exchanges were written so far. */
  readonly done: SharedArrayBuffer;
};

/** Asks for the next piece. */
export type ExportAsk = "next";

export type ExportReply =
  | { readonly kind: "piece"; readonly bytes: Uint8Array }
  | { readonly kind: "end" }
  | { readonly kind: "failed"; readonly reason: string };
