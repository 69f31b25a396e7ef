import { EventEmitter } from "node:events";
import type { StandInWindow } from "./stand-in-window.ts";

type IpcHandler = (event: unknown, ...args: unknown[]) => unknown;

let makeReady: () => void = () => undefined;
let tellLoaded: (window: StandInWindow) => void = () => undefined;
let tellExit: (code: number) => void = () => undefined;

/** The stand-in's state, and the other side's moves: Electron's, the window's and the user's. */
export const desk = {
  app: null as EventEmitter | null,
  isReady: false,
  isFirstInstance: true,
  ready: new Promise<void>((resolve) => (makeReady = resolve)),
  windows: [] as StandInWindow[],
  ipcHandlers: new Map<string, IpcHandler>(),
  rendererEvents: new EventEmitter(),
  exposed: new Map<string, object>(),
  /** What Electron found on this desktop; null where it found nothing, "basic_text" where it would only pretend. */
  keychainBackend: "gnome_libsecret" as string | null,
  saveChoice: { canceled: true, filePath: "" },
  loaded: new Promise<StandInWindow>((resolve) => (tellLoaded = resolve)),
  exited: new Promise<number>((resolve) => (tellExit = resolve)),
  onLoad: (window: StandInWindow) => tellLoaded(window),
  onExit: (code: number) => tellExit(code),
  becomeReady() {
    record("ready");
    desk.isReady = true;
    makeReady();
  },
  /** A call as Electron would hand it on from the console's own document. */
  invokeFromWindow(channel: string, args: readonly unknown[]): Promise<unknown> {
    return desk.invokeFrom(desk.ownSender(), channel, args);
  },
  invokeFrom(event: object, channel: string, args: readonly unknown[]): Promise<unknown> {
    return Promise.resolve(desk.ipcHandlers.get(channel)?.(event, ...args));
  },
  ownSender() {
    return {
      sender: { id: desk.windows[0]?.webContents.id },
      senderFrame: { parent: null as object | null, origin: "app://console" },
    };
  },
};

/** What the host asked of Electron, in order: the name of what it used, then the arguments. */
export const journal: (readonly [string, ...unknown[]])[] = [];
export type Journal = typeof journal;

export function record(what: string, ...args: unknown[]): void {
  journal.push([what, ...args]);
}
