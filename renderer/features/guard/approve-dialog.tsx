import { useState, type ReactNode } from "react";
import type { ApprovalRequired, GuardedRun } from "../../../shared/contract/guard-calls.ts";
import type { AppError } from "../../../shared/result/result.ts";
import { useSetting } from "../../app/use-setting.ts";
import { useHost } from "../../host/host-context.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { formatCount } from "../../ui/quantities.ts";
import { TextField } from "../../ui/text-field.tsx";
import { FormDialog } from "../vault/form-dialog.tsx";
import styles from "./approve-dialog.module.css";
import { HoldButton } from "./hold-button.tsx";

export type ApproveDialogProps = {
  readonly required: ApprovalRequired;
  readonly onApproved: () => void;
  readonly onClose: () => void;
};

/** Asks before this window sends to production. What is given is checked by the console, not here. */
export function ApproveDialog(props: ApproveDialogProps): ReactNode {
  return props.required.method === "hold" ? <HoldDialog {...props} /> : <NameDialog {...props} />;
}

function NameDialog({ required, onApproved, onClose }: ApproveDialogProps): ReactNode {
  const host = useHost();
  const [typedName, setTypedName] = useState("");
  async function approve(): Promise<AppError | null> {
    const asked = await host.call("guard.request", { tenantId: required.tenantId, run: required.run });
    if (!asked.ok) return asked.error;
    const { challengeId } = asked.value;
    const approved = await host.call("guard.approve", { challengeId, typedName });
    return approved.ok ? null : approved.error;
  }
  return (
    <FormDialog
      isSubmitDisabled={typedName.trim() === ""}
      onClose={onClose}
      onDone={onApproved}
      onSubmit={approve}
      submitLabel={required.run === null ? "Approve and send" : "Approve and run"}
      title={titleFor(required)}
    >
      <Explanation required={required} />
      <TextField
        hasFocus
        label={`Type the name of the tenant: ${required.tenantName}`}
        onChange={setTypedName}
        value={typedName}
      />
    </FormDialog>
  );
}

function HoldDialog({ required, onApproved, onClose }: ApproveDialogProps): ReactNode {
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <HoldButton onApproved={onApproved} onProblem={setProblem} required={required}>
            {required.run === null ? "Hold to approve and send" : "Hold to approve and run"}
          </HoldButton>
        </>
      }
      isKept
      isOpen
      onClose={onClose}
      title={titleFor(required)}
    >
      <Explanation required={required} />
      <p>Hold the button, or the space bar while it has the focus, until it is filled.</p>
      {problem === null ? null : (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </Dialog>
  );
}

function titleFor({ run }: ApprovalRequired): string {
  return run === null ? "Send to production" : "Run against production";
}

function Explanation({ required }: { readonly required: ApprovalRequired }): ReactNode {
  const guardIdleMinutes = useSetting("guardIdleMinutes");
  if (required.run !== null) return <RunExplanation name={required.tenantName} run={required.run} />;
  return (
    <p>
      <strong>{required.tenantName}</strong> is production: the event will count there. The approval is for
      this window and this tenant. It ends when you turn to another tenant, or after{" "}
      {formatCount(guardIdleMinutes, "minute", "minutes")} without a send.
    </p>
  );
}

function RunExplanation({ name, run }: { readonly name: string; readonly run: GuardedRun }): ReactNode {
  const rate = run.perSecond === null ? "as fast as the answers come" : `at most ${run.perSecond} a second`;
  return (
    <p>
      <strong>{formatCount(run.eventCount, "event", "events")}</strong> would be sent to{" "}
      <strong>{name}</strong>, {rate}. It is production: they will count there. The approval is for this run
      only.
    </p>
  );
}
