import type { AutosaveOptions } from "./autosave.ts";

/** Typing pauses after this long without a change; then the draft is saved. */
const PAUSE_MS = 100;
/** Who types on without a pause has what was typed saved after this long all the same. */
const LATEST_MS = 300;

/** When drafts are saved as they are typed: what a crash can take is no more than that. */
export const AUTOSAVE_TIMERS: Pick<AutosaveOptions, "afterPause" | "atLatest"> = {
  afterPause: after(PAUSE_MS),
  atLatest: after(LATEST_MS),
};

function after(milliseconds: number): (task: () => void) => () => void {
  return (task) => {
    const timer = setTimeout(task, milliseconds);
    return () => clearTimeout(timer);
  };
}
