import { useRef, useState, type ReactNode } from "react";
import type { AppError } from "../../../shared/result/result.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import styles from "./form-dialog.module.css";

type FormDialogProps = {
  readonly title: string;
  readonly submitLabel: string;
  readonly isSubmitDisabled?: boolean;
  /** Answers what went wrong; null is done. */
  readonly onSubmit: () => Promise<AppError | null>;
  /** It was cancelled. */
  readonly onClose: () => void;
  /** It is done; closes as well unless said otherwise. */
  readonly onDone?: () => void;
  /** Other ways to go on, before the usual buttons. */
  readonly otherActions?: ReactNode;
  readonly cancelLabel?: string;
  /** The fields themselves say what went wrong; it is not said again below them. */
  readonly areErrorsInFields?: boolean;
  readonly isBroad?: boolean;
  readonly children: ReactNode;
};

/** A few fields and what to do with them. What goes wrong is said in the dialog, which stays until it went well. */
export function FormDialog(props: FormDialogProps): ReactNode {
  const form = useRef<HTMLFormElement>(null);
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const isDisabled = props.isSubmitDisabled ?? false;
  async function submit(): Promise<void> {
    if (isPending || isDisabled) return;
    setPending(true);
    setError(null);
    const problem = await props.onSubmit();
    setPending(false);
    if (problem === null) (props.onDone ?? props.onClose)();
    else setError(problem);
  }
  const actions = (
    <>
      {props.otherActions}
      <Button onPress={props.onClose}>{props.cancelLabel ?? "Cancel"}</Button>
      <Button isDisabled={isDisabled} onPress={() => form.current?.requestSubmit()} variant="primary">
        {isPending ? "One moment" : props.submitLabel}
      </Button>
    </>
  );
  return (
    <Dialog
      actions={actions}
      isBroad={props.isBroad ?? false}
      isKept
      isOpen
      onClose={props.onClose}
      title={props.title}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
        ref={form}
      >
        {props.children}
        {error === null || props.areErrorsInFields === true ? null : (
          <p className={styles.error} role="alert">
            {error.message}
          </p>
        )}
        {/* Has Enter submit the form; the button to press is the dialog's. */}
        <input aria-hidden className={styles.submit} tabIndex={-1} type="submit" value="" />
      </form>
    </Dialog>
  );
}
