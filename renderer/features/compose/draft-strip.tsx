import type { ReactNode, RefObject } from "react";
import type { Draft } from "../../../shared/domain/draft.ts";
import type { Preset } from "../../../shared/domain/preset.ts";
import type { DraftTab, OpenDrafts } from "../../../shared/domain/open-drafts.ts";
import { useCommands } from "../../app/actions-context.tsx";
import { useNavigation } from "../../app/navigation-context.tsx";
import { Button } from "../../ui/button.tsx";
import { ChevronDownIcon, PlusIcon } from "../../ui/icons.tsx";
import { MenuButton, type MenuEntry } from "../../ui/menu-button.tsx";
import { TabStrip } from "../../ui/tab-strip.tsx";
import { closeTab, freeNumber, isSameTab, moveTab, reopenTab, stepTab, tabLabel } from "./draft-tabs.ts";
import type { OpenDraftsHandle } from "./use-open-drafts.ts";
import { useTabKeys } from "./use-tab-keys.ts";

export type DraftStripProps = {
  readonly drafts: OpenDraftsHandle;
  /** Of this tenant and API, as saved; those that are not open can be opened again. */
  readonly saved: readonly Draft[];
  /** A draft that is from one of them is called as that is. */
  readonly presets: readonly Preset[];
  readonly screen: RefObject<HTMLElement | null>;
};

/** The drafts that are open, and the way to the others. */
export function DraftStrip({ drafts, saved, presets, screen }: DraftStripProps): ReactNode {
  const { open, current, change } = drafts;
  const openNew = () => {
    const eventKey = current?.eventKey ?? null;
    if (eventKey === null) return;
    change((state) => withNewTab(state, eventKey, saved));
  };
  useTabKeys(screen, {
    onStep: (step) => change((state) => stepTab(state, step)),
    onMove: (step) => change((state) => moveTab(state, state.current, state.current + step)),
    onClose: () => change((state) => closeTab(state, state.current)),
    onReopen: () => change(reopenTab),
    onNew: openNew,
  });
  return (
    <TabStrip
      current={open.current}
      label="Open drafts"
      onClose={(index) => change((state) => closeTab(state, index))}
      onMove={(from, to) => change((state) => moveTab(state, from, to))}
      onSelect={(index) => change((state) => ({ ...state, current: index }))}
      tabs={open.tabs.map((tab) => ({ id: tabLabel(tab), label: nameOf(tab, saved, presets) }))}
      trailing={
        <>
          <Button
            isDisabled={current === null}
            label={current === null ? "Another draft" : `Another draft of ${current.eventKey}`}
            onPress={openNew}
            size="small"
            variant="quiet"
          >
            <PlusIcon />
          </Button>
          <OtherDrafts drafts={drafts} saved={saved} />
        </>
      }
    />
  );
}

function nameOf(tab: DraftTab, saved: readonly Draft[], presets: readonly Preset[]): string {
  const presetId = saved.find((draft) => isSameTab(draft, tab))?.presetId;
  return presets.find(({ id }) => id === presetId)?.name ?? tabLabel(tab);
}

function withNewTab(open: OpenDrafts, eventKey: string, saved: readonly Draft[]): OpenDrafts {
  const closed = open.closed.map(({ tab }) => tab);
  const tab = { eventKey, number: freeNumber([...saved, ...open.tabs, ...closed], eventKey) };
  const index = Math.min(open.current + 1, open.tabs.length);
  return { ...open, tabs: open.tabs.toSpliced(index, 0, tab), current: index };
}

const REOPEN = "reopen";

/** Drafts that were written and are not open: nothing is lost by closing a tab. */
function OtherDrafts({ drafts, saved }: Pick<DraftStripProps, "drafts" | "saved">): ReactNode {
  const { open } = drafts;
  const { goTo } = useNavigation();
  const others = saved.filter((draft) => !open.tabs.some((tab) => isSameTab(tab, draft)));
  const [lastClosed] = open.closed;
  useCommands("other drafts", () =>
    others.map((draft) => ({
      id: `draft:${draft.id}`,
      section: "Drafts",
      title: `Open the draft ${tabLabel(draft)}`,
      detail: savedAt(draft),
      run() {
        drafts.show(tabOf(draft));
        goTo("compose");
      },
    })),
  );
  if (others.length === 0 && lastClosed === undefined) return null;
  const entries: readonly MenuEntry<string>[] = [
    ...(lastClosed === undefined
      ? []
      : [{ id: REOPEN, label: `Open ${tabLabel(lastClosed.tab)} again`, description: "Closed last" }]),
    ...others.map((draft) => ({ id: draft.id, label: tabLabel(draft), description: savedAt(draft) })),
  ];
  return (
    <MenuButton
      entries={entries}
      label="Other drafts"
      onAction={(id) => {
        const draft = others.find((other) => other.id === id);
        if (id === REOPEN) drafts.change(reopenTab);
        else if (draft !== undefined) drafts.show(tabOf(draft));
      }}
      size="small"
      variant="quiet"
    >
      <ChevronDownIcon />
    </MenuButton>
  );
}

function tabOf({ eventKey, number }: Draft): DraftTab {
  return { eventKey, number };
}

function savedAt({ savedAt: moment }: Draft): string {
  return `Saved ${new Date(moment).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" })}`;
}
