import type { EventBus } from "../ports.ts";
import type { Notices } from "../notices.ts";
import type { CatalogStore } from "../workspace/catalog-store.ts";
import { sealerOf } from "./vault-sealer.ts";
import type { Vault } from "./vault.ts";

/** Has catalogs and window go along with the vault: what is encrypted comes and goes with its key. */
export function followVault(options: {
  readonly vault: Vault;
  /** What is encrypted: catalogs, and the changes of them. */
  readonly files: readonly Pick<CatalogStore, "reload">[];
  readonly events: EventBus;
  readonly notices: Notices;
}): () => void {
  const { vault, files, events, notices } = options;
  const sealer = sealerOf(vault);
  let mode = sealer.mode();
  return vault.onChange(() => {
    if (sealer.mode() !== mode) {
      mode = sealer.mode();
      for (const file of files) {
        const reloaded = file.reload();
        if (!reloaded.ok) notices.add("warning", reloaded.error.message);
      }
      events.emit("catalogs.changed", {});
    }
    events.emit("vault.changed", {});
    events.emit("tenants.changed", {});
  });
}
