import { useEffect, useEffectEvent } from "react";
import type { Asked } from "./asked-places.ts";
import { useNavigation } from "./navigation-context.tsx";

/** Does what this part of a screen is asked for, once it is there. */
export function useAsked(handlers: Partial<Record<Asked, () => void>>): void {
  const { asked, setAsked } = useNavigation();
  const handle = useEffectEvent((what: Asked) => {
    const handler = handlers[what];
    if (handler === undefined) return;
    setAsked(null);
    handler();
  });
  useEffect(() => {
    if (asked !== null) handle(asked);
  }, [asked]);
}
