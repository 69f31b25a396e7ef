import { failure, success, type Result } from "../../../shared/result/result.ts";
import type { Clock, OpenStore } from "../ports.ts";
import type { Notices } from "../notices.ts";
import { removeLeftOvers } from "./careful-stores.ts";
import { openCatalogEditsStore, type CatalogEditsStore } from "./catalog-edits-store.ts";
import { openCatalogLinksStore, type CatalogLinksStore } from "./catalog-links-store.ts";
import { openCatalogStore, type CatalogStore } from "./catalog-store.ts";
import { createDemoContent } from "./demo-content.ts";
import { openDraftStore, type DraftStore } from "./draft-store.ts";
import { openHistorySettingsStore, type HistorySettingsStore } from "./history-settings-store.ts";
import { ensurePrivateFolder } from "./private-folder.ts";
import { NO_SEALER, type StoreSealer } from "./sealed-stores.ts";
import { openSettingsStore, type SettingsStore } from "./settings-store.ts";
import { describeSystemError } from "./system-error.ts";
import { openPresetResultsStore, type PresetResultsStore } from "./preset-results-store.ts";
import { openPresetStore, type PresetStore } from "./preset-store.ts";
import { openValuesStore, type ValuesStore } from "./values-store.ts";
import { openTenantStore, type TenantStore } from "./tenant-store.ts";

/** Everything of a workspace that is kept in files; history is its own database beside them. */
export type Workspace = {
  readonly path: string;
  readonly settings: SettingsStore;
  readonly tenants: TenantStore;
  readonly catalogs: CatalogStore;
  readonly catalogEdits: CatalogEditsStore;
  readonly catalogLinks: CatalogLinksStore;
  readonly drafts: DraftStore;
  readonly values: ValuesStore;
  readonly historySettings: HistorySettingsStore;
  readonly presets: PresetStore;
  readonly presetResults: PresetResultsStore;
};

/**
 * Opens a workspace, making it and its demo content where it is new. Files that are damaged are kept aside and named in
 * `notices`; the workspace opens without them.
 * Codes: `workspace.not-a-folder`, `workspace.not-writable`, `workspace.unreadable`, `workspace.not-saved`.
 */
export function openWorkspace(options: {
  readonly path: string;
  readonly openStore: OpenStore;
  readonly notices: Notices;
  readonly clock: Clock;
  /** What encrypts the catalogs; without it they are in clear. */
  readonly sealer?: StoreSealer;
}): Result<Workspace> {
  const folder = ensurePrivateFolder(options.path);
  if (!folder.ok) return folder;
  try {
    removeLeftOvers(options.path);
    const tenants = openTenantStore(options);
    const catalogs = openCatalogStore(options, options.sealer ?? NO_SEALER);
    const demo = createDemoContent(tenants, catalogs);
    if (!demo.ok) return demo;
    return success({
      path: options.path,
      settings: openSettingsStore(options),
      tenants,
      catalogs,
      catalogEdits: openCatalogEditsStore(options, options.sealer ?? NO_SEALER),
      catalogLinks: openCatalogLinksStore(options),
      drafts: openDraftStore(options),
      values: openValuesStore(options),
      historySettings: openHistorySettingsStore(options),
      presets: openPresetStore(options),
      presetResults: openPresetResultsStore(options),
    });
  } catch (error) {
    return failure(
      "workspace.unreadable",
      `A file of the workspace "${options.path}" cannot be read, because ${describeSystemError(error)}. Nothing was changed. Check the permissions of its files.`,
      { path: options.path },
    );
  }
}
