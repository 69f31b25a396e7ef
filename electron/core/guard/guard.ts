import { randomUUID } from "node:crypto";
import type { ApprovalRequired, GuardChallenge } from "../../../shared/contract/guard-calls.ts";
import type { GuardMethod, Settings } from "../../../shared/domain/settings.ts";
import { isSameName } from "../../../shared/guard/production.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import type { Clock } from "../ports.ts";

/** How long a key or button is held to approve. */
export const HOLD_MILLISECONDS = 1500;

const MINUTE = 60_000;

/** Whom an approval is for: a tenant, or the host of an endpoint that belongs to none. */
export type GuardSubject = { readonly id: string; readonly name: string };

/**
 * Keeps production from being sent to by accident. A window holds one approval at a time, for one tenant. It ends when the
 * window turns to another tenant or sends to one, when the tenant is changed, after a time without a send, and with the
 * program.
 */
export type Guard = {
  /** Before every send to production. Code: `guard.approval-required`, its details being `ApprovalRequired`. */
  permit(windowId: string, subject: GuardSubject): Result<null>;
  /** Before every other send: what the window was approved for is over. */
  passBy(windowId: string): void;
  /** Issues what an approval takes. The one before it, of the same window, is no longer good. */
  request(windowId: string, subject: GuardSubject, method?: GuardMethod): GuardChallenge;
  /** Codes: `guard.no-challenge`, `guard.name-differs`, `guard.held-too-short`. */
  approve(windowId: string, challengeId: string, typedName: string | null): Result<null>;
  /** The window turned to another tenant. */
  leave(windowId: string): void;
  /** A tenant was changed: no window is approved for it any more. */
  forget(tenantId: string): void;
};

type Approval = { readonly subjectId: string; readonly lastUsedAt: number };
type OpenChallenge = { readonly challenge: GuardChallenge; readonly issuedAt: number };

export function createGuard(options: {
  readonly clock: Clock;
  readonly settings: () => Pick<Settings, "guardMethod" | "guardIdleMinutes">;
}): Guard {
  const approvals = new Map<string, Approval>();
  const challenges = new Map<string, OpenChallenge>();
  const now = () => options.clock.now().getTime();

  function isApproved(windowId: string, subjectId: string): boolean {
    const approval = approvals.get(windowId);
    if (approval?.subjectId !== subjectId) return false;
    const idle = now() - approval.lastUsedAt;
    // A clock that was put back says nothing about how long it has been.
    return idle >= 0 && idle < options.settings().guardIdleMinutes * MINUTE;
  }

  function approveSubject(windowId: string, subjectId: string): void {
    approvals.set(windowId, { subjectId, lastUsedAt: now() });
  }

  return {
    permit(windowId, subject) {
      if (!isApproved(windowId, subject.id)) {
        approvals.delete(windowId);
        return approvalRequired(subject, options.settings().guardMethod);
      }
      approveSubject(windowId, subject.id);
      return success(null);
    },
    passBy: (windowId) => void approvals.delete(windowId),
    request(windowId, subject, method = options.settings().guardMethod) {
      const challenge = newChallenge(subject, method);
      challenges.set(windowId, { challenge, issuedAt: now() });
      return challenge;
    },
    approve(windowId, challengeId, typedName) {
      const open = challenges.get(windowId);
      if (open?.challenge.challengeId !== challengeId) return noChallenge();
      const met = checkChallenge(open, typedName, now());
      if (!met.ok) return met;
      challenges.delete(windowId);
      approveSubject(windowId, open.challenge.tenantId);
      return success(null);
    },
    leave(windowId) {
      approvals.delete(windowId);
      challenges.delete(windowId);
    },
    forget(tenantId) {
      for (const [windowId, { subjectId }] of approvals)
        if (subjectId === tenantId) approvals.delete(windowId);
      for (const [windowId, { challenge }] of challenges)
        if (challenge.tenantId === tenantId) challenges.delete(windowId);
    },
  };
}

function newChallenge({ id, name }: GuardSubject, method: GuardMethod): GuardChallenge {
  const holdMilliseconds = method === "hold" ? HOLD_MILLISECONDS : 0;
  return { challengeId: randomUUID(), tenantId: id, tenantName: name, method, holdMilliseconds };
}

function checkChallenge(
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

function noChallenge(): Result<never> {
  return failure(
    "guard.no-challenge",
    "This approval was asked for in another window, was used already, or the tenant has changed since. Ask for it again.",
  );
}

function approvalRequired({ id, name }: GuardSubject, method: GuardMethod): Result<never> {
  const details: ApprovalRequired = { tenantId: id, tenantName: name, method };
  return failure(
    "guard.approval-required",
    `"${name}" is production, and sending to it is not approved. Nothing was sent. Approve it, then send again.`,
    details,
  );
}
