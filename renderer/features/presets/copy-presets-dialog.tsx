import { useState, type ReactNode } from "react";
import type { TenantView } from "../../../shared/contract/calls.ts";
import type { Catalog } from "../../../shared/domain/catalog.ts";
import type { Preset } from "../../../shared/domain/preset.ts";
import type { Connection } from "../../../shared/domain/tenant.ts";
import { useWorkspace } from "../../app/workspace-context.tsx";
import { useCall } from "../../host/queries.ts";
import { formatCount } from "../../ui/quantities.ts";
import { Select } from "../../ui/select.tsx";
import { showToast } from "../../ui/toast.tsx";
import { FormDialog } from "../vault/form-dialog.tsx";
import { copyPresets } from "./copy-presets.ts";
import styles from "./presets.module.css";
import { usePresetActions } from "./use-preset-actions.ts";

const API_NAMES = { optievent: "OptiEvent", realtime: "Realtime" } as const;

/** Takes presets to another tenant, the other API, or both, and says beforehand what cannot be taken along. */
export function CopyPresetsDialog(props: {
  readonly presets: readonly Preset[];
  /** Of the tenant that they are copied from. */
  readonly catalog: Catalog;
  readonly onClose: () => void;
}): ReactNode {
  const { tenants, tenant, connection } = useWorkspace();
  const places = tenants
    .flatMap((one) => one.connections.map((to) => ({ tenant: one, connection: to })))
    .filter((place) => place.tenant.id !== tenant?.id || place.connection.api !== connection?.api);
  const [chosen, setChosen] = useState<string | null>(null);
  const to = places.find((place) => idOf(place) === chosen) ?? places[0];
  if (tenant === null || connection === null) return null;
  const title = `Copy ${formatCount(props.presets.length, "preset", "presets")}`;
  if (to === undefined) {
    return (
      <FormDialog
        isSubmitDisabled
        onClose={props.onClose}
        onSubmit={nothing}
        submitLabel="Copy"
        title={title}
      >
        <p>There is no other tenant and no other API to copy to.</p>
      </FormDialog>
    );
  }
  const choice = (
    <Select
      label="To"
      onChange={setChosen}
      options={places.map((place) => ({ value: idOf(place), label: labelOf(place) }))}
      value={idOf(to)}
    />
  );
  const from = { tenant, connection, catalog: props.catalog };
  return <Copying {...props} choice={choice} from={from} key={idOf(to)} title={title} to={to} />;
}

type Place = { readonly tenant: TenantView; readonly connection: Connection };

function Copying(props: {
  readonly presets: readonly Preset[];
  readonly from: Place & { readonly catalog: Catalog };
  readonly to: Place;
  readonly choice: ReactNode;
  readonly title: string;
  readonly onClose: () => void;
}): ReactNode {
  const { presets, from, to } = props;
  const { catalogId } = to.tenant;
  const { save } = usePresetActions();
  const catalog = useCall("catalogs.get", { id: catalogId ?? "" }, { isEnabled: catalogId !== null });
  const there = useCall("presets.list", { tenantId: to.tenant.id });
  const isKnown = there.data !== undefined && (catalogId === null || catalog.data !== undefined);
  const target = { ...to, catalog: catalog.data?.catalog ?? null };
  const copied = isKnown ? copyPresets(presets, from, target, there.data) : null;
  async function submit() {
    if (copied === null) return null;
    const { error } = await save(copied.presets);
    if (error === null) {
      showToast({
        tone: "done",
        title: `${formatCount(presets.length, "preset", "presets")} copied`,
        text: labelOf(to),
      });
    }
    return error;
  }
  return (
    <FormDialog
      isSubmitDisabled={copied === null}
      onClose={props.onClose}
      onSubmit={submit}
      submitLabel="Copy"
      title={props.title}
    >
      {props.choice}
      {catalog.error === null ? null : <p role="alert">{catalog.error.message}</p>}
      {copied === null ? null : <NotCarried rows={copied.notCarried} />}
    </FormDialog>
  );
}

function NotCarried(props: { readonly rows: ReturnType<typeof copyPresets>["notCarried"] }): ReactNode {
  if (props.rows.length === 0) return <p className={styles.quiet}>Everything can be taken along.</p>;
  return (
    <ul aria-label="Not carried over" className={styles.lost}>
      {props.rows.map(({ name, path, reason }) => (
        <li key={`${name} ${path} ${reason}`}>
          {name}: {path === "" ? null : <code>{path}</code>} {reason}
        </li>
      ))}
    </ul>
  );
}

function nothing(): Promise<null> {
  return Promise.resolve(null);
}

function idOf({ tenant, connection }: Place): string {
  return `${connection.api} ${tenant.id}`;
}

function labelOf({ tenant, connection }: Place): string {
  return `${tenant.name}, ${API_NAMES[connection.api]}`;
}
