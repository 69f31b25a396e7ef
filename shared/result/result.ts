import { z } from "zod";

/**
 * An error as data. `code` is stable and for programs (`tenant.not-found`), `message` is one or two sentences for people
 * that say what happened and what to do next, `details` is whatever helps to find the place. No field ever holds a secret.
 */
export const appErrorSchema = z.object({
  code: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.unknown()).optional(),
});
export type AppError = z.infer<typeof appErrorSchema>;

/** What every call across a boundary answers: a value, or an error that says why there is none. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: AppError };

export function success<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

export function failure(code: string, message: string, details?: Record<string, unknown>): Result<never> {
  return { ok: false, error: details === undefined ? { code, message } : { code, message, details } };
}

/** For switches over a union: a new member that is not handled does not compile. */
export function assertNever(value: never): never {
  throw new Error(`A case is not handled: ${JSON.stringify(value)}`);
}
