import { EventEmitter } from "node:events";
import { desk, record } from "./desk.ts";

type Handler = (...args: unknown[]) => unknown;

/** A session that keeps the handlers it was given, by the name of the method that gave them. */
export class StandInSession extends EventEmitter {
  readonly handlers = new Map<string, Handler>();
  readonly protocol = {
    handle: (scheme: string, handler: Handler) => {
      record("protocol.handle", scheme);
      this.handlers.set(`protocol.handle ${scheme}`, handler);
    },
  };
  readonly webRequest = {
    onBeforeRequest: (handler: Handler) => this.handlers.set("onBeforeRequest", handler),
  };
  setPermissionRequestHandler(handler: Handler): void {
    this.handlers.set("setPermissionRequestHandler", handler);
  }
  setPermissionCheckHandler(handler: Handler): void {
    this.handlers.set("setPermissionCheckHandler", handler);
  }
  setDevicePermissionHandler(handler: Handler): void {
    this.handlers.set("setDevicePermissionHandler", handler);
  }
  resolveProxy(url: string): Promise<string> {
    record("session.resolveProxy", url);
    return Promise.resolve("DIRECT");
  }
  setSpellCheckerEnabled(isEnabled: boolean): void {
    record("session.setSpellCheckerEnabled", isEnabled);
  }
}

let lastId = 0;

export class StandInContents extends EventEmitter {
  readonly id = ++lastId;
  windowOpenHandler: Handler | null = null;
  setWindowOpenHandler(handler: Handler): void {
    this.windowOpenHandler = handler;
  }
  send(channel: string, ...args: unknown[]): void {
    desk.rendererEvents.emit(channel, { sender: "electron's own" }, ...args);
  }
}

export class StandInWindow extends EventEmitter {
  readonly webContents = new StandInContents();
  readonly options: unknown;
  isShown = false;
  constructor(options: unknown) {
    super();
    this.options = options;
    record("BrowserWindow", options);
    desk.windows.push(this);
    desk.app?.emit("web-contents-created", {}, this.webContents);
  }
  loadURL(url: string): Promise<void> {
    record("loadURL", url);
    desk.onLoad(this);
    return Promise.resolve();
  }
  show(): void {
    this.isShown = true;
    record("show");
  }
  focus(): void {
    record("focus");
  }
  isMinimized(): boolean {
    return true;
  }
  restore(): void {
    record("restore");
  }
  maximize(): void {
    record("maximize");
  }
  isMaximized(): boolean {
    return false;
  }
  isDestroyed(): boolean {
    return !desk.windows.includes(this);
  }
  getNormalBounds(): object {
    return { x: 10, y: 20, width: 1000, height: 700 };
  }
  /** As Electron does when the user closes it. */
  close(): void {
    this.emit("close", {});
    desk.windows.splice(desk.windows.indexOf(this), 1);
    this.emit("closed");
    if (desk.windows.length === 0) desk.app?.emit("window-all-closed");
  }
}
