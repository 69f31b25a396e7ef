/* oxlint-disable jsx-a11y/prefer-tag-over-role --
   A select or a datalist takes no dots, notes and details, and has all of its options in the document. */
import {
  useId,
  useImperativeHandle,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
} from "react";
import { classNames } from "./class-names.ts";
import { useControlKeys } from "./control-actions.tsx";
import { CheckIcon } from "./icons.tsx";
import { holdsModifier, isOnward, keyMeaning, tickByKey, type ListTicks } from "./list-keys.ts";
import {
  HEADING_HEIGHT,
  listHeight,
  ROW_HEIGHT,
  scrollTopFor,
  visibleSections,
  type SectionWindow,
  type Viewport,
} from "./list-window.ts";
import styles from "./search-list.module.css";
import { useViewport } from "./use-viewport.ts";

export type ListItem = {
  /** Unique in the whole list. */
  readonly id: string;
  readonly label: string;
  /** Before the label, e.g. a coloured dot. */
  readonly icon?: ReactNode;
  /** At the end of the line. */
  readonly detail?: string;
  /** Before the detail, e.g. a badge. */
  readonly badge?: ReactNode;
  /** Before the detail: a small mark, such as a number of findings. */
  readonly mark?: ReactNode;
  /** Why the item is of little use here; it is dimmed but can be chosen. */
  readonly note?: string;
};

export type ListSection = { readonly title: string; readonly items: readonly ListItem[] };
export type ListHandle = { readonly focus: () => void };

type SectionedListProps = {
  readonly label: string;
  readonly sections: readonly ListSection[];
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
  /** An arrow upwards from the first row. */
  readonly onLeaveUpwards: () => void;
  readonly handle: Ref<ListHandle>;
  /** With ticks, Space ticks, with Shift a range, as do arrows with Shift, and a key of the user's all; the chosen item is the current one then. */
  readonly ticks?: ListTicks;
  /** Arrows choose as they move. */
  readonly choosesOnMove?: boolean;
};

/**
 * A list of which only the rows in view are there, so that thousands cost no more than dozens at each keystroke of a
 * search. One stop of the Tab key; arrows move, Enter or Space chooses.
 */
export function SectionedList(props: SectionedListProps): ReactNode {
  const { sections } = props;
  const keys = useControlKeys();
  const list = useRef<HTMLDivElement>(null);
  const baseId = useId();
  const items = sections.flatMap((section) => section.items);
  const rowCounts = sections.map((section) => section.items.length);
  const [viewport, measure] = useViewport(list);
  const [activeId, setActiveId] = useState<string | null>(null);
  const activeRow = rowOf(items, activeId) ?? rowOf(items, props.selectedId) ?? 0;
  const reveal = (row: number) => {
    scrollToRow(list.current, rowCounts, row);
    measure();
  };
  useImperativeHandle(props.handle, () => ({ focus: () => list.current?.focus() }), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (tickByKey(event, keys.list(event) !== null, items[activeRow], props.ticks)) return;
    const pageRows = Math.floor(viewport.height / ROW_HEIGHT) - 1;
    const meaning = keyMeaning(event, activeRow, items.length, pageRows);
    if (meaning === null) return;
    event.preventDefault();
    const item = items[meaning.row];
    if (meaning.kind === "leave") props.onLeaveUpwards();
    else if (item !== undefined) {
      setActiveId(item.id);
      reveal(meaning.row);
      if (props.ticks !== undefined && isOnward(event, meaning))
        props.ticks.onTickOnward(items[activeRow]?.id ?? item.id, item.id);
      else if (meaning.kind === "choose" || props.choosesOnMove === true) props.onSelect(item.id);
    }
  };
  const press = (id: string, event: MouseEvent) => {
    setActiveId(id);
    if (props.ticks !== undefined && holdsModifier(event)) props.ticks.onTick(id, event.shiftKey);
    else props.onSelect(id);
  };
  return (
    <div
      aria-activedescendant={`${baseId}-${activeRow}`}
      aria-label={props.label}
      aria-multiselectable={props.ticks !== undefined}
      className={styles.list}
      onFocus={(event) => {
        // The mouse puts the focus on an option: scrolling then would move it away before the press ends.
        if (event.target === event.currentTarget) reveal(activeRow);
      }}
      onKeyDown={onKeyDown}
      onScroll={measure}
      ref={list}
      role="listbox"
      tabIndex={0}
    >
      <Sections
        {...{ activeRow, baseId, rowCounts, sections, viewport }}
        onPress={press}
        selectedId={props.selectedId}
        ticks={props.ticks}
      />
    </div>
  );
}

