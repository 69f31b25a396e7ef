import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BootReport } from "../../electron/hosts/desktop/testing/probes.ts";
import { ensureBuilt } from "../lib/ensure-built.ts";
import { repositoryRoot } from "../lib/run-tool.ts";
import { killAllPrograms, startProgram } from "./running-program.ts";

let folder: string;
let report: BootReport;

const boot = join(repositoryRoot, "electron/hosts/desktop/testing/boot.ts");
const out = join(repositoryRoot, "out");

async function bootDesktop(...args: string[]): Promise<BootReport> {
  const program = startProgram([boot, out, ...args]);
  await program.ended();
  if (program.stdout() === "") throw new Error(program.stderr());
  // Written by our own boot.ts of the same version.
  return JSON.parse(program.stdout()) as BootReport;
}

beforeAll(async () => {
  expect(await ensureBuilt()).toBe(true);
  folder = mkdtempSync(join(tmpdir(), "optievent-desktop-"));
  report = await bootDesktop(join(folder, "workspace"), join(folder, "export.json"));
}, 180_000);
afterAll(async () => {
  await killAllPrograms();
  rmSync(folder, { recursive: true, force: true });
});

const positionOf = (what: string) => report.journal.findIndex(([name]) => name === what);
const argumentsOf = (what: string) => report.journal.find(([name]) => name === what)?.slice(1);

describe("the built desktop host starts", () => {
  it("in the order that Electron demands", () => {
    const order = [
      "app.setPath",
      "app.requestSingleInstanceLock",
      "app.enableSandbox",
      "protocol.registerSchemesAsPrivileged",
      "ready",
      "protocol.handle",
      "BrowserWindow",
      "loadURL",
    ].map(positionOf);
    expect(order).toEqual(order.toSorted((one, other) => one - other));
    expect(order).not.toContain(-1);
  });

  it("with its own files in the workspace", () => {
    expect(argumentsOf("app.setPath")).toEqual(["userData", join(folder, "workspace", "desktop")]);
    expect(statSync(join(folder, "workspace")).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, "workspace", "window.json")).mode & 0o777).toBe(0o600);
  });

  it("with a scheme that is no more than it must be", () => {
    expect(argumentsOf("protocol.registerSchemesAsPrivileged")).toEqual([
      [{ scheme: "app", privileges: { standard: true, secure: true, supportFetchAPI: true } }],
    ]);
  });

  it("with a sandboxed window that shows itself when there is something to see", () => {
    expect(argumentsOf("BrowserWindow")?.[0]).toMatchObject({
      show: false,
      webPreferences: {
        preload: join(out, "preload/index.cjs"),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        webviewTag: false,
        navigateOnDragDrop: false,
        spellcheck: false,
      },
    });
    const options = argumentsOf("BrowserWindow")?.[0];
    expect(options).not.toHaveProperty("webPreferences.experimentalFeatures");
    expect(options).not.toHaveProperty("webPreferences.enableBlinkFeatures");
    expect(argumentsOf("loadURL")).toEqual(["app://console/"]);
    expect(report.shownBeforeReady).toBe(false);
    expect(positionOf("show")).toBeGreaterThan(positionOf("loadURL"));
  });
});

