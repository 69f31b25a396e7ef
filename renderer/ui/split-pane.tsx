import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { cssZoomOf } from "./css-zoom.ts";
import { clampSize, maximumSize, sizeAfterKey, type SplitLimits } from "./split-size.ts";
import styles from "./split-pane.module.css";
import { useLength } from "./use-length.ts";
import { useOpenedInView } from "./use-opened-in-view.ts";

export type SplitPaneProps = {
  /** What the separator is called, e.g. "Width of the event list". */
  readonly label: string;
  /** `row`: side by side; `column`: one above the other. */
  readonly direction: "row" | "column";
  readonly first: ReactNode;
  /** null while there is only the first pane, which then has all the room. */
  readonly second: ReactNode | null;
  /** The pane that has a size of its own; the other takes the rest. */
  readonly sized: "first" | "second";
  /** The remembered size in CSS pixels. */
  readonly size: number | undefined;
  readonly defaultSize: number;
  readonly minimum: number;
  /** Where both minimums do not fit, the other pane goes down to `least` before the two are scrolled; without it to nothing. */
  readonly minimumOther: number | { readonly usual: number; readonly least: number };
  /** Called when a change is complete, with the size to remember. */
  readonly onResized: (size: number) => void;
};

/** Two panes and a separator that mouse, touch and arrow keys move; a double click goes back to the default. */
export function SplitPane(props: SplitPaneProps): ReactNode {
  const container = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState(props.size ?? props.defaultSize);
  const available = useLength(container, props.direction);
  const { minimumOther } = props;
  const other = typeof minimumOther === "number" ? { usual: minimumOther, least: 0 } : minimumOther;
  const limits: SplitLimits = { available, minimum: props.minimum, minimumOther: other.usual };
  const size = clampSize(wanted, limits);
  const finish = (next: number) => {
    setWanted(next);
    props.onResized(next);
  };
  const isAlone = props.second === null;
  useOpenedInView(container, !isAlone);
  const restStyle = props.direction === "row" ? { minWidth: other.least } : { minHeight: other.least };
  const paneProps = (pane: "first" | "second") =>
    pane === props.sized && !isAlone
      ? { className: styles.sized, style: { flexBasis: `${size}px` } }
      : { className: styles.rest, style: isAlone ? undefined : restStyle };
  return (
    <div className={classNames(styles.split, styles[props.direction])} ref={container}>
      <div {...paneProps("first")}>{props.first}</div>
      {isAlone ? null : (
        <>
          <Separator
            direction={props.direction}
            growsForward={props.sized === "first"}
            label={props.label}
            limits={limits}
            onFinished={finish}
            onMoved={setWanted}
            onReset={() => finish(clampSize(props.defaultSize, limits))}
            size={size}
          />
          <div {...paneProps("second")}>{props.second}</div>
        </>
      )}
    </div>
  );
}

type SeparatorProps = {
  readonly label: string;
  readonly direction: "row" | "column";
  readonly size: number;
  readonly limits: SplitLimits;
  readonly growsForward: boolean;
  readonly onMoved: (size: number) => void;
  readonly onFinished: (size: number) => void;
  readonly onReset: () => void;
};

function Separator(props: SeparatorProps): ReactNode {
  const drag = useRef<{ readonly from: number; readonly size: number } | null>(null);
  const at = (event: PointerEvent) => (props.direction === "row" ? event.clientX : event.clientY);
  const sizeAt = (
    event: PointerEvent<HTMLElement>,
    start: { readonly from: number; readonly size: number },
  ) =>
    clampSize(
      start.size +
        ((at(event) - start.from) / cssZoomOf(event.currentTarget)) * (props.growsForward ? 1 : -1),
      props.limits,
    );
  const onKeyDown = (event: KeyboardEvent) => {
    const key = { name: event.key, isLarge: event.shiftKey };
    const next = sizeAfterKey(key, props.size, props.limits, props.growsForward);
    if (next === null) return;
    event.preventDefault();
    props.onFinished(next);
  };
  return (
    <div
      aria-label={props.label}
      aria-orientation={props.direction === "row" ? "vertical" : "horizontal"}
      aria-valuemax={Math.round(maximumSize(props.limits))}
      aria-valuemin={props.limits.minimum}
      aria-valuenow={props.size}
      className={styles.separator}
      onDoubleClick={props.onReset}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { from: at(event), size: props.size };
      }}
      onPointerMove={(event) => {
        if (drag.current !== null) props.onMoved(sizeAt(event, drag.current));
      }}
      onPointerUp={(event) => {
        if (drag.current !== null && at(event) !== drag.current.from)
          props.onFinished(sizeAt(event, drag.current));
        drag.current = null;
      }}
      // A separator that moves is a control, which `hr` is not.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="separator"
      tabIndex={0}
    />
  );
}
