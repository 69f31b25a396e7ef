import { join, resolve } from "node:path";
import { readAppVersion } from "../../core/app-version.ts";
import { startLockedConsole } from "../../core/locked-console.ts";
import { loadWindowFiles, type WindowFiles } from "../../core/window/window-files.ts";
import { createConfStores } from "../../core/workspace/conf-store.ts";
import { startGateway } from "../../gateway/gateway.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { createDownloads } from "./downloads.ts";
import { startBrowserServer, type BrowserServer } from "./server.ts";

export type BrowserConsole = {
  readonly createStartLink: () => string;
  /** Ends everything. May be called twice. */
  readonly close: () => Promise<void>;
};

// Relative to the built file, out/main/browser.js.
const windowFolder = resolve(import.meta.dirname, "../renderer");

/**
 * Starts the console in a workspace and serves it. Codes: `browser.no-build`, `browser.cannot-listen`, and those of
 * `startLockedConsole`.
 */
export async function startBrowserConsole(
  workspacePath: string,
  port: number,
): Promise<Result<BrowserConsole>> {
  const files = readWindow();
  if (!files.ok) return files;
  const downloads = createDownloads();
  const started = await startLockedConsole({
    workspacePath,
    host: "browser",
    openStore: createConfStores(workspacePath),
    saveFile: downloads.saveFile,
    startGateway,
    clock: { now: () => new Date() },
    random: Math.random,
    appVersion: readAppVersion(),
  });
  if (!started.ok) return started;
  const { console, lock } = started.value;
  const server = await listen(port, () =>
    startBrowserServer({
      port,
      dispatch: console.dispatch,
      events: console.events,
      downloads,
      files: files.value,
      controlKey: lock.info.controlKey,
      onDefect: (error) => console.logger.error("A request failed.", { reason: String(error) }),
    }),
  );
  if (!server.ok) {
    await started.value.close();
    return server;
  }
  lock.update({ url: server.value.url });
  return success({
    createStartLink: () => server.value.createStartLink(),
    async close() {
      await server.value.close();
      await started.value.close();
    },
  });
}

function readWindow(): Result<WindowFiles> {
  try {
    return success(loadWindowFiles(windowFolder));
  } catch {
    return failure(
      "browser.no-build",
      `The window's files are not in "${join(windowFolder)}". Build the console with: npm run build`,
    );
  }
}

async function listen(port: number, start: () => Promise<BrowserServer>): Promise<Result<BrowserServer>> {
  try {
    return success(await start());
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EADDRINUSE") {
      const advice = "Choose another one, or leave --port out to have a free one chosen.";
      return failure("browser.cannot-listen", `Port ${port} is in use by another program. ${advice}`);
    }
    if (code === "EACCES") {
      return failure(
        "browser.cannot-listen",
        `The system keeps port ${port} for itself. Choose one over 1023.`,
      );
    }
    return failure("browser.cannot-listen", `The console cannot listen on port ${port}: ${String(error)}.`);
  }
}
