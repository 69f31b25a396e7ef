import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { desk, type Journal } from "./desk.ts";
import type { StandInContents, StandInSession, StandInWindow } from "./stand-in-window.ts";

type Bridge = {
  call(name: string, input: unknown): Promise<unknown>;
  on(name: string, listener: (payload: unknown) => void): () => void;
};

const CALL_CHANNEL = "optievent:call";

/** Uses and attacks the booted host as Electron, the window and the user would. Answers JSON values. */
export async function probeDesktop(paths: { window: StandInWindow; outFolder: string; savePath: string }) {
  const { window } = paths;
  const electron = (await import("./stand-in-electron.ts")).default;
  const preload = join(paths.outFolder, "preload/index.cjs");
  createRequire(import.meta.url)(preload);
  const bridge = desk.exposed.get("optievent") as Bridge;
  const shownBeforeReady = window.isShown;
  window.emit("ready-to-show");
  return {
    shownBeforeReady,
    exposed: [...desk.exposed.keys()],
    surface: Object.keys(bridge).toSorted(),
    files: await probeFiles(electron.session.defaultSession, paths.outFolder),
    session: probeSession(electron.session.defaultSession),
    navigation: probeNavigation(window.webContents),
    senders: await probeSenders(),
    use: await probeUse(bridge, paths.savePath),
    vault: await probeVault(bridge),
    preloadBytes: readFileSync(preload).length,
    end: endAsUser(electron.app, window),
  };
}

/** What `boot.ts` prints. */
export type BootReport = Awaited<ReturnType<typeof probeDesktop>> & {
  readonly journal: Journal;
  readonly exitCode: number;
};

async function probeFiles(session: StandInSession, outFolder: string) {
  const handler = session.handlers.get("protocol.handle app");
  const script = /src="\.(\/[^"]+\.js)"/.exec(
    readFileSync(join(outFolder, "renderer/index.html"), "utf8"),
  )?.[1];
  const requests: [string, string][] = [
    ["GET", "app://console/"],
    ["GET", `app://console${script ?? ""}`],
    ["POST", "app://console/"],
    ["GET", "app://other/index.html"],
    ["GET", "app://user@console/index.html"],
    ["GET", "app://console:80/index.html"],
    ["GET", "app://console/../main/desktop.js"],
    ["GET", "app://console/%2e%2e/main/desktop.js"],
    ["GET", "app://console/..%2fmain%2fdesktop.js"],
    ["GET", "app://console/assets/..%5c..%5cmain%5cdesktop.js"],
    ["GET", "app://console//etc/passwd"],
    ["GET", "https://console/"],
  ];
  return Promise.all(
    requests.map(async ([method, url]) => {
      const response = (await handler?.({ method, url })) as Response;
      return {
        method,
        url,
        status: response.status,
        type: response.headers.get("content-type"),
        policy: response.headers.get("content-security-policy"),
        text: await response.text(),
      };
    }),
  );
}

function probeSession(session: StandInSession) {
  const permissions = ["media", "geolocation", "notifications", "openExternal", "clipboard-read", "usb"];
  const request = (permission: string, requestingUrl: string) => {
    let isGranted: unknown;
    const answer = (granted: unknown) => (isGranted = granted);
    session.handlers.get("setPermissionRequestHandler")?.(null, permission, answer, { requestingUrl });
    return isGranted;
  };
  const check = (permission: string, origin: string) =>
    session.handlers.get("setPermissionCheckHandler")?.(null, permission, origin, {});
  const download = preventable();
  session.emit("will-download", download);
  return {
    granted: permissions.filter((permission) => request(permission, "app://console/") !== false),
    checked: permissions.filter((permission) => check(permission, "app://console") !== false),
    copy: [
      request("clipboard-sanitized-write", "app://console/"),
      check("clipboard-sanitized-write", "app://console"),
    ],
    foreignCopy: [
      request("clipboard-sanitized-write", "https://evil.example/"),
      check("clipboard-sanitized-write", "app://console.evil"),
    ],
    device: session.handlers.get("setDevicePermissionHandler")?.({}),
    downloadPrevented: download.isPrevented,
    cancelled: Object.fromEntries(
      [
        "app://console/x.js",
        "https://evil.example/",
        "http://127.0.0.1:1/",
        "ws://evil.example/",
        "file:///etc/passwd",
      ].map((url) => [url, isCancelled(session, url)]),
    ),
  };
}

function isCancelled(session: StandInSession, url: string): unknown {
  let cancel: unknown;
  session.handlers.get("onBeforeRequest")?.(
    { url },
    (answer: { cancel: unknown }) => (cancel = answer.cancel),
  );
  return cancel;
}

