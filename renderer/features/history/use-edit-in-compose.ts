import { useQueryClient } from "@tanstack/react-query";
import { newDraftText } from "../../../shared/compose/new-draft.ts";
import type { Exchange } from "../../../shared/domain/exchange.ts";
import { placeOf } from "../../../shared/domain/open-drafts.ts";
import { useNavigation } from "../../app/navigation-context.tsx";
import { useUpdateSettings } from "../../app/update-settings.ts";
import { useSetting } from "../../app/use-setting.ts";
import { useWorkspace } from "../../app/workspace-context.tsx";
import { useHost } from "../../host/host-context.tsx";
import { callQuery } from "../../host/queries.ts";
import { useComposeStores } from "../compose/compose-provider.tsx";
import { freeNumber, openTab, singleTab } from "../compose/draft-tabs.ts";

/**
 * Opens an exchange in Compose as it was, placeholders included, as a further draft of its event, so that nothing written there is
 * touched; null where there is no way to send it any more.
 */
export function useEditInCompose(exchange: Exchange): (() => void) | null {
  const host = useHost();
  const client = useQueryClient();
  const { drafts } = useComposeStores();
  const { tenants, setTenant } = useWorkspace();
  const openDrafts = useSetting("openDrafts");
  const { goTo } = useNavigation();
  const updateSettings = useUpdateSettings();
  const tenant = tenants.find(({ id }) => id === exchange.tenant?.id) ?? null;
  const { api, event: eventKey, presetId } = exchange;
  const connection = tenant?.connections.find((candidate) => candidate.api === api);
  if (tenant === null || eventKey === null || connection === undefined) return null;
  const place = placeOf({ tenantId: tenant.id, api });
  const open = async () => {
    const saved = await client.ensureQueryData(callQuery(host, "drafts.list", { tenantId: tenant.id }));
    const isHere = (draft: { readonly tenantId: string; readonly api: string }) =>
      draft.tenantId === tenant.id && draft.api === api;
    const taken = [...saved, ...drafts.drafts.get().values()].filter(isHere);
    const tabs = openDrafts[place]?.tabs ?? [];
    const tab = { eventKey, number: freeNumber([...taken, ...tabs], eventKey) };
    const { tenantNumber } = tenant;
    const empty = newDraftText({ api, tenantNumber, connection, event: null, eventKey });
    const text = exchange.draftText ?? exchange.request.text;
    drafts.change(
      { tenantId: tenant.id, api, ...tab },
      { text: empty, variables: [], presetId },
      { kind: "edit", text, group: null },
    );
    updateSettings(({ openDrafts }) => {
      const before = openDrafts[place];
      const next = before === undefined ? singleTab(tab) : openTab(before, tab, false);
      return { lastApi: api, lastEventKey: eventKey, openDrafts: { ...openDrafts, [place]: next } };
    });
    setTenant(tenant.id);
    goTo("compose");
  };
  return () => void open();
}
