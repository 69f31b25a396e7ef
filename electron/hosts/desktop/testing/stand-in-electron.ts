import { EventEmitter } from "node:events";
import { tmpdir } from "node:os";
import { desk, record } from "./desk.ts";
import { StandInSession, StandInWindow } from "./stand-in-window.ts";

// Takes Electron's place when the built desktop host is booted in plain Node: the parts that the host uses, each writing
// down what it was asked. `desk.ts` holds what was written down and lets a test play Electron's and the user's side.

class StandInApp extends EventEmitter {
  readonly isPackaged = true;
  readonly commandLine = {
    appendSwitch: (name: string, value?: string) => record("commandLine", name, value),
  };
  enableSandbox(): void {
    record("app.enableSandbox");
  }
  setPath(name: string, path: string): void {
    record("app.setPath", name, path);
  }
  setAppUserModelId(id: string): void {
    record("app.setAppUserModelId", id);
  }
  getPath(): string {
    return tmpdir();
  }
  getVersion(): string {
    return "1.2.3";
  }
  requestSingleInstanceLock(): boolean {
    record("app.requestSingleInstanceLock");
    return desk.isFirstInstance;
  }
  whenReady(): Promise<void> {
    return desk.ready;
  }
  isReady(): boolean {
    return desk.isReady;
  }
  /** As Electron does: asks the windows and whoever listens, and ends the process unless one objects. */
  quit(): void {
    record("app.quit");
    const event = { isPrevented: false, preventDefault: () => (event.isPrevented = true) };
    this.emit("before-quit", event);
    if (event.isPrevented) return;
    this.emit("will-quit", event);
    if (!event.isPrevented) this.exit(0);
  }
  exit(code: number): void {
    record("app.exit", code);
    desk.onExit(code);
  }
}

export const app = new StandInApp();

export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown) => record("protocol.registerSchemesAsPrivileged", schemes),
};

export const session = { defaultSession: new StandInSession() };

export const BrowserWindow = StandInWindow;

export const ipcMain = Object.assign(new EventEmitter(), {
  handle(channel: string, handler: (event: unknown, ...args: unknown[]) => unknown) {
    record("ipcMain.handle", channel);
    desk.ipcHandlers.set(channel, handler);
  },
});

export const ipcRenderer = Object.assign(desk.rendererEvents, {
  invoke: (channel: string, ...args: unknown[]) => desk.invokeFromWindow(channel, args),
});

export const contextBridge = {
  exposeInMainWorld(name: string, surface: object) {
    desk.exposed.set(name, surface);
  },
};

export const dialog = {
  showOpenDialog: (_window: unknown, options: unknown) => {
    record("dialog.showOpenDialog", options);
    return Promise.resolve({ canceled: false, filePaths: ["/certificates/company.pem"] });
  },
  showSaveDialog: () => Promise.resolve(desk.saveChoice),
  showErrorBox: (title: string, content: string) => record("dialog.showErrorBox", title, content),
};

export const shell = {
  openExternal(url: string) {
    record("shell.openExternal", url);
    return Promise.resolve();
  },
};

/** Keeps a secret as Electron does on a desktop with a keychain: what comes back is no text to be read. */
export const safeStorage = {
  isAsyncEncryptionAvailable() {
    record("safeStorage.isAsyncEncryptionAvailable");
    return Promise.resolve(desk.isReady && desk.keychainBackend !== null);
  },
  getSelectedStorageBackend: () => desk.keychainBackend ?? "basic_text",
  encryptStringAsync(text: string) {
    record("safeStorage.encryptStringAsync");
    return Promise.resolve(Buffer.from(text, "utf8").map((byte) => byte ^ 0x5a));
  },
  decryptStringAsync(encrypted: Buffer) {
    record("safeStorage.decryptStringAsync");
    const result = Buffer.from(encrypted.map((byte) => byte ^ 0x5a)).toString("utf8");
    return Promise.resolve({ result, shouldReEncrypt: false });
  },
};

export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
};

export const Menu = {
  buildFromTemplate: (template: unknown) => template,
  setApplicationMenu: (menu: unknown) => record("Menu.setApplicationMenu", menu),
};

desk.app = app;

// electron-store imports the module as a whole.
// oxlint-disable-next-line import/no-default-export
export default {
  app,
  protocol,
  safeStorage,
  session,
  BrowserWindow,
  ipcMain,
  ipcRenderer,
  contextBridge,
  dialog,
  shell,
  screen,
  Menu,
};
