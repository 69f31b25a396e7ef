import { newDraftText } from "../../../shared/compose/new-draft.ts";
import type { TenantView } from "../../../shared/contract/calls.ts";
import type { Catalog } from "../../../shared/domain/catalog.ts";
import { draftId, type Draft, type DraftKey } from "../../../shared/domain/draft.ts";
import { placeOf } from "../../../shared/domain/open-drafts.ts";
import type { Connection } from "../../../shared/domain/tenant.ts";
import { useUpdateSettings } from "../../app/update-settings.ts";
import { useSetting } from "../../app/use-setting.ts";
import { useComposeStores } from "../compose/compose-provider.tsx";
import type { DraftBase } from "../compose/draft-store.ts";
import { openTab, singleTab, tabOfEvent } from "../compose/draft-tabs.ts";

export type DraftTarget = { readonly connection: Connection; readonly eventKey: string };

export type OpenDraft = {
  /** Whether the draft holds something that was typed and would be replaced. */
  readonly isChanged: (target: DraftTarget, text: string) => boolean;
  /** Puts the text into the draft, as one step of its undo, and shows it. */
  readonly open: (target: DraftTarget, text: string) => void;
};

/** Drafts as something else may fill them: of several of an event the one that was written last. */
export function useOpenDraft(tenant: TenantView, catalog: Catalog, saved: readonly Draft[]): OpenDraft {
  const { drafts } = useComposeStores();
  const openDrafts = useSetting("openDrafts");
  const updateSettings = useUpdateSettings();
  const exampleOf = ({ connection, eventKey }: DraftTarget) =>
    newDraftText({
      api: connection.api,
      tenantNumber: tenant.tenantNumber,
      connection,
      event: catalog.events.find(({ key }) => key === eventKey) ?? null,
      eventKey,
    });
  const keyOf = ({ connection: { api }, eventKey }: DraftTarget): DraftKey => {
    const open = openDrafts[placeOf({ tenantId: tenant.id, api })];
    const tab = open === undefined ? { eventKey, number: 1 } : tabOfEvent(open, eventKey);
    return { tenantId: tenant.id, api, ...tab };
  };
  const baseOf = (target: DraftTarget): DraftBase | null => {
    const id = draftId(keyOf(target));
    return drafts.drafts.get().get(id) ?? saved.find((draft) => draft.id === id) ?? null;
  };
  return {
    isChanged(target, text) {
      const current = baseOf(target)?.text ?? null;
      return current !== null && current !== text && current !== exampleOf(target);
    },
    open(target, text) {
      const key = keyOf(target);
      const base = baseOf(target) ?? { text: exampleOf(target), variables: [], presetId: null };
      drafts.change(key, base, { kind: "edit", text, group: null });
      const place = placeOf(key);
      const tab = { eventKey: key.eventKey, number: key.number };
      updateSettings(({ openDrafts }) => {
        const open = openDrafts[place];
        const next = open === undefined ? singleTab(tab) : openTab(open, tab, false);
        return {
          lastApi: key.api,
          lastEventKey: key.eventKey,
          openDrafts: { ...openDrafts, [place]: next },
        };
      });
    },
  };
}