function probeNavigation(contents: StandInContents) {
  const names = ["will-navigate", "will-frame-navigate", "will-redirect", "will-attach-webview"];
  const prevented = names.map((name) => {
    const event = Object.assign(preventable(), { url: "file:///dropped.html" });
    contents.emit(name, event, event.url);
    return [name, event.isPrevented];
  });
  const links = [
    "https://docs.optimove.com/",
    "https://evil.example/",
    "file:///etc/passwd",
    "app://console/",
  ];
  return {
    prevented: Object.fromEntries(prevented) as Record<string, boolean>,
    opened: links.map((url) => contents.windowOpenHandler?.({ url })),
  };
}

async function probeSenders() {
  const own = desk.ownSender();
  const frame = own.senderFrame;
  const senders: Record<string, object> = {
    own,
    "another page": { ...own, sender: { id: 4711 } },
    "a frame within the page": { ...own, senderFrame: { ...frame, parent: {} } },
    "another origin": { ...own, senderFrame: { ...frame, origin: "https://evil.example" } },
    "a frame that is gone": { ...own, senderFrame: null },
  };
  const answers = Object.entries(senders).map(async ([name, event]) => {
    return [name, await desk.invokeFrom(event, CALL_CHANNEL, ["app.info", "{}"])];
  });
  const fromOwn = (...args: unknown[]) => desk.invokeFrom(own, CALL_CHANNEL, args);
  return {
    answers: Object.fromEntries(await Promise.all(answers)) as Record<string, unknown>,
    inputs: {
      tooLarge: await fromOwn("app.info", " ".repeat(35 * 1024 * 1024)),
      noText: await fromOwn("app.info", {}),
      noJson: await fromOwn("app.info", "{"),
      unknown: await fromOwn("app.quit", "{}"),
      noName: await fromOwn({ toString: "app.info" }, "{}"),
    },
  };
}

async function probeUse(bridge: Bridge, savePath: string) {
  const heard: unknown[] = [];
  const stop = bridge.on("history.changed", (...args) => heard.push(args));
  const send = {
    sendId: "one",
    tenantId: "sandbox",
    api: "optievent",
    text: '{"tenant":999,"event":"newsletter_signup","customer":"c-1","timestamp":"{{$now}}","context":{"email":"johndoe@domain.com","opt_in":true}}',
    eventKey: "newsletter_signup",
    draftId: null,
  };
  const sent = await bridge.call("exchange.send", send);
  stop();
  await bridge.call("exchange.send", { ...send, sendId: "two" });
  const cancelled = await bridge.call("export.start", {
    taskId: "t",
    selection: { kind: "query", query: {} },
    format: "json",
    profile: "none",
  });
  desk.saveChoice = { canceled: false, filePath: savePath };
  const saved = await bridge.call("export.start", {
    taskId: "t",
    selection: { kind: "query", query: {} },
    format: "json",
    profile: "none",
  });
  return {
    sent,
    heard,
    unknownCall: await bridge.call("app.quit", {}),
    unknownEvent: typeof bridge.on("app.secret", () => undefined),
    cancelled,
    saved,
    export: readFileSync(savePath, "utf8"),
    systemProxy: await probeSystemProxy(bridge),
    chosen: await bridge.call("app.chooseFile", { purpose: "pem" }),
  };
}

/** Tests a connection that goes by the system's proxy; nothing listens where it leads. */
async function probeSystemProxy(bridge: Bridge) {
  const connection = { api: "optievent", endpoint: "https://127.0.0.1:1/report", proxy: { kind: "system" } };
  const created = await bridge.call("tenants.create", {
    name: "By the system's proxy",
    kind: "test",
    tenantNumber: 7,
    connections: [connection],
    catalogId: null,
  });
  const { value } = created as { value: { id: string } };
  return bridge.call("connections.test", { tenantId: value.id, api: "optievent" });
}

/** Makes a vault with the keychain, loses the keychain, and has it back. */
async function probeVault(bridge: Bridge) {
  const before = await bridge.call("vault.status", {});
  const created = await bridge.call("vault.createWithKeychain", {});
  await bridge.call("vault.lock", {});
  desk.keychainBackend = "basic_text";
  const pretended = await bridge.call("vault.retry", {});
  desk.keychainBackend = null;
  const gone = await bridge.call("vault.retry", {});
  desk.keychainBackend = "gnome_libsecret";
  const back = await bridge.call("vault.retry", {});
  return { before, created, pretended, gone, back };
}

/** Starts the program a second time, then closes its window; on a Mac it is told to quit as well. */
function endAsUser(app: { emit(name: string): boolean; quit(): void }, window: StandInWindow): void {
  app.emit("second-instance");
  window.close();
  if (process.platform === "darwin") app.quit();
}

function preventable() {
  const event = { isPrevented: false, preventDefault: () => (event.isPrevented = true) };
  return event;
}
