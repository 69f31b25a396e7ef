import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

/** Asks before something that cannot be taken back. `confirmLabel` names the deed, never "OK". */
export function ConfirmDialog(props: {
  readonly isOpen: boolean;
  readonly title: string;
  readonly children: ReactNode;
  readonly confirmLabel: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}): ReactNode {
  const actions = (
    <>
      <Button onPress={props.onCancel}>Cancel</Button>
      <Button onPress={props.onConfirm} variant="primary">
        {props.confirmLabel}
      </Button>
    </>
  );
  return (
    <Dialog actions={actions} isOpen={props.isOpen} onClose={props.onCancel} title={props.title}>
      <p>{props.children}</p>
    </Dialog>
  );
}
