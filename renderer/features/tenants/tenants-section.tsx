import { useState, type ReactNode } from "react";
import { assertNever } from "../../../shared/result/result.ts";
import { useAsked } from "../../app/use-asked.ts";
import { useWorkspace } from "../../app/workspace-context.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { DeleteTenantDialog } from "./delete-tenant-dialog.tsx";
import { ImportTenantsDialog } from "./import-tenants-dialog.tsx";
import { TenantEditor } from "./tenant-editor.tsx";
import { TenantList, type TenantListAction } from "./tenant-list.tsx";
import { useTenantActions, type TenantActions } from "./tenant-actions.ts";
import styles from "./tenants.module.css";
import { useUnsavedWarning } from "./use-unsaved-warning.ts";

/** Which tenant is being edited; `null` is a new one. */
type Edited = { readonly id: string | null };

/** The tenants of the workspace: a list, and the one chosen in a form. */
export function TenantsSection(): ReactNode {
  const { tenants, tenant: current } = useWorkspace();
  const [edited, setEdited] = useState<Edited>({ id: current?.id ?? tenants[0]?.id ?? null });
  const [isDirty, setDirty] = useState(false);
  const [next, setNext] = useState<Edited | null>(null);
  const [dialog, setDialog] = useState<"import" | "delete" | null>(null);
  const actions = useTenantActions();
  useUnsavedWarning(isDirty);
  const tenant = tenants.find(({ id }) => id === edited.id) ?? null;

  const show = (wanted: Edited) => {
    setDirty(false);
    setNext(null);
    setEdited(wanted);
  };
  const goTo = (wanted: Edited) => (isDirty ? setNext(wanted) : show(wanted));
  const onAction = (action: TenantListAction) =>
    void runListAction(action, { actions, goTo, openImport: () => setDialog("import") });
  useAsked({
    "tenants.add": () => onAction({ kind: "add" }),
    "tenants.import": () => onAction({ kind: "import" }),
  });
  async function duplicate(id: string): Promise<void> {
    const copy = await actions.duplicate(id);
    if (copy !== null) show({ id: copy.id });
  }

  return (
    <div className={styles.section}>
      <TenantList editedId={edited.id} onAction={onAction} tenants={tenants} />
      {tenant === null && edited.id !== null ? (
        <EmptyState title="No tenant">Choose a tenant in the list, or add one.</EmptyState>
      ) : (
        <TenantEditor
          key={edited.id ?? "new"}
          onDelete={() => setDialog("delete")}
          onDirty={setDirty}
          onDuplicate={() => void duplicate(edited.id ?? "")}
          onSaved={(saved) => show({ id: saved.id })}
          tenant={tenant}
        />
      )}
      <DiscardDialog
        name={tenant?.name ?? "the new tenant"}
        next={next}
        onCancel={() => setNext(null)}
        onDiscard={show}
      />
      {dialog === "import" ? <ImportTenantsDialog onClose={() => setDialog(null)} /> : null}
      {dialog === "delete" && tenant !== null ? (
        <DeleteTenantDialog
          onClose={() => setDialog(null)}
          onDeleted={() => {
            setDialog(null);
            show({ id: tenants.find(({ id }) => id !== tenant.id)?.id ?? null });
          }}
          tenant={tenant}
        />
      ) : null}
    </div>
  );
}

async function runListAction(
  action: TenantListAction,
  to: {
    readonly actions: TenantActions;
    readonly goTo: (wanted: Edited) => void;
    readonly openImport: () => void;
  },
): Promise<void> {
  switch (action.kind) {
    case "edit":
      return to.goTo({ id: action.id });
    case "add":
      return to.goTo({ id: null });
    case "import":
      return to.openImport();
    case "export":
      return to.actions.exportAll();
    case "restore":
      if (await to.actions.restore(action.id)) to.goTo({ id: action.id });
      return undefined;
    default:
      return assertNever(action);
  }
}

function DiscardDialog(props: {
  readonly name: string;
  /** What was turned to; null while nothing was. */
  readonly next: Edited | null;
  readonly onDiscard: (next: Edited) => void;
  readonly onCancel: () => void;
}): ReactNode {
  const { next } = props;
  return (
    <ConfirmDialog
      confirmLabel="Discard changes"
      isOpen={next !== null}
      onCancel={props.onCancel}
      onConfirm={() => {
        if (next !== null) props.onDiscard(next);
      }}
      title="There are unsaved changes"
    >
      {`What was changed of ${props.name} is lost if you go on without saving.`}
    </ConfirmDialog>
  );
}
