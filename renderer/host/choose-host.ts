import { createBrowserHost } from "./browser-host.ts";
import { createDesktopHost, findBridge } from "./desktop-host.ts";
import type { Host } from "./host.ts";
import { parseBesideWindow } from "./parse-beside-window.ts";
import { takeSessionKey } from "./session-key.ts";

/** The host of this window, told by what is there: the preload's bridge in Electron, else the server it came from. */
export function chooseHost(window: Window): Host {
  const bridge = findBridge(window);
  if (bridge !== null) return createDesktopHost(bridge);
  return createBrowserHost({
    windowId: crypto.randomUUID(),
    key: takeSessionKey(window),
    fetch: (path, init) => window.fetch(path, init),
    openEvents: (path) => new EventSource(path),
    parseLarge: parseBesideWindow,
    later: (task, milliseconds) => window.setTimeout(task, milliseconds),
  });
}
