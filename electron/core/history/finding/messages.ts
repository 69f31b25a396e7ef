import type { Verification, Retention } from "../../../../shared/domain/history.ts";
import type { AppError, Result } from "../../../../shared/result/result.ts";
import type { Engine } from "./engine.ts";

/** The questions of the engine that are asked across the thread's border. */
export type EngineQuestion = "page" | "count" | "facets" | "series" | "select";

export type QuestionOf<Name extends EngineQuestion> = Parameters<Engine[Name]>[0];
export type AnswerOf<Name extends EngineQuestion> = ReturnType<Engine[Name]>;

/**
 * What is asked of the thread. `slot` is where `latest` has the number of the newest question of the same lane: one that is
 * not the newest any more is broken off.
 */
export type Request =
  | {
      readonly kind: "ask";
      readonly id: number;
      readonly name: EngineQuestion;
      readonly question: unknown;
      readonly slot: number | null;
    }
  | { readonly kind: "expired"; readonly id: number; readonly retention: Retention; readonly now: number }
  /** Something was recorded: the index can wait a little longer. */
  | { readonly kind: "recorded" }
  | { readonly kind: "close" };

export type Reply =
  | { readonly kind: "answer"; readonly id: number; readonly result: Result<unknown> }
  | { readonly kind: "superseded"; readonly id: number }
  | { readonly kind: "failed"; readonly id: number; readonly reason: string };

/** What a thread is started for. `latest` is shared memory of 32-bit integers. */
export type Task =
  | { readonly kind: "find"; readonly path: string; readonly latest: SharedArrayBuffer }
  | { readonly kind: "verify"; readonly path: string; readonly stop: SharedArrayBuffer };

export type VerifyReply =
  | { readonly kind: "progress"; readonly done: number; readonly total: number }
  | { readonly kind: "verified"; readonly verification: Verification }
  | { readonly kind: "failed"; readonly error: AppError };
