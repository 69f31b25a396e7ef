import type { RefObject } from "react";
import { useActions } from "../../app/actions-context.tsx";
import { isInUse } from "../../app/platform.ts";

/** Runs the event's presets, wherever the focus is while Compose is shown. `onRun` answers whether they are its to run. */
export function usePresetKeys(screen: RefObject<HTMLElement | null>, onRun: () => boolean): void {
  useActions({ "presets.run": () => isInUse(screen.current) && onRun() });
}
