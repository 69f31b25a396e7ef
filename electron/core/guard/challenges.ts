import { randomUUID } from "node:crypto";
import type { ApprovalRequired, GuardChallenge, GuardedRun } from "../../../shared/contract/guard-calls.ts";
import type { GuardMethod } from "../../../shared/domain/settings.ts";
import { isSameName } from "../../../shared/guard/production.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import type { GuardSubject } from "./guard.ts";

/** How long a key or button is held to approve. */
export const HOLD_MILLISECONDS = 1500;

export type OpenChallenge = { readonly challenge: GuardChallenge; readonly issuedAt: number };

export function newChallenge(
  { id, name }: GuardSubject,
  method: GuardMethod,
  run: GuardedRun | null,
): GuardChallenge {
  const holdMilliseconds = method === "hold" ? HOLD_MILLISECONDS : 0;
  return { challengeId: randomUUID(), tenantId: id, tenantName: name, method, holdMilliseconds, run };
}

/** Codes: `guard.name-differs`, `guard.held-too-short`. */
export function checkChallenge(
  { challenge, issuedAt }: OpenChallenge,
  typedName: string | null,
  now: number,
): Result<null> {
  if (challenge.method === "type-name") {
    return typedName !== null && isSameName(typedName, challenge.tenantName)
      ? success(null)
      : failure(
          "guard.name-differs",
          `What was typed is not "${challenge.tenantName}", so nothing was approved. Capitals count.`,
        );
  }
  return now - issuedAt >= challenge.holdMilliseconds
    ? success(null)
    : failure(
        "guard.held-too-short",
        "It was let go too early, so nothing was approved. Hold it for 1.5 seconds.",
      );
}

export function noChallenge(): Result<never> {
  return failure(
    "guard.no-challenge",
    "This approval was asked for in another window, was used already, or the tenant has changed since. Ask for it again.",
  );
}

export function approvalRequired(
  { id, name }: GuardSubject,
  method: GuardMethod,
  run: GuardedRun | null = null,
): Result<never> {
  const details: ApprovalRequired = { tenantId: id, tenantName: name, method, run };
  const message =
    run === null
      ? `"${name}" is production, and sending to it is not approved. Nothing was sent. Approve it, then send again.`
      : `"${name}" is production, and a run needs an approval of its own, of the number of events and the rate. Approve it, then start the run again.`;
  return failure("guard.approval-required", message, details);
}
