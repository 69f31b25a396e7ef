import type { GuardedRun } from "../../../shared/contract/guard-calls.ts";
import type { Result } from "../../../shared/result/result.ts";
import { success } from "../../../shared/result/result.ts";
import type { GuardSubject } from "./guard.ts";

/** What a run may still send. Whoever runs asks before each event, and says when the run is over. */
export type RunPermit = {
  /** Before each send to production. Code: `guard.approval-required`: the run ends here. */
  permit(subject: GuardSubject): Result<null>;
  end(): void;
};

/** The runs that were approved and those that are under way. */
export type RunPermits = {
  /** One run may begin in this window, as it was approved and soon. */
  approve(windowId: string, subjectId: string, run: GuardedRun): void;
  /** Code: `guard.approval-required`. The approval is used up by it. */
  begin(windowId: string, subject: GuardSubject, run: GuardedRun): Result<RunPermit>;
  /** Runs of this window that have not begun are not approved any more. */
  leave(windowId: string): void;
  /** The tenant was changed: nothing of it is approved any more, runs under way included. */
  forget(tenantId: string): void;
};

type ApprovedRun = { readonly subjectId: string; readonly run: GuardedRun; readonly approvedAt: number };
type RunUnderWay = { readonly subjectId: string; left: number; lastUsedAt: number };

export function createRunPermits(options: {
  readonly now: () => number;
  /** Whether what was last used then is still good. */
  readonly isFresh: (moment: number) => boolean;
  readonly refuse: (subject: GuardSubject, run: GuardedRun) => Result<never>;
}): RunPermits {
  const approved = new Map<string, ApprovedRun>();
  const underWay = new Set<RunUnderWay>();

  function takeApproval(windowId: string, subject: GuardSubject, run: GuardedRun): boolean {
    const approval = approved.get(windowId);
    approved.delete(windowId);
    return (
      approval?.subjectId === subject.id &&
      isSameRun(approval.run, run) &&
      options.isFresh(approval.approvedAt)
    );
  }

  return {
    approve: (windowId, subjectId, run) =>
      void approved.set(windowId, { subjectId, run, approvedAt: options.now() }),
    begin(windowId, subject, run) {
      if (!takeApproval(windowId, subject, run)) return options.refuse(subject, run);
      const current: RunUnderWay = {
        subjectId: subject.id,
        left: run.eventCount,
        lastUsedAt: options.now(),
      };
      underWay.add(current);
      return success({
        permit(next) {
          const isCovered = underWay.has(current) && next.id === current.subjectId && current.left > 0;
          if (!isCovered || !options.isFresh(current.lastUsedAt)) {
            underWay.delete(current);
            return options.refuse(next, run);
          }
          current.left -= 1;
          current.lastUsedAt = options.now();
          return success(null);
        },
        end: () => void underWay.delete(current),
      });
    },
    leave: (windowId) => void approved.delete(windowId),
    forget(tenantId) {
      for (const [windowId, { subjectId }] of approved) if (subjectId === tenantId) approved.delete(windowId);
      for (const run of underWay) if (run.subjectId === tenantId) underWay.delete(run);
    },
  };
}

function isSameRun(one: GuardedRun, other: GuardedRun): boolean {
  return one.eventCount === other.eventCount && one.perSecond === other.perSecond;
}
