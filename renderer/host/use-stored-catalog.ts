import { useQuery } from "@tanstack/react-query";
import type { StoredCatalog } from "../../shared/domain/catalog.ts";
import { useHost } from "./host-context.tsx";
import { callKey } from "./query-client.ts";
import { callQuery, useCall, type CallError } from "./queries.ts";

export type StoredCatalogQuery = {
  readonly data: StoredCatalog | undefined;
  readonly error: CallError | null;
  readonly refetch: () => void;
};

/**
 * A catalog in its current version. It is asked for by the number of that, which never becomes another catalog, so that a
 * version that this window saved or has seen is not sent again: a catalog can be megabytes. While a newer one is on its way,
 * the one before is answered.
 */
export function useStoredCatalog(id: string): StoredCatalogQuery {
  const host = useHost();
  const list = useCall("catalogs.list", {});
  const version = list.data?.find((one) => one.id === id)?.version ?? null;
  const known = useQuery({
    ...callQuery(host, "catalogs.version", { id, version: version ?? 1 }),
    enabled: version !== null,
    placeholderData: (before: StoredCatalog | undefined) => (before?.id === id ? before : undefined),
  });
  // One that is not listed is gone or cannot be opened; this says which.
  const unlisted = useCall(
    "catalogs.get",
    { id },
    { isEnabled: list.data !== undefined && version === null },
  );
  const source = version === null ? unlisted : known;
  return {
    data: list.error === null ? source.data : undefined,
    error: list.error ?? source.error,
    refetch: () => void (version === null ? list.refetch() : known.refetch()),
  };
}

/** The key under which this version of a catalog is kept, for whoever made it here. */
export function catalogVersionKey({
  id,
  version,
}: Pick<StoredCatalog, "id" | "version">): readonly unknown[] {
  return callKey("catalogs.version", { id, version });
}
