import type { ReactNode } from "react";
import { Tooltip as AriaTooltip, TooltipTrigger } from "react-aria-components";
import { classNames } from "./class-names.ts";
import styles from "./tooltip.module.css";

/** More about the control inside, at hover and focus. Never the only place of what one must know. */
export function Tooltip(props: { readonly text: string; readonly children: ReactNode }): ReactNode {
  return (
    <TooltipTrigger closeDelay={0} delay={600}>
      {props.children}
      <AriaTooltip className={classNames(styles.tooltip)} offset={6}>
        {props.text}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
