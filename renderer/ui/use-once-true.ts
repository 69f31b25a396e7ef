import { useState } from "react";

/** Whether something is so or was so before: a control that became another one stays it, and keeps the keyboard. */
export function useOnceTrue(isTrue: boolean): boolean {
  const [wasTrue, setWasTrue] = useState(isTrue);
  if (isTrue && !wasTrue) setWasTrue(true);
  return isTrue || wasTrue;
}
