import { createContext, useContext, type ReactNode } from "react";

const ReadOnlyContext = createContext(false);

/**
 * Fields that can be gone to, read and copied, and not changed for the moment. Buttons in it, which only change, are disabled.
 */
export function ReadOnlyFields(props: {
  readonly isReadOnly: boolean;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}): ReactNode {
  const isReadOnly = useReadOnly(props.isReadOnly);
  return (
    <ReadOnlyContext value={isReadOnly}>
      <div className={props.className} data-readonly={isReadOnly || undefined}>
        {props.children}
      </div>
    </ReadOnlyContext>
  );
}

/** Whether a control is read-only, by itself or by what it stands in. */
export function useReadOnly(isReadOnly = false): boolean {
  const isAround = useContext(ReadOnlyContext);
  return isAround || isReadOnly;
}
