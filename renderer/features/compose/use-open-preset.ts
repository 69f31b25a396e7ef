import { useCallback } from "react";
import type { Draft } from "../../../shared/domain/draft.ts";
import type { Preset } from "../../../shared/domain/preset.ts";
import { useComposeStores } from "./compose-provider.tsx";
import { freeNumber } from "./draft-tabs.ts";
import type { OpenDraftsHandle } from "./use-open-drafts.ts";

/** Opens a preset as a draft of its own; a draft that is from it already is shown as it is. */
export function useOpenPreset(drafts: OpenDraftsHandle, saved: readonly Draft[]): (preset: Preset) => void {
  const { drafts: store } = useComposeStores();
  return useCallback(
    ({ id, tenantId, api, eventKey, text, variables }) => {
      const changed = [...store.drafts.get().values()];
      const here = [...changed, ...saved].filter((draft) => draft.tenantId === tenantId && draft.api === api);
      const from = here.find((draft) => draft.presetId === id);
      const number = from?.number ?? freeNumber([...here, ...drafts.open.tabs], eventKey);
      const tab = { eventKey, number };
      if (from === undefined) {
        store.setPreset({ tenantId, api, ...tab }, { text, variables, presetId: id }, id);
      }
      drafts.show(tab);
    },
    [store, drafts, saved],
  );
}
