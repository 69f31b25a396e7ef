import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadWindowFiles } from "../../../core/window/window-files.ts";
import type { EventBus } from "../../../core/ports.ts";
import type { Caller } from "../../../../shared/contract/dispatch.ts";
import { success } from "../../../../shared/result/result.ts";
import { createDownloads, type Downloads } from "../downloads.ts";
import { startBrowserServer, type BrowserServer } from "../server.ts";
import type { BodyLimits } from "../request-body.ts";
import { sessionOf, type SessionHeaders } from "./session-headers.ts";

export const CONTROL_KEY = "a-control-key";

export type ServedConsole = {
  readonly server: BrowserServer;
  readonly downloads: Downloads;
  /** Name and input of each call that got through. */
  readonly calls: readonly (readonly [unknown, unknown])[];
  /** Who made each of these calls. */
  readonly callers: readonly (Caller | undefined)[];
  readonly defects: readonly unknown[];
  emit: EventBus["emit"];
  /** Exchanges a new start link and answers the headers that the window sends from then on. */
  signIn(): Promise<SessionHeaders>;
  close(): Promise<void>;
};

/** The real server with a real folder of window files, and with calls that are answered by a record of themselves. */
export async function serveConsole(options: { bodyLimits?: BodyLimits } = {}): Promise<ServedConsole> {
  const folder = mkdtempSync(join(tmpdir(), "optievent-window-"));
  mkdirSync(join(folder, "renderer", "assets"), { recursive: true });
  writeFileSync(join(folder, "secret.txt"), "outside of the window's folder");
  writeFileSync(join(folder, "renderer", "index.html"), `<meta name="csp-nonce" content="__CSP_NONCE__">`);
  writeFileSync(join(folder, "renderer", "assets", "window.js"), "export {};");
  const calls: [unknown, unknown][] = [];
  const callers: (Caller | undefined)[] = [];
  const defects: unknown[] = [];
  const listeners = new Set<Parameters<EventBus["on"]>[0]>();
  const downloads = createDownloads();
  const server = await startBrowserServer({
    port: 0,
    async dispatch(name, input, caller) {
      calls.push([name, input]);
      callers.push(caller);
      if (name === "no.such") return { ok: false, error: { code: "call.unknown", message: "No such call." } };
      return success({ name });
    },
    events: {
      emit: (name, payload) => listeners.forEach((listener) => listener(name, payload)),
      on(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    downloads,
    files: loadWindowFiles(join(folder, "renderer")),
    controlKey: CONTROL_KEY,
    onDefect: (error) => defects.push(error),
    ...options,
  });
  return {
    server,
    downloads,
    calls,
    callers,
    defects,
    emit: (name, payload) => listeners.forEach((listener) => listener(name, payload)),
    async signIn() {
      const answer = await fetch(server.createStartLink(), { redirect: "manual" });
      return sessionOf(answer);
    },
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
