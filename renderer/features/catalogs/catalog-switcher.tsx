import type { ReactNode } from "react";
import { useNavigation } from "../../app/navigation-context.tsx";
import { useCall } from "../../host/queries.ts";
import { ChevronDownIcon, PlusIcon } from "../../ui/icons.tsx";
import { MenuButton, type MenuEntry } from "../../ui/menu-button.tsx";
import { formatCount } from "../../ui/quantities.ts";
import type { CatalogDialog } from "./catalog-dialogs.tsx";
import styles from "./catalogs.module.css";
import { useCatalogActions } from "./use-catalog-actions.ts";
import { useEditor } from "./use-catalog-editor.ts";

/** The catalog that is shown, and the way to the others, to a new one and to those that were deleted. */
export function CatalogSwitcher(props: { readonly onOpen: (dialog: CatalogDialog) => void }): ReactNode {
  const { state, document } = useEditor();
  const { setOpenedCatalogId } = useNavigation();
  const { restore } = useCatalogActions();
  const catalogs = useCall("catalogs.list", {}).data ?? [];
  const removed = useCall("catalogs.removed", {}).data ?? [];
  const entries: MenuEntry<string>[] = [
    ...catalogs.map(({ id, name, eventCount, tenants }) => ({
      id: `open:${id}`,
      label: name,
      description: [formatCount(eventCount, "event", "events"), ...tenants.map((tenant) => tenant.name)].join(
        ", ",
      ),
    })),
    { id: "new", label: "New catalog", icon: <PlusIcon /> },
    ...removed.map(({ id, name }) => ({
      id: `restore:${id}`,
      label: `Bring back ${name}`,
      description: "Deleted",
    })),
  ];
  return (
    <MenuButton
      entries={entries}
      label={`Catalog: ${document.catalog.name}`}
      onAction={(chosen) => {
        const id = chosen.slice(chosen.indexOf(":") + 1);
        if (chosen === "new") props.onOpen("new");
        else if (chosen.startsWith("restore:")) void restore(id);
        else setOpenedCatalogId(id);
      }}
      selected={`open:${state.id}`}
    >
      <strong className={styles.catalogName}>{document.catalog.name}</strong>
      <ChevronDownIcon />
    </MenuButton>
  );
}
