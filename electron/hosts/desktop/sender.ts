import type { WebContents, WebFrameMain } from "electron";
import { WINDOW_ORIGIN } from "./window-origin.ts";

export type Sender = {
  readonly sender: Pick<WebContents, "id">;
  readonly senderFrame: Pick<WebFrameMain, "parent" | "origin"> | null;
};

/** Whether a message comes from the document of our window itself: not from another page, nor from a frame within it. */
export function isOwnSender(event: Sender, windowId: number | null): boolean {
  const frame = event.senderFrame;
  if (windowId === null || frame === null) return false;
  return event.sender.id === windowId && frame.parent === null && frame.origin === WINDOW_ORIGIN;
}
