import { useEffectEvent, useLayoutEffect } from "react";
import type { TenantView } from "../../../shared/contract/calls.ts";
import { newDraftText } from "../../../shared/compose/new-draft.ts";
import type { Catalog } from "../../../shared/domain/catalog.ts";
import { draftId, type Draft, type DraftKey } from "../../../shared/domain/draft.ts";
import { placeOf } from "../../../shared/domain/open-drafts.ts";
import type { TenantValues } from "../../../shared/domain/tenant-values.ts";
import type { Api, Connection } from "../../../shared/domain/tenant.ts";
import { carryOver, type CarryPlace } from "../../../shared/translate/carry-over.ts";
import { putNotice } from "./carried-notices.ts";
import { useComposeStores, type ShownDraft } from "./compose-provider.tsx";
import type { OpenDraftsHandle } from "./use-open-drafts.ts";

type Here = {
  readonly tenant: TenantView;
  readonly connection: Connection;
  readonly catalog: Catalog;
  readonly drafts: OpenDraftsHandle;
  readonly saved: readonly Draft[];
  readonly values: TenantValues;
};

const API_NAMES = { optievent: "OptiEvent", realtime: "Realtime" } as const satisfies Record<Api, string>;

/**
 * After the tenant or the API was switched: shows the same event here. What was written of it there is carried over where
 * nothing was written here yet, and offered where something was.
 */
export function useCarryOver(here: Here | null): void {
  const { shown } = useComposeStores();
  const place = here === null ? null : placeOf({ tenantId: here.tenant.id, api: here.connection.api });
  const stores = useComposeStores();
  const arrive = useEffectEvent(() => {
    const before = shown.get();
    if (here !== null && before !== null && placeOf(before.key) !== place) follow(here, before, stores);
  });
  // Before the draft that is shown now is remembered as the one shown last.
  useLayoutEffect(() => {
    if (place !== null) arrive();
  }, [place]);
}

function follow(here: Here, before: ShownDraft, stores: ReturnType<typeof useComposeStores>): void {
  const { tenant, connection, catalog, drafts } = here;
  const { eventKey, number } = before.key;
  const isWritten = before.text !== before.example;
  const event = catalog.events.find(({ key }) => key === eventKey) ?? null;
  if (event === null && !isWritten) return;
  if (!isWritten) {
    drafts.showEvent(eventKey);
    return;
  }
  drafts.show({ eventKey, number });
  const key: DraftKey = { tenantId: tenant.id, api: connection.api, eventKey, number };
  const id = draftId(key);
  const { pinned } = here.values;
  const { api } = connection;
  const example = newDraftText({ ...tenant, api, connection, event, eventKey, pinned });
  const to: CarryPlace = {
    tenantName: tenant.name,
    tenantNumber: tenant.tenantNumber,
    connection,
    catalog,
  };
  const carried = carryOver({ text: before.text, eventKey, from: before.place, to });
  const base = stores.drafts.drafts.get().get(id) ?? here.saved.find((draft) => draft.id === id);
  const source = `${before.place.tenantName}, ${API_NAMES[before.key.api]}`;
  if (base !== undefined && base.text !== example) {
    if (base.text === carried.text) return;
    putNotice(stores.notices, id, { kind: "kept", source, ...carried });
    return;
  }
  const start = base ?? { text: example, variables: [...before.variables], presetId: null };
  stores.drafts.change(key, start, { kind: "edit", text: carried.text, group: null });
  putNotice(stores.notices, id, { kind: "carried", source, ...carried });
}