describe("its window is served", () => {
  it("as a document under a policy that connects nowhere, with the nonce of the one document", () => {
    const [document] = report.files;
    expect(document).toMatchObject({ status: 200, type: "text/html; charset=utf-8" });
    expect(document?.policy).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[^']+';/,
    );
    expect(document?.policy).toContain("connect-src 'none'");
    const nonce = /nonce-([^']+)/.exec(document?.policy ?? "")?.[1] ?? "no nonce";
    expect(document?.text).toContain(nonce);
    expect(document?.text).not.toContain("__CSP_NONCE__");
  });

  it("with its script", () => {
    expect(report.files[1]).toMatchObject({ status: 200, type: "text/javascript; charset=utf-8" });
  });

  it("and nothing else is: not by other methods, hosts, credentials, or ways out of its folder", () => {
    const refused = report.files.slice(2);
    expect(refused).toHaveLength(10);
    for (const { url, status, text } of refused) expect([url, status >= 400, text]).toEqual([url, true, ""]);
  });
});

describe("its window may not", () => {
  it("be granted any permission but to copy text", () => {
    expect(report.session).toMatchObject({
      granted: [],
      checked: [],
      copy: [true, true],
      foreignCopy: [false, false],
      device: false,
    });
  });

  it("download, or load anything from anywhere else", () => {
    expect(report.session.downloadPrevented).toBe(true);
    expect(report.session.cancelled).toEqual({
      "app://console/x.js": false,
      "https://evil.example/": true,
      "http://127.0.0.1:1/": true,
      "ws://evil.example/": true,
      "file:///etc/passwd": true,
    });
  });

  it("go elsewhere, be redirected, hold a webview or take a dropped file for a page", () => {
    expect(report.navigation.prevented).toEqual({
      "will-navigate": true,
      "will-frame-navigate": true,
      "will-redirect": true,
      "will-attach-webview": true,
    });
  });

  it("open windows; links to the vendor's documents go to the user's browser", () => {
    expect(report.navigation.opened).toHaveLength(4);
    for (const answer of report.navigation.opened) expect(answer).toEqual({ action: "deny" });
    const opened = report.journal.filter(([name]) => name === "shell.openExternal");
    expect(opened).toEqual([["shell.openExternal", "https://docs.optimove.com/"]]);
  });
});

describe("its calls are answered", () => {
  it("to the window's own document only", () => {
    const { own, ...others } = report.senders.answers;
    expect(own).toMatchObject({ ok: true, value: { host: "desktop" } });
    expect(Object.keys(others)).toHaveLength(4);
    for (const answer of Object.values(others)) {
      expect(answer).toMatchObject({ ok: false, error: { code: "call.foreign-sender" } });
    }
  });

  it.each([
    ["tooLarge", "call.too-large"],
    ["noText", "call.invalid-input"],
    ["noJson", "call.invalid-input"],
    ["unknown", "call.unknown"],
    ["noName", "call.unknown"],
  ] as const)("with a coded failure where they are wrong: %s", (input, code) => {
    expect(report.senders.inputs[input]).toMatchObject({ ok: false, error: { code } });
  });

  it("through a bridge of two functions that knows the contract's names only", () => {
    expect(report.exposed).toEqual(["optievent"]);
    expect(report.surface).toEqual(["call", "on"]);
    expect(report.use.unknownCall).toMatchObject({ ok: false, error: { code: "call.unknown" } });
    expect(report.use.unknownEvent).toBe("function");
    // With the whole contract and its validation library it would be a hundred times that.
    expect(report.preloadBytes).toBeLessThan(5_000);
  });

  it("with a whole exchange with the gateway, told of until the window stops listening", () => {
    expect(report.use.sent).toMatchObject({
      ok: true,
      value: { outcome: "accepted", event: "newsletter_signup" },
    });
    const { value } = report.use.sent as { value: { id: string } };
    expect(report.use.heard).toContainEqual([expect.objectContaining({ latestId: value.id })]);
  });

  it("by the proxy that Electron says the system has for the address", () => {
    expect(report.use.systemProxy).toMatchObject({ ok: true, value: { url: "https://127.0.0.1:1/report" } });
    const asked = report.journal.filter(([name]) => name === "session.resolveProxy");
    expect(asked).toEqual([["session.resolveProxy", "https://127.0.0.1:1/report"]]);
  });

  it("with the path of a file that the user chose in the system's dialog", () => {
    expect(report.use.chosen).toEqual({ ok: true, value: { path: "/certificates/company.pem" } });
    expect(argumentsOf("dialog.showOpenDialog")?.[0]).toMatchObject({ properties: ["openFile"] });
  });

  it("with a file where the user chose, or none", () => {
    expect(report.use.cancelled).toMatchObject({ ok: true, value: { kind: "cancelled" } });
    expect(report.use.saved).toMatchObject({
      ok: true,
      value: { kind: "saved", path: join(folder, "export.json") },
    });
    expect(JSON.parse(report.use.export)).toMatchObject({ exchanges: [{}, {}] });
  });
});

describe("its vault", () => {
  const inState = (kind: string) => ({ ok: true, value: { state: { kind } } });

  it("is opened by the system's keychain, which is named", () => {
    const { before, created } = report.vault;
    expect(before).toMatchObject(inState("none"));
    expect(before).toMatchObject({ value: { keychain: { kind: "available" } } });
    expect(created).toMatchObject(inState("open"));
    if (process.platform === "linux") {
      const backend = "GNOME Keyring (libsecret)";
      expect(created).toMatchObject({
        value: { state: { ways: { keychain: backend } }, keychain: { backend } },
      });
    }
  });

  it("is wrapped by the asynchronous calls, after Electron was ready", () => {
    const calls = report.journal.map(([name]) => name).filter((name) => name.startsWith("safeStorage."));
    expect(new Set(calls)).toEqual(
      new Set([
        "safeStorage.isAsyncEncryptionAvailable",
        "safeStorage.encryptStringAsync",
        "safeStorage.decryptStringAsync",
      ]),
    );
    expect(positionOf(calls[0] ?? "")).toBeGreaterThan(positionOf("ready"));
  });

  it.runIf(process.platform === "linux")("takes a keychain that only pretends for none", () => {
    expect(report.vault.pretended).toMatchObject(inState("unavailable"));
    expect(JSON.stringify(report.vault.pretended)).toContain("in clear");
  });

  it("waits without the keychain, and opens once it is back", () => {
    expect(report.vault.gone).toMatchObject(inState("unavailable"));
    expect(report.vault.back).toMatchObject(inState("open"));
  });
});

describe("the program", () => {
  it("brings its window to the front on a second start", () => {
    expect(positionOf("restore")).toBeGreaterThan(-1);
    expect(positionOf("focus")).toBeGreaterThan(positionOf("restore"));
  });

  it("ends after its last window, with the console closed", () => {
    expect(report.exitCode).toBe(0);
    expect(() => statSync(join(folder, "workspace", "console.lock"))).toThrow("ENOENT");
  });

  it("leaves the field to the first instance", async () => {
    const second = await bootDesktop(join(folder, "workspace"), "", "second-instance");
    const asked = second.journal.map(([name]) => name).filter((name) => name !== "ready");
    expect(asked).toEqual(["app.setPath", "app.requestSingleInstanceLock", "app.quit", "app.exit"]);
    expect(second.exitCode).toBe(0);
  });

  it("says in one sentence why it cannot start", async () => {
    const refused = await bootDesktop(join(folder, "export.json"), "");
    const box = refused.journal.find(([name]) => name === "dialog.showErrorBox");
    expect(box?.[2]).toContain(join(folder, "export.json"));
    expect(refused.exitCode).toBe(1);
  });
});
