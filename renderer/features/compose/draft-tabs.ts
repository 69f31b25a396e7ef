import type { DraftTab, OpenDrafts } from "../../../shared/domain/open-drafts.ts";

/** More closed tabs are forgotten; their drafts are not. */
const MOST_CLOSED = 20;

export function isSameTab(one: DraftTab, other: DraftTab): boolean {
  return one.eventKey === other.eventKey && one.number === other.number;
}

export function currentTab({ tabs, current }: OpenDrafts): DraftTab | null {
  return tabs[current] ?? null;
}

/** Only this one is open. */
export function singleTab(tab: DraftTab): OpenDrafts {
  return { tabs: [tab], current: 0, closed: [] };
}

/** Shows a tab that is open, else opens it beside the one that is shown, or in its place where that is free. */
export function openTab(open: OpenDrafts, tab: DraftTab, isCurrentFree: boolean): OpenDrafts {
  const present = open.tabs.findIndex((other) => isSameTab(other, tab));
  if (present !== -1) return { ...open, current: present };
  const closed = open.closed.filter((entry) => !isSameTab(entry.tab, tab));
  if (isCurrentFree && open.current < open.tabs.length) {
    return { ...open, closed, tabs: open.tabs.with(open.current, tab) };
  }
  const index = Math.min(open.current + 1, open.tabs.length);
  return { closed, tabs: open.tabs.toSpliced(index, 0, tab), current: index };
}

/** The tab of an event that is shown, else the one opened last of it, else its first draft. */
export function tabOfEvent(open: OpenDrafts, eventKey: string): DraftTab {
  const current = currentTab(open);
  if (current?.eventKey === eventKey) return current;
  return open.tabs.findLast((tab) => tab.eventKey === eventKey) ?? { eventKey, number: 1 };
}

export function closeTab(open: OpenDrafts, index: number): OpenDrafts {
  const tab = open.tabs[index];
  if (tab === undefined) return open;
  const tabs = open.tabs.toSpliced(index, 1);
  const isBefore = index < open.current;
  const current = Math.max(0, Math.min(isBefore ? open.current - 1 : open.current, tabs.length - 1));
  return { tabs, current, closed: [{ tab, index }, ...open.closed].slice(0, MOST_CLOSED) };
}

/** Opens the tab closed last again, where it was; the same where none was closed. */
export function reopenTab(open: OpenDrafts): OpenDrafts {
  const [last, ...closed] = open.closed;
  if (last === undefined) return open;
  const index = Math.min(last.index, open.tabs.length);
  return { tabs: open.tabs.toSpliced(index, 0, last.tab), current: index, closed };
}

/** Moves a tab to another place; the one that is shown stays shown. */
export function moveTab(open: OpenDrafts, from: number, to: number): OpenDrafts {
  const tab = open.tabs[from];
  const shown = currentTab(open);
  if (tab === undefined || to < 0 || to >= open.tabs.length) return open;
  const tabs = open.tabs.toSpliced(from, 1).toSpliced(to, 0, tab);
  return { ...open, tabs, current: shown === null ? 0 : tabs.findIndex((other) => isSameTab(other, shown)) };
}

/** Shows the tab after or before the one that is shown, around the ends. */
export function stepTab(open: OpenDrafts, step: 1 | -1): OpenDrafts {
  const count = open.tabs.length;
  return count === 0 ? open : { ...open, current: (open.current + step + count) % count };
}

/** The number of a further draft of an event, which none of those known has. */
export function freeNumber(taken: Iterable<DraftTab>, eventKey: string): number {
  const numbers = new Set([...taken].filter((tab) => tab.eventKey === eventKey).map(({ number }) => number));
  let number = 1;
  while (numbers.has(number)) number += 1;
  return number;
}

/** The event, with its number where that is not the first draft's. */
export function tabLabel({ eventKey, number }: DraftTab): string {
  return number === 1 ? eventKey : `${eventKey} (${number})`;
}
