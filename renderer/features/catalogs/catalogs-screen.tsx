import { useState, type ReactNode } from "react";
import { useNavigation } from "../../app/navigation-context.tsx";
import { useWorkspace } from "../../app/workspace-context.tsx";
import { useCall } from "../../host/queries.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useVault } from "../vault/vault-context.tsx";
import { CatalogWorkspace } from "./catalog-workspace.tsx";
import { chooseCatalog } from "./choose-catalog.ts";
import { FindingsProvider } from "./findings-context.tsx";
import { LinkedFileProvider } from "./linked-file-context.tsx";
import { NewCatalogDialog } from "./new-catalog-dialog.tsx";
import { EditorContext, useCatalogEditor } from "./use-catalog-editor.ts";

/** The catalogs of the workspace: what each tenant's events are, to be edited, checked, compared and handed on. */
export function CatalogsScreen(): ReactNode {
  const list = useCall("catalogs.list", {});
  const { openedCatalogId } = useNavigation();
  const { tenant } = useWorkspace();
  if (list.error !== null) return <NotReadable error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return null;
  const id = chooseCatalog(list.data, openedCatalogId, tenant?.catalogId ?? null);
  return id === null ? <NoCatalog /> : <OneCatalog id={id} key={id} />;
}

function OneCatalog({ id }: { readonly id: string }): ReactNode {
  const { editor, error, retry } = useCatalogEditor(id);
  // What was read before the vault was locked is not to be seen while it is.
  if (error !== null) return <NotReadable error={error} onRetry={retry} />;
  if (editor === null) return null;
  return (
    <EditorContext value={editor}>
      <FindingsProvider>
        <LinkedFileProvider>
          <CatalogWorkspace />
        </LinkedFileProvider>
      </FindingsProvider>
    </EditorContext>
  );
}

function NotReadable(props: {
  readonly error: { readonly message: string; readonly error: { readonly code: string } };
  readonly onRetry: () => void;
}): ReactNode {
  const { askToUnlock } = useVault();
  if (props.error.error.code === "vault.locked") {
    return (
      <EmptyState action={<Button onPress={() => askToUnlock()}>Unlock</Button>} title="The vault is locked">
        The catalogs are in the vault. Changes that are not saved are kept.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      action={<Button onPress={props.onRetry}>Try again</Button>}
      title="The catalogs cannot be read"
    >
      {props.error.message}
    </EmptyState>
  );
}

function NoCatalog(): ReactNode {
  const [isMaking, setMaking] = useState(false);
  return (
    <>
      <EmptyState
        action={
          <Button onPress={() => setMaking(true)} variant="primary">
            New catalog
          </Button>
        }
        title="There is no catalog"
      >
        A catalog says which events a tenant has, and what is in them. Start an empty one or import a list.
      </EmptyState>
      {isMaking ? <NewCatalogDialog onClose={() => setMaking(false)} /> : null}
    </>
  );
}
