import { z } from "zod";
import { guardMethodSchema } from "../domain/settings.ts";

const nothing = z.object({});

/** What an approval takes, as core issued it. It is good for one approval, until the same window asks for another. */
export const guardChallengeSchema = z.object({
  challengeId: z.string(),
  tenantId: z.string(),
  tenantName: z.string(),
  method: guardMethodSchema,
  /** How long is to be held between this answer and the approval, in milliseconds; 0 where the name is typed. */
  holdMilliseconds: z.number().int().nonnegative(),
});
export type GuardChallenge = z.infer<typeof guardChallengeSchema>;

/** The details of the failure `guard.approval-required`: whom the approval would be for, and how it is given. */
export const approvalRequiredSchema = z.object({
  tenantId: z.string(),
  tenantName: z.string(),
  method: guardMethodSchema,
});
export type ApprovalRequired = z.infer<typeof approvalRequiredSchema>;

/** The calls of the production guard. What they decide, they decide for the window that calls, and for no other. */
export const guardCalls = {
  /** The window now works with this tenant; whatever it was approved for before is over. */
  "guard.chooseTenant": { input: z.object({ tenantId: z.string().nullable() }), output: nothing },
  /** Asks for an approval. To hold begins with this call. Code: `tenant.not-found`. */
  "guard.request": { input: z.object({ tenantId: z.string() }), output: guardChallengeSchema },
  /** Gives it. Codes: `guard.no-challenge`, `guard.name-differs`, `guard.held-too-short`. */
  "guard.approve": {
    input: z.object({ challengeId: z.string(), typedName: z.string().max(500).nullable() }),
    output: nothing,
  },
} as const;

/** Names of the calls above, for the preload, which must not load the contract itself. */
export type GuardCallName = keyof typeof guardCalls;
