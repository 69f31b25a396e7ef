import { useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import type { TenantView } from "../../../shared/contract/calls.ts";
import type { Api } from "../../../shared/domain/tenant.ts";
import { useWorkspace } from "../../app/workspace-context.tsx";
import { useHost } from "../../host/host-context.tsx";
import { Button } from "../../ui/button.tsx";
import { formatCount } from "../../ui/quantities.ts";
import { showToast } from "../../ui/toast.tsx";
import { ConnectionFields } from "./connection-fields.tsx";
import { GeneralFields } from "./general-fields.tsx";
import { readTenantForm, type FormProblems } from "./read-tenant-form.ts";
import { TenantValuesFields } from "../values/tenant-values-fields.tsx";
import { RuleFields } from "./rule-fields.tsx";
import { formOf, NEW_TENANT, type ConnectionForm, type TenantForm } from "./tenant-form.ts";
import styles from "./tenants.module.css";

const APIS = ["optievent", "realtime"] as const satisfies readonly Api[];
const NO_PROBLEMS: FormProblems = new Map();

/** One tenant in a form. Nothing is stored before it is saved, but secrets, which have a way of their own. */
export function TenantEditor(props: {
  /** null for a new one. */
  readonly tenant: TenantView | null;
  readonly onDirty: (isDirty: boolean) => void;
  readonly onSaved: (tenant: TenantView) => void;
  readonly onDuplicate: () => void;
  readonly onDelete: () => void;
}): ReactNode {
  const { tenant, onDirty } = props;
  const { tenants } = useWorkspace();
  const original = useMemo(() => formOf(tenant ?? NEW_TENANT), [tenant]);
  const [form, setForm] = useState(original);
  const [wasChecked, setChecked] = useState(false);
  const isDirty = JSON.stringify(form) !== JSON.stringify(original);
  useEffect(() => onDirty(isDirty), [onDirty, isDirty]);
  const others = tenants.filter(({ id }) => id !== tenant?.id).map(({ name }) => name);
  const reading = readTenantForm(form, others);
  const problems = wasChecked ? reading.problems : NO_PROBLEMS;
  const element = useRef<HTMLFormElement>(null);
  const save = useSave(tenant, props.onSaved);

  async function submit(): Promise<boolean> {
    setChecked(true);
    if (reading.problems.size > 0) {
      // After the fields have been marked.
      window.setTimeout(() => focusFirstProblem(element.current));
      return false;
    }
    return save(reading.tenant);
  }
  const change = (changes: Partial<TenantForm>) => setForm((current) => ({ ...current, ...changes }));
  return (
    <form
      aria-label={tenant === null ? "New tenant" : `Tenant ${tenant.name}`}
      className={styles.editor}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      ref={element}
    >
      <div className={styles.fields}>
        <GeneralFields form={form} onChange={change} problems={problems} />
        {APIS.map((api) => (
          <ConnectionFields
            form={form.connections[api]}
            isDirty={isDirty}
            key={api}
            onChange={(changes) => setForm((current) => withConnection(current, api, changes))}
            onSave={submit}
            problems={problems}
            tenant={tenant}
            tenantForm={form}
          />
        ))}
        <RuleFields form={form} onChange={change} problems={problems} />
        {tenant === null ? null : <TenantValuesFields tenantId={tenant.id} tenantName={tenant.name} />}
      </div>
      <EditorActions {...props} isDirty={isDirty} onRevert={() => setForm(original)} problems={problems} />
    </form>
  );
}

function withConnection(form: TenantForm, api: Api, changes: Partial<ConnectionForm>): TenantForm {
  const connection = { ...form.connections[api], ...changes };
  return { ...form, connections: { ...form.connections, [api]: connection } };
}

function EditorActions(props: {
  readonly tenant: TenantView | null;
  readonly isDirty: boolean;
  readonly problems: FormProblems;
  readonly onRevert: () => void;
  readonly onDuplicate: () => void;
  readonly onDelete: () => void;
}): ReactNode {
  const { tenant, isDirty, problems } = props;
  return (
    <div aria-label="Tenant" className={styles.actions} role="toolbar">
      <Button isDisabled={tenant !== null && !isDirty} type="submit" variant="primary">
        {tenant === null ? "Add tenant" : "Save"}
      </Button>
      <Button isDisabled={!isDirty} onPress={props.onRevert}>
        Revert
      </Button>
      <output className={styles.state}>
        {problems.size > 0
          ? `${formatCount(problems.size, "field needs", "fields need")} a correction`
          : isDirty
            ? "Unsaved changes"
            : ""}
      </output>
      {tenant === null ? null : (
        <>
          <Button isDisabled={isDirty} onPress={props.onDuplicate} variant="quiet">
            Duplicate
          </Button>
          <Button onPress={props.onDelete} variant="quiet">
            Delete
          </Button>
        </>
      )}
    </div>
  );
}

/** Stores a tenant. Answers whether that went well; if not, a toast says why. */
function useSave(tenant: TenantView | null, onSaved: (tenant: TenantView) => void) {
  const host = useHost();
  return async (portable: ReturnType<typeof readTenantForm>["tenant"]): Promise<boolean> => {
    const saved =
      tenant === null
        ? await host.call("tenants.create", portable)
        : await host.call("tenants.update", { ...portable, id: tenant.id });
    if (!saved.ok) {
      showToast({ tone: "failed", title: "The tenant was not saved", text: saved.error.message });
      return false;
    }
    showToast({ tone: "done", title: `${saved.value.name} is saved` });
    onSaved(saved.value);
    return true;
  };
}

function focusFirstProblem(form: HTMLFormElement | null): void {
  const field = form?.querySelector<HTMLElement>("[aria-invalid=true], [data-invalid] button");
  field?.focus();
  field?.scrollIntoView({ block: "center" });
}
