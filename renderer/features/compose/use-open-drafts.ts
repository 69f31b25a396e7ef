import { useCallback, useMemo } from "react";
import { placeOf, type DraftTab, type OpenDrafts } from "../../../shared/domain/open-drafts.ts";
import type { Api } from "../../../shared/domain/tenant.ts";
import { useUpdateSettings } from "../../app/update-settings.ts";
import { useSetting } from "../../app/use-setting.ts";
import { currentTab, openTab, singleTab, tabOfEvent } from "./draft-tabs.ts";

export type OpenDraftsHandle = {
  readonly open: OpenDrafts;
  /** The draft that is shown; null where none is open. */
  readonly current: DraftTab | null;
  readonly change: (change: (open: OpenDrafts) => OpenDrafts) => void;
  /** Shows a tab, in place of the one shown where nothing was ever written in that. */
  readonly show: (tab: DraftTab) => void;
  /** Shows the draft of an event that was written last. */
  readonly showEvent: (eventKey: string) => void;
};

/**
 * The drafts of a tenant and API that are open, as the settings remember them. `first` is shown where none was ever opened
 * there; `isWritten` says whether a draft has anything in it that was typed.
 */
export function useOpenDrafts(options: {
  readonly tenantId: string;
  readonly api: Api;
  readonly first: DraftTab | null;
  readonly isWritten: (tab: DraftTab) => boolean;
}): OpenDraftsHandle {
  const openDrafts = useSetting("openDrafts");
  const updateSettings = useUpdateSettings();
  const { first, isWritten } = options;
  const place = placeOf(options);
  const remembered = openDrafts[place];
  const firstEvent = first?.eventKey ?? null;
  const initial = useMemo(
    () => (firstEvent === null ? NONE_OPEN : singleTab({ eventKey: firstEvent, number: 1 })),
    [firstEvent],
  );
  const open = remembered ?? initial;
  const change = useCallback(
    (changeOpen: (open: OpenDrafts) => OpenDrafts) =>
      updateSettings((current) => {
        const next = changeOpen(current.openDrafts[place] ?? initial);
        const lastEventKey = currentTab(next)?.eventKey ?? current.lastEventKey;
        return { lastEventKey, openDrafts: { ...current.openDrafts, [place]: next } };
      }),
    [updateSettings, place, initial],
  );
  const show = (tab: DraftTab) =>
    change((state) => {
      const shown = currentTab(state);
      return openTab(state, tab, shown !== null && !isWritten(shown));
    });
  return {
    open,
    current: currentTab(open),
    change,
    show,
    showEvent: (eventKey) => show(tabOfEvent(open, eventKey)),
  };
}

const NONE_OPEN: OpenDrafts = { tabs: [], current: 0, closed: [] };
