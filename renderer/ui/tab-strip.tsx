import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { CrossIcon } from "./icons.tsx";
import styles from "./tab-strip.module.css";

export type StripTab = {
  /** Unique in the strip. */
  readonly id: string;
  readonly label: string;
  /** Before the label, e.g. a dot. */
  readonly icon?: ReactNode;
};

export type TabStripProps = {
  readonly label: string;
  readonly tabs: readonly StripTab[];
  /** The index of the one that is shown. */
  readonly current: number;
  readonly onSelect: (index: number) => void;
  readonly onClose: (index: number) => void;
  readonly onMove: (from: number, to: number) => void;
  /** At the end of the strip. */
  readonly trailing?: ReactNode;
};

/**
 * Things that are open, one of them shown: chosen with the arrows, closed with Delete, moved with Shift and an arrow or by
 * dragging.
 */
export function TabStrip(props: TabStripProps): ReactNode {
  const { tabs, current } = props;
  const hintId = useId();
  const [dragged, setDragged] = useState<number | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const isKeyboardHere = useRef(false);
  const currentId = tabs[current]?.id ?? "";
  useEffect(() => {
    // With the next frame: asked for now, the browser would have to lay the window out once more before it is drawn.
    const frame = requestAnimationFrame(() => {
      tabOf(list.current, currentId)?.scrollIntoView({ block: "nearest", inline: "nearest" });
    });
    return () => cancelAnimationFrame(frame);
  }, [currentId]);
  useEffect(() => {
    // A tab that was closed or moved has lost the focus on the way.
    if (isKeyboardHere.current) tabOf(list.current, currentId)?.focus();
    isKeyboardHere.current = false;
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const action = keyAction(event, current, tabs.length);
    if (action === null) return;
    event.preventDefault();
    isKeyboardHere.current = true;
    if (action.kind === "close") props.onClose(current);
    else if (action.kind === "move") props.onMove(current, action.to);
    else props.onSelect(action.to);
  };
  return (
    <div className={styles.bar}>
      {/* The tabs take the keyboard; the list only hears their keys. */}
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus */}
      <div aria-label={props.label} className={styles.list} onKeyDown={onKeyDown} ref={list} role="tablist">
        {tabs.map((tab, index) => (
          <Tab
            dragged={dragged}
            hintId={hintId}
            index={index}
            isCurrent={index === current}
            key={tab.id}
            onClose={props.onClose}
            onDrag={setDragged}
            onMove={props.onMove}
            onSelect={props.onSelect}
            tab={tab}
          />
        ))}
      </div>
      <span hidden id={hintId}>
        Delete closes it, Shift with an arrow moves it.
      </span>
      {props.trailing === undefined ? null : <div className={styles.trailing}>{props.trailing}</div>}
    </div>
  );
}

function tabOf(list: HTMLElement | null, id: string): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[role=tab][data-tab="${CSS.escape(id)}"]`) ?? null;
}

type TabProps = Pick<TabStripProps, "onSelect" | "onClose" | "onMove"> & {
  readonly tab: StripTab;
  readonly index: number;
  readonly isCurrent: boolean;
  readonly hintId: string;
  readonly dragged: number | null;
  readonly onDrag: (index: number | null) => void;
};

function Tab(props: TabProps): ReactNode {
  const { tab, index, isCurrent, dragged } = props;
  return (
    <div
      aria-describedby={props.hintId}
      aria-selected={isCurrent}
      className={classNames(styles.tab, dragged === index && styles.dragged)}
      data-tab={tab.id}
      draggable
      onAuxClick={(event) => {
        if (event.button === 1) props.onClose(index);
      }}
      onClick={() => props.onSelect(index)}
      onDragEnd={() => props.onDrag(null)}
      onDragOver={(event) => {
        if (dragged === null) return;
        event.preventDefault();
        if (dragged === index) return;
        props.onMove(dragged, index);
        props.onDrag(index);
      }}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = "move";
        props.onDrag(index);
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" || event.key === " ") props.onSelect(index);
      }}
      role="tab"
      tabIndex={isCurrent ? 0 : -1}
      title={tab.label}
    >
      {tab.icon}
      <span className={styles.label}>{tab.label}</span>
      {/* For the mouse; the keyboard has Delete. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <span
        aria-hidden
        className={styles.close}
        data-close={tab.label}
        onClick={(event) => {
          event.stopPropagation();
          props.onClose(index);
        }}
      >
        <CrossIcon />
      </span>
    </div>
  );
}

type KeyAction = { readonly kind: "close" } | { readonly kind: "move" | "select"; readonly to: number };

function keyAction(event: KeyboardEvent, current: number, count: number): KeyAction | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === "Delete" || event.key === "Backspace") return { kind: "close" };
  const to = target(event.key, current, count);
  if (to === null) return null;
  return { kind: event.shiftKey ? "move" : "select", to };
}

function target(key: string, current: number, count: number): number | null {
  switch (key) {
    case "ArrowLeft":
      return Math.max(0, current - 1);
    case "ArrowRight":
      return Math.min(count - 1, current + 1);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
