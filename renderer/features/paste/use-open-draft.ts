import { newDraftText } from "../../../shared/compose/new-draft.ts";
import type { TenantView } from "../../../shared/contract/calls.ts";
import type { Catalog } from "../../../shared/domain/catalog.ts";
import { draftId, type Draft } from "../../../shared/domain/draft.ts";
import type { Connection } from "../../../shared/domain/tenant.ts";
import { useUpdateSettings } from "../../app/update-settings.ts";
import { useComposeStores } from "../compose/compose-provider.tsx";

export type DraftTarget = { readonly connection: Connection; readonly eventKey: string };

export type OpenDraft = {
  /** Whether the draft holds something that was typed and would be replaced. */
  readonly isChanged: (target: DraftTarget, text: string) => boolean;
  /** Puts the text into the draft, as one step of its undo, and shows it. */
  readonly open: (target: DraftTarget, text: string) => void;
};

/** Drafts as something else may fill them. */
export function useOpenDraft(tenant: TenantView, catalog: Catalog, saved: readonly Draft[]): OpenDraft {
  const { drafts } = useComposeStores();
  const updateSettings = useUpdateSettings();
  const exampleOf = ({ connection, eventKey }: DraftTarget) =>
    newDraftText({
      api: connection.api,
      tenantNumber: tenant.tenantNumber,
      connection,
      event: catalog.events.find(({ key }) => key === eventKey) ?? null,
      eventKey,
    });
  const textOf = ({ connection, eventKey }: DraftTarget): string | null => {
    const id = draftId(tenant.id, connection.api, eventKey);
    return drafts.drafts.get().get(id)?.text ?? saved.find((draft) => draft.id === id)?.text ?? null;
  };
  return {
    isChanged(target, text) {
      const current = textOf(target);
      return current !== null && current !== text && current !== exampleOf(target);
    },
    open(target, text) {
      const { connection, eventKey } = target;
      const key = { tenantId: tenant.id, api: connection.api, eventKey };
      drafts.change(key, textOf(target) ?? exampleOf(target), { kind: "edit", text, group: null });
      updateSettings(() => ({ lastApi: connection.api, lastEventKey: eventKey }));
    },
  };
}
