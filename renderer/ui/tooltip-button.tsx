import { useEffect, useId, useRef, useState, type PointerEvent, type ReactNode } from "react";
import { Tooltip, TooltipTriggerStateContext } from "react-aria-components";
import buttonStyles from "./button.module.css";
import { classNames } from "./class-names.ts";
import styles from "./tooltip.module.css";

/** How long the mouse rests on the button, in milliseconds, before it says more. */
const REST_MS = 600;

/**
 * A small button that says more at hover and focus. That is never the only place of what one must know. What it says is made
 * when it is shown, because every row of a form has one.
 */
export function TooltipButton(props: {
  readonly text: string;
  /** The accessible name of the button. */
  readonly label: string;
  readonly onPress?: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const tooltipId = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const { isShown, show, showSoon, hide } = useShown();
  return (
    <>
      <button
        {...(isShown ? { "aria-describedby": tooltipId } : {})}
        aria-label={props.label}
        className={classNames(buttonStyles.button, buttonStyles.quiet, buttonStyles.small)}
        onBlur={hide}
        onClick={props.onPress}
        onFocus={({ currentTarget }) => {
          if (currentTarget.matches(":focus-visible")) show();
        }}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || !isShown) return;
          event.stopPropagation();
          hide();
        }}
        onPointerDown={hide}
        onPointerEnter={({ pointerType }: PointerEvent) => {
          if (pointerType === "mouse") showSoon();
        }}
        onPointerLeave={hide}
        ref={trigger}
        type="button"
      >
        {props.children}
      </button>
      {isShown ? (
        <TooltipTriggerStateContext
          value={{ isOpen: true, shouldSkipAnimation: true, open: show, close: hide }}
        >
          <Tooltip className={classNames(styles.tooltip)} offset={6} triggerRef={trigger}>
            <span id={tooltipId}>{props.text}</span>
          </Tooltip>
        </TooltipTriggerStateContext>
      ) : null}
    </>
  );
}

function useShown() {
  const [isShown, setIsShown] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = (to: boolean) => {
    clearTimeout(timer.current);
    setIsShown(to);
  };
  return {
    isShown,
    show: () => change(true),
    showSoon: () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setIsShown(true), REST_MS);
    },
    hide: () => change(false),
  };
}
