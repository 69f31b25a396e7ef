import { join } from "node:path";
import Conf from "conf";
import type { OpenStore } from "../ports.ts";
import { carefulStores, type PlainStore } from "./careful-stores.ts";

/**
 * Stores for hosts without Electron: `<folder>/<name>.json`, 0600. conf writes to a temporary file, syncs it and renames it
 * over the old one. Dots in names are plain characters, and a file that is not JSON throws instead of being cleared.
 */
export function createConfStores(folder: string): OpenStore {
  return carefulStores((name) => openConfStore(folder, name));
}

function openConfStore(folder: string, name: string): PlainStore {
  const conf = new Conf<Record<string, unknown>>({
    cwd: folder,
    configName: name,
    configFileMode: 0o600,
    accessPropertiesByDotNotation: false,
    clearInvalidConfig: false,
  });
  return {
    path: join(folder, `${name}.json`),
    entries: () => conf.store,
    replace: (entries) => {
      conf.store = entries;
    },
  };
}
