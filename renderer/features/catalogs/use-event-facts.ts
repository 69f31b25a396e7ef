import { useMemo } from "react";
import { isSameValue } from "../../../shared/catalog/same-value.ts";
import type { Catalog } from "../../../shared/domain/catalog.ts";
import { useCall } from "../../host/queries.ts";
import type { EventFacts, EventFilter } from "./event-filter.ts";
import type { CatalogFindings } from "./findings-context.tsx";
import { useEditor } from "./use-catalog-editor.ts";

/** What the filters in use need to know; the rest stays unknown. */
export function useEventFacts(filter: EventFilter, findings: CatalogFindings): EventFacts {
  const { state, document } = useEditor();
  const { changedSince } = filter;
  const version = useCall(
    "catalogs.version",
    { id: state.id, version: changedSince ?? state.base.version },
    { isEnabled: changedSince !== null },
  );
  const before = changedSince === null ? undefined : version.data?.catalog;
  const coverage = useCall(
    "catalogs.coverage",
    { id: state.id, tenantId: null },
    { isEnabled: filter.isNeverSent },
  );
  const covered = filter.isNeverSent ? coverage.data?.events : undefined;
  const sentKeys = useMemo(
    () =>
      covered === undefined
        ? null
        : new Set(covered.filter(({ sent }) => sent > 0).map(({ event }) => event)),
    [covered],
  );
  const { catalog } = document;
  const changedKeys = useMemo(
    () => (before === undefined ? null : changedKeysOf(before, catalog)),
    [before, catalog],
  );
  return useMemo(
    () => ({ rowsWithFindings: findings.rows, sentKeys, changedKeys }),
    [findings.rows, sentKeys, changedKeys],
  );
}

function changedKeysOf(before: Catalog, after: Catalog): ReadonlySet<string> {
  const known = new Map(before.events.map((event) => [event.key, event]));
  return new Set(
    after.events.filter((event) => !isSameValue(known.get(event.key), event)).map(({ key }) => key),
  );
}
