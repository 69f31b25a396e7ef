import { useState, type ReactNode } from "react";
import {
  CATALOG_EXPORT_FORMATS,
  EXPORT_TITLES,
  REQUEST_FORMATS,
  type CatalogExportFormat,
} from "../../../shared/catalog-export/formats.ts";
import type { CatalogDocument } from "../../../shared/catalog-edit/document.ts";
import type { AppError } from "../../../shared/result/result.ts";
import { useHost } from "../../host/host-context.tsx";
import { useCall } from "../../host/queries.ts";
import { formatCount } from "../../ui/quantities.ts";
import { announceSavedFile } from "../../ui/saved-file.ts";
import { Select } from "../../ui/select.tsx";
import { FormDialog } from "../vault/form-dialog.tsx";
import { useEditor } from "./use-catalog-editor.ts";

const EVERYTHING = "everything";

/** Writes a version of the catalog to a file; a request document also of only what is new since an earlier one. */
export function ExportDialog(props: {
  /** The only events to export, by row; null for the whole catalog. */
  readonly rows?: ReadonlySet<number> | null;
  readonly onClose: () => void;
}): ReactNode {
  const { state, document } = useEditor();
  const events = keysOf(document, props.rows ?? null);
  const host = useHost();
  const [format, setFormat] = useState<CatalogExportFormat>("json");
  const [version, setVersion] = useState(String(state.base.version));
  const [since, setSince] = useState(EVERYTHING);
  const isRequest = REQUEST_FORMATS.has(format);
  async function write(): Promise<AppError | null> {
    const file = await host.call("catalogs.export", {
      id: state.id,
      format,
      version: Number(version),
      since: isRequest && since !== EVERYTHING ? Number(since) : null,
      events,
    });
    if (!file.ok) return file.error;
    announceSavedFile(file.value, `${EXPORT_TITLES[format]} exported`);
    return null;
  }
  return (
    <FormDialog
      onClose={props.onClose}
      onSubmit={write}
      submitLabel="Export"
      title={`Export ${events === null ? state.base.catalog.name : formatCount(events.length, "event", "events")}`}
    >
      <Select
        label="As"
        onChange={setFormat}
        options={CATALOG_EXPORT_FORMATS.map((value) => ({ value, label: EXPORT_TITLES[value] }))}
        value={format}
      />
      <VersionChoice onChange={setVersion} value={version} />
      {isRequest ? <SinceChoice onChange={setSince} value={since} version={Number(version)} /> : null}
    </FormDialog>
  );
}

function keysOf(document: CatalogDocument, rows: ReadonlySet<number> | null): string[] | null {
  if (rows === null) return null;
  return document.catalog.events
    .filter((_event, index) => rows.has(document.rows[index] ?? -1))
    .map(({ key }) => key);
}

type ChoiceProps = { readonly value: string; readonly onChange: (value: string) => void };

function VersionChoice({ value, onChange }: ChoiceProps): ReactNode {
  const { state, isChanged } = useEditor();
  const versions = useCall("catalogs.versions", { id: state.id }).data ?? [];
  return (
    <Select
      description={isChanged ? "Unsaved changes are in no version: save them first to export them." : null}
      label="Version"
      onChange={onChange}
      options={versions.map((one) => ({
        value: String(one.version),
        label: one.isCurrent ? `Version ${one.version}, in use` : `Version ${one.version}`,
      }))}
      value={value}
    />
  );
}

function SinceChoice({ value, onChange, version }: ChoiceProps & { readonly version: number }): ReactNode {
  const { state } = useEditor();
  const versions = useCall("catalogs.versions", { id: state.id }).data ?? [];
  const earlier = versions.filter((one) => one.version < version);
  return (
    <Select
      description="The request document asks the vendor's Product Integration Team to configure events."
      label="What it asks for"
      onChange={onChange}
      options={[
        { value: EVERYTHING, label: "Everything" },
        ...earlier.map((one) => ({
          value: String(one.version),
          label: `Only what is new since version ${one.version}`,
        })),
      ]}
      value={value}
    />
  );
}
