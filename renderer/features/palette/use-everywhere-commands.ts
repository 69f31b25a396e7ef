import { useCommands, type Command } from "../../app/actions-context.tsx";
import type { Asked } from "../../app/asked-places.ts";
import { useNavigation } from "../../app/navigation-context.tsx";
import { useCall } from "../../host/queries.ts";
import { useTenantActions } from "../tenants/tenant-actions.ts";
import { useVaultActions } from "../vault/vault-actions.ts";
import { useVault } from "../vault/vault-context.tsx";

type AskedCommand = readonly [Asked, string];

const CATALOG: readonly AskedCommand[] = [
  ["catalog.import", "Import into the catalog"],
  ["catalog.export", "Export the catalog"],
  ["catalog.new", "New catalog"],
  ["catalog.details", "Name and conventions of the catalog"],
  ["catalog.tenants", "Use the catalog for tenants"],
  ["catalog.remove", "Delete the catalog"],
];

const HISTORY: readonly AskedCommand[] = [
  ["history.import", "Import exchanges into history"],
  ["history.export", "Export exchanges of history"],
  ["history.verify", "Verify the history"],
];

const TENANTS: readonly AskedCommand[] = [
  ["tenants.add", "Add a tenant"],
  ["tenants.import", "Import tenants"],
];

/** What the menus and buttons of all screens offer, in the palette wherever one is. */
export function useEverywhereCommands(): void {
  const { ask, setOpenedCatalogId, goTo } = useNavigation();
  const tenants = useTenantActions();
  const catalogs = useCall("catalogs.list", {}).data ?? [];
  const vault = useVaultCommands(ask);
  const asked = (section: string, commands: readonly AskedCommand[]) =>
    commands.map(([what, title]): Command => ({ id: what, section, title, run: () => ask(what) }));
  useCommands("everywhere", () => [
    ...asked("Catalogs", CATALOG),
    ...catalogs.map(({ id, name }) => ({
      id: `catalog:${id}`,
      section: "Catalogs",
      title: `Open the catalog ${name}`,
      run() {
        setOpenedCatalogId(id);
        goTo("catalogs");
      },
    })),
    ...asked("History", HISTORY),
    ...asked("Tenants", TENANTS),
    {
      id: "tenants.export",
      section: "Tenants",
      title: "Export all tenants",
      run: () => void tenants.exportAll(),
    },
    ...vault,
  ]);
}

/** What can be done with the vault as it stands. */
function useVaultCommands(ask: (what: Asked) => void): readonly Command[] {
  const { status, askToUnlock } = useVault();
  const { press } = useVaultActions();
  const command = (id: string, title: string, run: () => void): Command => {
    return { id: `vault.${id}`, section: "Vault", title, run };
  };
  switch (status?.state.kind) {
    case "none":
      return [command("create", "Create a vault with a passphrase", () => ask("vault.create"))];
    case "open":
      return [
        command("lock", "Lock the vault now", () => void press("vault.lock")),
        command("passphrase", "Change the vault's passphrase", () => ask("vault.passphrase")),
        command("recovery-key", "Make a recovery key", () => ask("vault.recovery-key")),
      ];
    case "locked":
      return [command("unlock", "Unlock the vault", () => askToUnlock())];
    default:
      return [];
  }
}
