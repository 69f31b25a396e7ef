import type { BrowserWindow, IpcMain } from "electron";
import type { EventBus } from "../../core/ports.ts";
import { CALL_TOO_LARGE } from "../../../shared/contract/call-limits.ts";
import type { Dispatch } from "../../../shared/contract/dispatch.ts";
import { failure, type Result } from "../../../shared/result/result.ts";
import { CALL_CHANNEL, EVENT_CHANNEL } from "./channels.ts";
import { isOwnSender, type Sender } from "./sender.ts";

/** The largest call holds a draft of 16 MiB, which JSON may write longer than it is. */
const MAX_INPUT_LENGTH = 34 * 1024 * 1024;

/**
 * Connects the window to the console. A call's input arrives as JSON text, so that its size is known before anything is
 * done with it and nothing but JSON values can come in.
 */
export function connectWindow(
  ipcMain: IpcMain,
  console: { readonly dispatch: Dispatch; readonly events: EventBus },
  currentWindow: () => BrowserWindow | null,
): void {
  ipcMain.handle(CALL_CHANNEL, (event, name: unknown, text: unknown) =>
    answerCall(console.dispatch, event, currentWindow()?.webContents.id ?? null, name, text),
  );
  console.events.on((name, payload) => currentWindow()?.webContents.send(EVENT_CHANNEL, name, payload));
}

async function answerCall(
  dispatch: Dispatch,
  event: Sender,
  windowId: number | null,
  name: unknown,
  text: unknown,
): Promise<Result<unknown>> {
  if (!isOwnSender(event, windowId)) {
    return failure("call.foreign-sender", "The console answers its own window only.");
  }
  if (typeof text !== "string") return failure("call.invalid-input", "The call's input is not text.");
  if (text.length > MAX_INPUT_LENGTH) return failure("call.too-large", CALL_TOO_LARGE);
  const input = parseJson(text);
  if (input === undefined) return failure("call.invalid-input", "The call's input is not JSON.");
  return dispatch(name, input, { windowId: `window ${windowId}` });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
