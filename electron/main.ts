import { app, shell } from "electron";
import { resolveWorkspacePath } from "./core/workspace/workspace-path.ts";
import { restrictNavigation } from "./hosts/desktop/navigation-rules.ts";
import { workspaceArgument } from "./hosts/desktop/options.ts";
import { useProfileIn } from "./hosts/desktop/profile-folder.ts";
import { registerWindowScheme } from "./hosts/desktop/scheme.ts";
import { refuseToStart, startDesktop } from "./hosts/desktop/start-desktop.ts";

// The desktop program, in the order that Electron demands. Nothing here may wait: Electron becomes ready only after this
// file has run, and what comes before `whenReady` must have been said by then.

const workspacePath = resolveWorkspacePath(process.env, workspaceArgument(process.argv.slice(1)));

// First, because Electron's lock and its own files go by this folder.
const profile = useProfileIn(app, workspacePath);

if (!profile.ok) {
  refuseToStart(profile.error.message);
} else if (!app.requestSingleInstanceLock()) {
  // The first instance hears of it and brings its window to the front.
  app.quit();
} else {
  // Every renderer of the program is sandboxed, whatever a window's options say.
  app.enableSandbox();
  registerWindowScheme();
  // Before any page exists, so that there is none without the rules.
  restrictNavigation(app, (url) => void shell.openExternal(url));
  void app
    .whenReady()
    .then(() => startDesktop(workspacePath))
    .catch((error: unknown) => refuseToStart(`Something went wrong at its start: ${String(error)}`));
}
