import { ipcMain } from "electron";
import ElectronStore from "electron-store";
import type { OpenStore } from "../../core/ports.ts";
import { carefulStores } from "../../core/workspace/careful-stores.ts";

/**
 * Stores in `<folder>/<name>.json`, 0600, the same files as the other hosts write. Dots in names are plain characters,
 * and a file that is not JSON throws instead of being cleared.
 */
export function createElectronStores(folder: string): OpenStore {
  return carefulStores((name) => {
    const store = new ElectronStore<Record<string, unknown>>({
      cwd: folder,
      name,
      configFileMode: 0o600,
      accessPropertiesByDotNotation: false,
      clearInvalidConfig: false,
    });
    // electron-store answers any page that asks where the data is; ours has no need to know.
    ipcMain.removeAllListeners("electron-store-get-data");
    return {
      path: store.path,
      entries: () => store.store,
      replace(entries) {
        store.store = entries;
      },
    };
  });
}
