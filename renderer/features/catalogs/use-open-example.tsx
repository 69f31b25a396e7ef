import { useState, type ReactNode } from "react";
import type { CatalogEvent } from "../../../shared/domain/catalog.ts";
import type { Draft } from "../../../shared/domain/draft.ts";
import type { TenantView } from "../../../shared/contract/calls.ts";
import type { Connection } from "../../../shared/domain/tenant.ts";
import { useNavigation } from "../../app/navigation-context.tsx";
import { useWorkspace } from "../../app/workspace-context.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { showToast } from "../../ui/toast.tsx";
import { useSavedDrafts } from "../compose/use-drafts.ts";
import { useOpenDraft } from "../paste/use-open-draft.ts";
import { useEditor } from "./use-catalog-editor.ts";

type Wanted = { readonly event: CatalogEvent; readonly text: string };

/** Opens an example as a draft of the tenant in the top bar, asking before what was typed there goes. */
export function useOpenExample(): {
  readonly open: (event: CatalogEvent, text: string) => void;
  readonly question: ReactNode;
} {
  const { tenant, connection } = useWorkspace();
  const [wanted, setWanted] = useState<Wanted | null>(null);
  return {
    open(event, text) {
      if (tenant !== null && connection !== null) return setWanted({ event, text });
      const title = tenant === null ? "No tenant is chosen" : `${tenant.name} has no connection`;
      return showToast({
        tone: "failed",
        title,
        text: "Choose a tenant in the top bar that events can be sent to.",
      });
    },
    question:
      wanted === null || tenant === null || connection === null ? null : (
        <OpenExample connection={connection} onDone={() => setWanted(null)} tenant={tenant} wanted={wanted} />
      ),
  };
}

type OpenProps = {
  readonly tenant: TenantView;
  readonly connection: Connection;
  readonly wanted: Wanted;
  readonly onDone: () => void;
};

/** Waits for the drafts that are saved, to know what would be replaced. */
function OpenExample(props: OpenProps): ReactNode {
  const saved = useSavedDrafts(props.tenant.id);
  if (saved === null) return null;
  return <ConfirmReplacing {...props} saved={saved.kind === "loaded" ? saved.drafts : []} />;
}

function ConfirmReplacing(props: OpenProps & { readonly saved: readonly Draft[] }): ReactNode {
  const { tenant, connection, wanted, onDone } = props;
  const { document } = useEditor();
  const { goTo } = useNavigation();
  const drafts = useOpenDraft(tenant, document.catalog, props.saved);
  const target = { connection, eventKey: wanted.event.key };
  const open = () => {
    drafts.open(target, wanted.text);
    onDone();
    goTo("compose");
    showToast({ tone: "done", title: `Opened as the draft of ${wanted.event.key}` });
  };
  return (
    <ConfirmDialog
      confirmLabel="Open the example"
      isOpen
      onCancel={onDone}
      onConfirm={open}
      title={`Open as the draft of ${wanted.event.key}`}
    >
      {drafts.isChanged(target, wanted.text)
        ? "The draft of this event has changes of yours. The example takes their place; undo in Compose brings them back."
        : `For ${tenant.name}. Nothing is sent yet.`}
    </ConfirmDialog>
  );
}
