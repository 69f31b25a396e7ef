import { useEffect, useRef, useState, type ReactNode, type RefObject } from "react";
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from "react-aria-components";
import { classNames } from "./class-names.ts";
import { ChevronDownIcon } from "./icons.tsx";
import { MenuButton } from "./menu-button.tsx";
import styles from "./tabs.module.css";

export type TabDescription<Id extends string> = {
  readonly id: Id;
  readonly label: string;
  /** How many there are behind the tab; none is shown for 0. */
  readonly count?: number;
  readonly content: ReactNode;
};

/** Views of one thing. The panel takes the height that is left and scrolls by itself. */
export function Tabs<Id extends string>(props: {
  readonly label: string;
  readonly tabs: readonly TabDescription<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  /** At the end of the row of tabs. */
  readonly trailing?: ReactNode;
}): ReactNode {
  const list = useRef<HTMLDivElement>(null);
  const { selected } = props;
  const isCut = useIsCut(list);
  useInView(list, selected);
  return (
    <AriaTabs
      className={classNames(styles.tabs)}
      onSelectionChange={(key) => {
        const chosen = props.tabs.find((tab) => tab.id === key);
        if (chosen !== undefined) props.onSelect(chosen.id);
      }}
      selectedKey={props.selected}
    >
      <div className={styles.bar}>
        <TabList aria-label={props.label} className={classNames(styles.list)} ref={list}>
          {props.tabs.map((tab) => (
            <Tab className={classNames(styles.tab)} id={tab.id} key={tab.id}>
              <span className={styles.label} data-label={tab.label}>
                {tab.label}
              </span>
              {tab.count === undefined || tab.count === 0 ? null : (
                <span className={styles.count}>{tab.count}</span>
              )}
            </Tab>
          ))}
        </TabList>
        {isCut ? (
          <div className={styles.all}>
            <MenuButton
              entries={props.tabs.map(({ id, label }) => ({ id, label }))}
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
      {props.tabs.map((tab) => (
        <TabPanel className={classNames(styles.panel)} id={tab.id} key={tab.id}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
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
      const tab = list.current?.querySelector(`[role=tab][data-key="${selected}"]`);
      tab?.scrollIntoView({ block: "nearest", inline: "nearest" });
    });
    return () => cancelAnimationFrame(frame);
  }, [list, selected]);
}
