import {
  useEffect,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from "react";
import { ChevronDownIcon } from "./icons.tsx";
import { MenuButton } from "./menu-button.tsx";
import styles from "./tabs.module.css";
import { watchPanel } from "./watch-panel.ts";

export type TabDescription<Id extends string> = {
  readonly id: Id;
  readonly label: string;
  /** How many there are behind the tab; none is shown for 0. */
  readonly count?: number;
  readonly content: ReactNode;
};

type TabsProps<Id extends string> = {
  readonly label: string;
  readonly tabs: readonly TabDescription<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  /** At the end of the row of tabs. */
  readonly trailing?: ReactNode;
};

/** Views of one thing. The panel takes the height that is left and scrolls by itself. */
export function Tabs<Id extends string>(props: TabsProps<Id>): ReactNode {
  const list = useRef<HTMLDivElement>(null);
  const baseId = useId();
  const { selected, tabs } = props;
  const isCut = useIsCut(list);
  useInView(list, selected);
  const shown = tabs.find(({ id }) => id === selected);
  return (
    <div className={styles.tabs}>
      <div className={styles.bar}>
        <TabList {...props} baseId={baseId} list={list} />
        {isCut ? (
          <div className={styles.all}>
            <MenuButton
              entries={tabs.map(({ id, label }) => ({ id, label }))}
              label={`${props.label}: all views`}
              onAction={props.onSelect}
              selected={selected}
              size="small"
              variant="quiet"
            >
              <ChevronDownIcon />
            </MenuButton>
          </div>
        ) : null}
        {props.trailing === undefined ? null : <div className={styles.trailing}>{props.trailing}</div>}
      </div>
      {shown === undefined ? null : (
        <div
          aria-labelledby={tabId(baseId, selected)}
          className={styles.panel}
          id={panelId(baseId, selected)}
          key={selected}
          ref={watchPanel}
          role="tabpanel"
        >
          {shown.content}
        </div>
      )}
    </div>
  );
}

function TabList<Id extends string>(
  props: TabsProps<Id> & { readonly baseId: string; readonly list: RefObject<HTMLDivElement | null> },
): ReactNode {
  const { list, ...rest } = props;
  const { tabs, selected, baseId, label, onSelect } = rest;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = tabAfterKey(event.key, tabs, selected);
    if (next === undefined) return;
    event.preventDefault();
    onSelect(next.id);
    document.getElementById(tabId(baseId, next.id))?.focus();
  };
  return (
    // The tabs take the keyboard; the list only hears their keys.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div aria-label={label} className={styles.list} onKeyDown={onKeyDown} ref={list} role="tablist">
      {tabs.map((tab) => (
        // Arrows choose as they move, so that a tab that has the keyboard is the chosen one.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          {...(tab.id === selected ? { "aria-controls": panelId(baseId, tab.id) } : {})}
          aria-selected={tab.id === selected}
          className={styles.tab}
          data-tab={tab.id}
          id={tabId(baseId, tab.id)}
          key={tab.id}
          onClick={() => onSelect(tab.id)}
          role="tab"
          tabIndex={tab.id === selected ? 0 : -1}
        >
          <span className={styles.label} data-label={tab.label}>
            {tab.label}
          </span>
          {tab.count === undefined || tab.count === 0 ? null : (
            <span className={styles.count}>{tab.count}</span>
          )}
        </div>
      ))}
    </div>
  );
}

function tabId(baseId: string, id: string): string {
  return `${baseId}-tab-${id}`;
}

function panelId(baseId: string, id: string): string {
  return `${baseId}-panel-${id}`;
}

/** The tab that a key leads to, around the ends; undefined for a key that means nothing here. */
function tabAfterKey<Id extends string>(
  key: string,
  tabs: readonly TabDescription<Id>[],
  selected: Id,
): TabDescription<Id> | undefined {
  const here = tabs.findIndex(({ id }) => id === selected);
  switch (key) {
    case "ArrowLeft":
      return tabs.at(here - 1);
    case "ArrowRight":
      return tabs[(here + 1) % tabs.length];
    case "Home":
      return tabs[0];
    case "End":
      return tabs.at(-1);
    default:
      return undefined;
  }
}

/** Whether not all of an element's content fits beside each other, as it is measured when its width changes. */
function useIsCut(element: RefObject<HTMLElement | null>): boolean {
  const [isCut, setCut] = useState(false);
  useEffect(() => {
    const watched = element.current;
    if (watched === null) return undefined;
    const observer = new ResizeObserver(() => setCut(watched.scrollWidth > watched.clientWidth + 1));
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return isCut;
}

/** A narrow pane has no room for all tabs; the one that is shown is in view. */
function useInView(list: RefObject<HTMLElement | null>, selected: string): void {
  useEffect(() => {
    // Not before the next frame, because a tab that gets the focus has the list scroll back to where it was.
    const frame = requestAnimationFrame(() => {
      const tabs = [...(list.current?.querySelectorAll<HTMLElement>("[role=tab]") ?? [])];
      const tab = tabs.find(({ dataset }) => dataset["tab"] === selected);
      tab?.scrollIntoView({ block: "nearest", inline: "nearest" });
    });
    return () => cancelAnimationFrame(frame);
  }, [list, selected]);
}
