import { useMemo, useState, type ReactNode } from "react";
import type { CoverageReport, EventCoverage } from "../../../shared/contract/coverage-calls.ts";
import { useWorkspace } from "../../app/workspace-context.tsx";
import { useHost } from "../../host/host-context.tsx";
import { useCall } from "../../host/queries.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { DownloadIcon } from "./icons.tsx";
import { MenuButton } from "../../ui/menu-button.tsx";
import { PaneScroll } from "../../ui/pane.tsx";
import { formatCount } from "../../ui/quantities.ts";
import { announceSavedFile } from "../../ui/saved-file.ts";
import { Select } from "../../ui/select.tsx";
import { showToast } from "../../ui/toast.tsx";
import styles from "./catalogs.module.css";
import { CoverageEvent } from "./coverage-event.tsx";
import { coverageGroups } from "./coverage-groups.ts";
import { useEditor } from "./use-catalog-editor.ts";

const ALL = "all";

/** Declared, sent, answered, side by side: what the tenants were sent of each event, and what the catalog lacks. */
export function CoveragePanel(): ReactNode {
  const { state } = useEditor();
  const { tenants } = useWorkspace();
  const [tenant, setTenant] = useState(ALL);
  const tenantId = tenant === ALL ? null : tenant;
  const query = useCall("catalogs.coverage", { id: state.id, tenantId });
  if (query.error !== null) {
    return <EmptyState title="The coverage cannot be read">{query.error.message}</EmptyState>;
  }
  const users = tenants.filter(({ catalogId }) => catalogId === state.id);
  return (
    <PaneScroll label="Coverage">
      <div className={styles.panelBar}>
        <Select
          isLabelHidden
          label="Sent to"
          onChange={setTenant}
          options={[
            { value: ALL, label: "All tenants of this catalog" },
            ...users.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={tenant}
        />
        <ExportCoverage tenantId={tenantId} />
      </div>
      {query.data === undefined ? null : <Report report={query.data} />}
    </PaneScroll>
  );
}

/** Events of a group that are shown before more are asked for. */
const FIRST_SHOWN = 100;

function Report({ report }: { readonly report: CoverageReport }): ReactNode {
  const { scan } = report;
  const groups = useMemo(() => coverageGroups(report.events), [report.events]);
  const declared = report.events.filter(({ isDeclared }) => isDeclared);
  const sent = declared.filter((event) => event.sent > 0).length;
  return (
    <>
      <p className={styles.coverageSummary}>
        <strong>{`${sent} of ${formatCount(declared.length, "event", "events")} sent.`}</strong>{" "}
        {scan.isComplete
          ? null
          : `Looked through ${scan.scanned.toLocaleString("en-GB")} of ${scan.total.toLocaleString("en-GB")} exchanges.`}
      </p>
      {scan.isComplete ? null : (
        <progress
          aria-label="Looking through the history"
          className={styles.progress}
          max={scan.total}
          value={scan.scanned}
        />
      )}
      {groups.map(({ title, events }) => (
        <Group events={events} key={title} title={title} />
      ))}
    </>
  );
}

function Group(props: { readonly title: string; readonly events: readonly EventCoverage[] }): ReactNode {
  const { title, events } = props;
  const [most, setMost] = useState(FIRST_SHOWN);
  if (events.length === 0) return null;
  return (
    <details className={styles.coverageGroup} open>
      <summary className={styles.coverageTitle}>{`${title}, ${events.length}`}</summary>
      <ul aria-label={title}>
        {events.slice(0, most).map((event) => (
          <CoverageEvent event={event} key={`${event.isDeclared} ${event.event}`} />
        ))}
      </ul>
      {events.length > most ? (
        <button className={styles.more} onClick={() => setMost(Infinity)} type="button">
          {`Show ${(events.length - most).toLocaleString("en-GB")} more`}
        </button>
      ) : null}
    </details>
  );
}

function ExportCoverage({ tenantId }: { readonly tenantId: string | null }): ReactNode {
  const { state } = useEditor();
  const host = useHost();
  const write = async (format: "csv" | "markdown" | "html") => {
    const file = await host.call("catalogs.exportCoverage", { id: state.id, tenantId, format });
    if (file.ok) announceSavedFile(file.value, "The coverage was exported");
    else showToast({ tone: "failed", title: "Nothing was exported", text: file.error.message });
  };
  return (
    <MenuButton
      entries={[
        { id: "csv", label: "Table (CSV)" },
        { id: "markdown", label: "Report (Markdown)" },
        { id: "html", label: "Report (HTML)" },
      ]}
      label="Export the coverage"
      onAction={(format) => void write(format)}
      size="small"
    >
      <DownloadIcon />
    </MenuButton>
  );
}
