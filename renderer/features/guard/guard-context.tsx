import { createContext, use, useEffect, useMemo, useState, type ReactNode } from "react";
import { approvalRequiredSchema, type ApprovalRequired } from "../../../shared/contract/guard-calls.ts";
import type { AppError } from "../../../shared/result/result.ts";
import { useWorkspace } from "../../app/workspace-context.tsx";
import { useHost } from "../../host/host-context.tsx";
import { ApproveDialog } from "./approve-dialog.tsx";

export type GuardWindow = {
  /** Asks the user to approve what the guard refused; `afterwards` happens once it is approved. False for other errors. */
  readonly askToApprove: (error: AppError, afterwards: () => void) => boolean;
};

type Asking = { readonly required: ApprovalRequired; readonly afterwards: () => void };

const GuardContext = createContext<GuardWindow | null>(null);

/** Tells the guard which tenant this window works with, and asks for approvals. */
export function GuardProvider(props: { readonly children: ReactNode }): ReactNode {
  const host = useHost();
  const tenantId = useWorkspace().tenant?.id ?? null;
  const [asking, setAsking] = useState<Asking | null>(null);
  useEffect(() => {
    void host.call("guard.chooseTenant", { tenantId });
  }, [host, tenantId]);
  const guard = useMemo<GuardWindow>(
    () => ({
      askToApprove(error, afterwards) {
        const required = approvalRequiredSchema.safeParse(error.details);
        if (error.code !== "guard.approval-required" || !required.success) return false;
        setAsking({ required: required.data, afterwards });
        return true;
      },
    }),
    [],
  );
  return (
    <GuardContext value={guard}>
      {props.children}
      {asking === null ? null : (
        <ApproveDialog
          onApproved={() => {
            setAsking(null);
            asking.afterwards();
          }}
          onClose={() => setAsking(null)}
          required={asking.required}
        />
      )}
    </GuardContext>
  );
}

export function useGuard(): GuardWindow {
  const guard = use(GuardContext);
  if (guard === null) throw new Error("useGuard was used outside of a GuardProvider.");
  return guard;
}