function scrollToRow(list: HTMLElement | null, rowCounts: readonly number[], row: number): void {
  if (list === null) return;
  const { scrollTop: top, clientHeight: height } = list;
  list.scrollTop = scrollTopFor(rowCounts, row, { top, height });
}

/** The sections in view, in a space as high as all of them. */
function Sections(
  props: Omit<RowsProps, "rowsBefore" | "total"> & {
    readonly sections: readonly ListSection[];
    readonly rowCounts: readonly number[];
    readonly viewport: Viewport;
  },
): ReactNode {
  const { sections, rowCounts, viewport } = props;
  const rowsUpTo = (index: number) => rowCounts.slice(0, index).reduce((sum, count) => sum + count, 0);
  return (
    <div role="presentation" style={{ height: listHeight(rowCounts) }}>
      {visibleSections(rowCounts, viewport).map((window) => (
        <Section
          {...props}
          key={`${window.index} ${sections[window.index]?.title ?? ""}`}
          rowsBefore={rowsUpTo(window.index)}
          section={sections[window.index]}
          total={rowsUpTo(rowCounts.length)}
          window={window}
        />
      ))}
    </div>
  );
}

type RowsProps = {
  readonly baseId: string;
  readonly activeRow: number;
  readonly selectedId: string | null;
  /** Rows of the sections before. */
  readonly rowsBefore: number;
  readonly total: number;
  readonly onPress: (id: string, event: MouseEvent) => void;
  readonly ticks: ListTicks | undefined;
};

function Section(
  props: RowsProps & { readonly section: ListSection | undefined; readonly window: SectionWindow },
): ReactNode {
  const { section, window } = props;
  if (section === undefined) return null;
  return (
    <div
      aria-label={section.title}
      className={styles.section}
      role="group"
      style={{ top: window.top, height: window.height }}
    >
      <div aria-hidden className={styles.heading} style={{ height: HEADING_HEIGHT }}>
        {section.title}
      </div>
      {section.items.slice(window.first, window.end).map((item, index) => (
        <Row {...props} item={item} key={item.id} row={window.first + index} />
      ))}
    </div>
  );
}

function Row(props: RowsProps & { readonly item: ListItem; readonly row: number }): ReactNode {
  const { item, row, ticks } = props;
  const overall = props.rowsBefore + row;
  const isChosen = item.id === props.selectedId;
  const isTicked = ticks?.ids.has(item.id) ?? false;
  return (
    // The keyboard is with the list, which names the active option; an option only takes the mouse.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      {...(ticks === undefined ? {} : { "aria-current": isChosen })}
      aria-posinset={overall + 1}
      aria-selected={ticks === undefined ? isChosen : isTicked}
      aria-setsize={props.total}
      className={classNames(
        styles.item,
        item.note !== undefined && styles.dimmed,
        overall === props.activeRow && styles.active,
        isChosen && styles.chosen,
      )}
      id={`${props.baseId}-${overall}`}
      onClick={(event) => props.onPress(item.id, event)}
      role="option"
      style={{ top: HEADING_HEIGHT + row * ROW_HEIGHT, height: ROW_HEIGHT }}
      tabIndex={-1}
    >
      {ticks === undefined ? null : (
        <TickMark isTicked={isTicked} onTick={(isRange) => ticks.onTick(item.id, isRange)} />
      )}
      {item.icon}
      <span className={styles.label}>{item.label}</span>
      {item.note === undefined ? null : <span className={styles.note}>{item.note}</span>}
      {item.mark}
      {item.badge}
      {item.detail === undefined ? null : <span className={styles.detail}>{item.detail}</span>}
    </div>
  );
}

/** For the mouse; the option says itself whether it is ticked. */
function TickMark(props: {
  readonly isTicked: boolean;
  readonly onTick: (isRange: boolean) => void;
}): ReactNode {
  return (
    // By keyboard Space ticks the active option.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <span
      className={classNames(styles.tick, props.isTicked && styles.ticked)}
      onClick={(event) => {
        event.stopPropagation();
        props.onTick(event.shiftKey);
      }}
    >
      {props.isTicked ? <CheckIcon /> : null}
    </span>
  );
}

function rowOf(items: readonly ListItem[], id: string | null): number | null {
  const row = items.findIndex((item) => item.id === id);
  return row === -1 ? null : row;
}
