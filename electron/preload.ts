import { contextBridge, ipcRenderer, type IpcRendererEvent } from "electron";
import { callNames, eventNames } from "../shared/contract/names.ts";
import { CALL_CHANNEL, EVENT_CHANNEL } from "./hosts/desktop/channels.ts";

// All that the window gets of Electron: two functions that know names only. Values are checked on the other side.

function isKnown(names: readonly string[], name: unknown): boolean {
  return typeof name === "string" && names.includes(name);
}

function call(name: unknown, input: unknown): Promise<unknown> {
  if (!isKnown(callNames, name)) {
    const error = { code: "call.unknown", message: "The console has no such call." };
    return Promise.resolve({ ok: false, error });
  }
  return ipcRenderer.invoke(CALL_CHANNEL, name, JSON.stringify(input ?? {}));
}

/** Answers the way to stop listening. The listener gets the payload, never Electron's event with its sender. */
function on(name: unknown, listener: (payload: unknown) => void): () => void {
  if (!isKnown(eventNames, name)) return () => undefined;
  const forward = (_event: IpcRendererEvent, sent: unknown, payload: unknown) => {
    if (sent === name) listener(payload);
  };
  ipcRenderer.on(EVENT_CHANNEL, forward);
  return () => {
    ipcRenderer.removeListener(EVENT_CHANNEL, forward);
  };
}

contextBridge.exposeInMainWorld("optievent", { call, on });
