import type { ReactNode } from "react";
import { assertNever } from "../../../shared/result/result.ts";
import { DeleteCatalogDialog } from "./delete-catalog-dialog.tsx";
import { DetailsDialog } from "./details-dialog.tsx";
import { ExportDialog } from "./export-dialog.tsx";
import { ImportIntoCatalog } from "./import-into-catalog.tsx";
import { LinkDialog } from "./link-dialog.tsx";
import { NewCatalogDialog } from "./new-catalog-dialog.tsx";
import { TenantsDialog } from "./tenants-dialog.tsx";

/** What the toolbar asks about. */
export type CatalogDialog = "new" | "details" | "tenants" | "remove" | "import" | "export" | "link";

export function CatalogDialogs(props: {
  readonly dialog: CatalogDialog | null;
  readonly onClose: () => void;
}): ReactNode {
  const { dialog, onClose } = props;
  switch (dialog) {
    case null:
      return null;
    case "new":
      return <NewCatalogDialog onClose={onClose} />;
    case "details":
      return <DetailsDialog onClose={onClose} />;
    case "tenants":
      return <TenantsDialog onClose={onClose} />;
    case "import":
      return <ImportIntoCatalog file={null} onClose={onClose} />;
    case "export":
      return <ExportDialog onClose={onClose} />;
    case "link":
      return <LinkDialog onClose={onClose} />;
    case "remove":
      return <DeleteCatalogDialog onClose={onClose} />;
    default:
      return assertNever(dialog);
  }
}
