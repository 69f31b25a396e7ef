import type { GuardChallenge, GuardedRun } from "../../../shared/contract/guard-calls.ts";
import type { GuardMethod, Settings } from "../../../shared/domain/settings.ts";
import { success, type Result } from "../../../shared/result/result.ts";
import type { Clock } from "../ports.ts";
import {
  approvalRequired,
  checkChallenge,
  newChallenge,
  noChallenge,
  type OpenChallenge,
} from "./challenges.ts";
import { createRunPermits, type RunPermit } from "./run-permits.ts";

const MINUTE = 60_000;

/** Whom an approval is for: a tenant, or the host of an endpoint that belongs to none. */
export type GuardSubject = { readonly id: string; readonly name: string };

/**
 * Keeps production from being sent to by accident. A window holds one approval at a time, for one tenant. It ends when the
 * window turns to another tenant or sends to one, when the tenant is changed, after a time without a send, and with the
 * program. A run takes an approval of its own, which is good for this run and nothing else.
 */
export type Guard = {
  /** Before every single send to production. Code: `guard.approval-required`, its details being `ApprovalRequired`. */
  permit(windowId: string, subject: GuardSubject): Result<null>;
  /** Before every other single send: what the window was approved for is over. */
  passBy(windowId: string): void;
  /** Before a run to production. Code: `guard.approval-required`; the details name the run. */
  beginRun(windowId: string, subject: GuardSubject, run: GuardedRun): Result<RunPermit>;
  /** Issues what an approval takes. The one before it, of the same window, is no longer good. */
  request(
    windowId: string,
    subject: GuardSubject,
    asked?: { readonly method?: GuardMethod; readonly run?: GuardedRun | null },
  ): GuardChallenge;
  /** Codes: `guard.no-challenge`, `guard.name-differs`, `guard.held-too-short`. */
  approve(windowId: string, challengeId: string, typedName: string | null): Result<null>;
  /** The window turned to another tenant. */
  leave(windowId: string): void;
  /** A tenant was changed: no window is approved for it any more. */
  forget(tenantId: string): void;
};

type Approval = { readonly subjectId: string; readonly lastUsedAt: number };

export function createGuard(options: {
  readonly clock: Clock;
  readonly settings: () => Pick<Settings, "guardMethod" | "guardIdleMinutes">;
}): Guard {
  const approvals = new Map<string, Approval>();
  const challenges = new Map<string, OpenChallenge>();
  const now = () => options.clock.now().getTime();
  const isFresh = (moment: number) => isWithin(now() - moment, options.settings().guardIdleMinutes * MINUTE);
  const refuse = (subject: GuardSubject, run: GuardedRun | null = null) =>
    approvalRequired(subject, options.settings().guardMethod, run);
  const runs = createRunPermits({ now, isFresh, refuse });

  function isApproved(windowId: string, subjectId: string): boolean {
    const approval = approvals.get(windowId);
    return approval?.subjectId === subjectId && isFresh(approval.lastUsedAt);
  }

  function approveSubject(windowId: string, subjectId: string): void {
    approvals.set(windowId, { subjectId, lastUsedAt: now() });
  }

  return {
    permit(windowId, subject) {
      if (!isApproved(windowId, subject.id)) {
        approvals.delete(windowId);
        return refuse(subject);
      }
      approveSubject(windowId, subject.id);
      return success(null);
    },
    passBy: (windowId) => void approvals.delete(windowId),
    beginRun: (windowId, subject, run) => runs.begin(windowId, subject, run),
    request(windowId, subject, { method = options.settings().guardMethod, run = null } = {}) {
      const challenge = newChallenge(subject, method, run);
      challenges.set(windowId, { challenge, issuedAt: now() });
      return challenge;
    },
    approve(windowId, challengeId, typedName) {
      const open = challenges.get(windowId);
      if (open?.challenge.challengeId !== challengeId) return noChallenge();
      const met = checkChallenge(open, typedName, now());
      if (!met.ok) return met;
      challenges.delete(windowId);
      const { tenantId, run } = open.challenge;
      if (run === null) approveSubject(windowId, tenantId);
      else runs.approve(windowId, tenantId, run);
      return success(null);
    },
    leave(windowId) {
      approvals.delete(windowId);
      challenges.delete(windowId);
      runs.leave(windowId);
    },
    forget(tenantId) {
      for (const [windowId, { subjectId }] of approvals)
        if (subjectId === tenantId) approvals.delete(windowId);
      for (const [windowId, { challenge }] of challenges)
        if (challenge.tenantId === tenantId) challenges.delete(windowId);
      runs.forget(tenantId);
    },
  };
}

/** A clock that was put back says nothing about how long it has been. */
function isWithin(idle: number, mostMs: number): boolean {
  return idle >= 0 && idle < mostMs;
}
