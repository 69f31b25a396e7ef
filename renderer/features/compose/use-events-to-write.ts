import { useMemo, useSyncExternalStore } from "react";
import type { Catalog, CatalogEvent } from "../../../shared/domain/catalog.ts";
import type { Draft } from "../../../shared/domain/draft.ts";
import type { Api } from "../../../shared/domain/tenant.ts";
import { useComposeStores } from "./compose-provider.tsx";
import { eventsToWrite, strayKeys } from "./events-to-write.ts";

/** The catalog's events and those that only drafts know. The same array while nothing in it changes. */
export function useEventsToWrite(
  tenantId: string,
  api: Api,
  catalog: Catalog,
  saved: readonly Draft[],
): readonly CatalogEvent[] {
  const { drafts } = useComposeStores();
  const savedKeys = useMemo(
    () => saved.filter((draft) => draft.api === api).map(({ eventKey }) => eventKey),
    [saved, api],
  );
  // A text, so that typing in a draft, which changes the store, changes nothing here.
  const strays = useSyncExternalStore(drafts.drafts.subscribe, () => {
    const changed = [...drafts.drafts.get().values()]
      .filter((draft) => draft.tenantId === tenantId && draft.api === api)
      .map(({ eventKey }) => eventKey);
    return JSON.stringify(strayKeys(catalog.events, [...savedKeys, ...changed]));
  });
  return useMemo(() => {
    const keys: unknown = JSON.parse(strays);
    const texts = Array.isArray(keys) ? keys.filter((key) => typeof key === "string") : [];
    return eventsToWrite(catalog.events, texts);
  }, [catalog, strays]);
}
