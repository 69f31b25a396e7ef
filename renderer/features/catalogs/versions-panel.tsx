import { useState, type ReactNode } from "react";
import type { CatalogVersion } from "../../../shared/domain/catalog-version.ts";
import { useCall } from "../../host/queries.ts";
import { Badge } from "../../ui/badge.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PaneScroll } from "../../ui/pane.tsx";
import { formatCount } from "../../ui/quantities.ts";
import { Sentence } from "../../ui/sentence.tsx";
import styles from "./catalogs.module.css";
import { ComparedVersions } from "./compared-versions.tsx";
import { useAskedVersion } from "./use-asked-version.ts";
import { useEditor } from "./use-catalog-editor.ts";
import { WORKING_COPY, type Side } from "./version-sides.ts";

/** Every version with its time and what was new in it; any two are compared below. */
export function VersionsPanel(): ReactNode {
  const { state, isChanged } = useEditor();
  const query = useCall("catalogs.versions", { id: state.id });
  const [chosen, setChosen] = useState<{ readonly before: Side; readonly after: Side } | null>(null);
  const asked = useAskedVersion(() => setChosen(null));
  if (query.error !== null) {
    return <EmptyState title="The versions cannot be read">{query.error.message}</EmptyState>;
  }
  if (query.data === undefined) return null;
  const versions = query.data;
  const sides = chosen ?? sidesOf(versions, asked?.version) ?? defaultSides(versions, isChanged);
  return (
    <div className={styles.panel}>
      <PaneScroll label="Versions">
        <ol aria-label="Versions" className={styles.versions} reversed>
          {isChanged ? (
            <VersionRow
              isCurrent={sides.after === WORKING_COPY}
              onChoose={() => setChosen({ before: state.base.version, after: WORKING_COPY })}
              summary="What you see now. Save it to keep it as a version."
              title="Unsaved changes"
            />
          ) : null}
          {versions.map((entry) => (
            <VersionRow
              badge={entry.isCurrent ? "in use" : null}
              isCurrent={sides.after === entry.version}
              key={entry.version}
              onChoose={() =>
                setChosen({ before: previousOf(versions, entry.version), after: entry.version })
              }
              summary={entry.about === null ? "Its file is damaged." : summaryOf(entry.about)}
              time={entry.about?.savedAt ?? null}
              title={`Version ${entry.version}`}
            />
          ))}
        </ol>
        <ComparedVersions isChanged={isChanged} onChange={setChosen} sides={sides} versions={versions} />
      </PaneScroll>
    </div>
  );
}

/** What a version that was asked for brought; null where none was, or it is not there. */
function sidesOf(versions: readonly CatalogVersion[], version: number | undefined) {
  const isThere = versions.some((entry) => entry.version === version);
  return version === undefined || !isThere ? null : { before: previousOf(versions, version), after: version };
}

function defaultSides(
  versions: readonly CatalogVersion[],
  isChanged: boolean,
): { before: Side; after: Side } {
  const newest = versions[0]?.version ?? 1;
  return isChanged
    ? { before: newest, after: WORKING_COPY }
    : { before: previousOf(versions, newest), after: newest };
}

/** The version before; for the first one itself. */
function previousOf(versions: readonly CatalogVersion[], version: number): number {
  return versions.find((entry) => entry.version < version)?.version ?? version;
}

const ORIGINS = {
  created: "Made",
  edit: "",
  fix: "Fixes",
  import: "Import",
  restore: "Went back",
  link: "From the linked file",
  duplicate: "Copy",
  demo: "Demo",
} as const satisfies Record<NonNullable<CatalogVersion["about"]>["origin"]["kind"], string>;

function summaryOf({ origin, summary, eventCount }: NonNullable<CatalogVersion["about"]>): string {
  const from = [ORIGINS[origin.kind], origin.detail ?? ""].filter((part) => part !== "").join(": ");
  const all = [from, summary].filter((part) => part !== "").join(". ");
  return all === "" ? formatCount(eventCount, "event", "events") : all;
}

function VersionRow(props: {
  readonly title: string;
  readonly summary: string;
  readonly time?: string | null;
  readonly badge?: string | null;
  readonly isCurrent: boolean;
  readonly onChoose: () => void;
}): ReactNode {
  const { time = null, badge = null } = props;
  return (
    <li>
      <button
        aria-current={props.isCurrent}
        className={styles.version}
        onClick={props.onChoose}
        type="button"
      >
        <span className={styles.versionTop}>
          <strong>{props.title}</strong>
          {badge === null ? null : <Badge>{badge}</Badge>}
          {time === null ? null : <span className={styles.versionTime}>{momentOf(time)}</span>}
        </span>
        <span className={styles.muted}>
          <Sentence text={props.summary} />
        </span>
      </button>
    </li>
  );
}

function momentOf(iso: string): string {
  return new Date(iso).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
}
