import { PROGRAM } from "../../../shared/contract/dispatch.ts";
import { isProductionTarget } from "../../../shared/guard/production.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { subjectOf } from "../../core/guard/guard-target.ts";
import type { SendTarget } from "../../core/send/types.ts";
import type { Sending } from "./send-setup.ts";

/**
 * Gives the guard what `--confirm-production` says, as the window gives it what is typed. The guard itself stands in the send
 * path; this only tells people the option that it wants. Codes: `guard.approval-required`, `guard.name-differs`.
 */
export function confirmProduction({ guard, options }: Sending, target: SendTarget): Result<null> {
  if (!isProductionTarget(target.tenant, target.url)) return success(null);
  const subject = subjectOf(target);
  if (options.confirmProduction === undefined) {
    return failure(
      "guard.approval-required",
      `"${subject.name}" is production, so nothing was sent. To send, add --confirm-production ${quote(subject.name)}.`,
      { tenantName: subject.name },
    );
  }
  const { challengeId } = guard.request(PROGRAM.windowId, subject, { method: "type-name" });
  return guard.approve(PROGRAM.windowId, challengeId, options.confirmProduction);
}

/** For a POSIX shell, where the name needs it. */
function quote(name: string): string {
  return /^[\w.-]+$/.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`;
}
