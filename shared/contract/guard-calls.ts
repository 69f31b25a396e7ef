import { z } from "zod";
import { guardMethodSchema } from "../domain/settings.ts";

const nothing = z.object({});

/** What an approval of a run names beside the tenant. */
export const guardedRunSchema = z.object({
  eventCount: z.number().int().min(1).max(100_000_000),
  /** At most so many events a second; null for as fast as the answers come. */
  perSecond: z.number().positive().nullable(),
});
export type GuardedRun = z.infer<typeof guardedRunSchema>;

/** What an approval takes, as core issued it. It is good for one approval, until the same window asks for another. */
export const guardChallengeSchema = z.object({
  challengeId: z.string(),
  tenantId: z.string(),
  tenantName: z.string(),
  method: guardMethodSchema,
  /** How long is to be held between this answer and the approval, in milliseconds; 0 where the name is typed. */
  holdMilliseconds: z.number().int().nonnegative(),
  /** null for single sends. */
  run: guardedRunSchema.nullable(),
});
export type GuardChallenge = z.infer<typeof guardChallengeSchema>;

/** The details of the failure `guard.approval-required`: whom the approval would be for, and how it is given. */
export const approvalRequiredSchema = z.object({
  tenantId: z.string(),
  tenantName: z.string(),
  method: guardMethodSchema,
  /** The run that would be approved; null for single sends. */
  run: guardedRunSchema.nullable(),
});
export type ApprovalRequired = z.infer<typeof approvalRequiredSchema>;

/** The calls of the production guard. What they decide, they decide for the window that calls, and for no other. */
export const guardCalls = {
  /** The window now works with this tenant; whatever it was approved for before is over. */
  "guard.chooseTenant": { input: z.object({ tenantId: z.string().nullable() }), output: nothing },
  /** Asks for an approval, of single sends or of one run. To hold begins with this call. Code: `tenant.not-found`. */
  "guard.request": {
    input: z.object({ tenantId: z.string(), run: guardedRunSchema.nullable().default(null) }),
    output: guardChallengeSchema,
  },
  /** Gives it. Codes: `guard.no-challenge`, `guard.name-differs`, `guard.held-too-short`. */
  "guard.approve": {
    input: z.object({ challengeId: z.string(), typedName: z.string().max(500).nullable() }),
    output: nothing,
  },
} as const;

/** Names of the calls above, for the preload, which must not load the contract itself. */
export type GuardCallName = keyof typeof guardCalls;
