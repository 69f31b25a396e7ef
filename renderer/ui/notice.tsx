import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { classNames } from "./class-names.ts";
import { CrossIcon, InfoIcon, WarningIcon } from "./icons.tsx";
import styles from "./notice.module.css";

const ICONS = { warning: <WarningIcon />, danger: <WarningIcon />, info: <InfoIcon /> } as const;

/** A sentence that stays until it is dismissed or no longer true. */
export function Notice(props: {
  readonly severity: "info" | "warning" | "danger";
  readonly children: ReactNode;
  readonly action?: ReactNode;
  readonly onDismiss?: () => void;
}): ReactNode {
  return (
    <output className={classNames(styles.notice, styles[props.severity])}>
      <span className={styles.icon}>{ICONS[props.severity]}</span>
      <span className={styles.text}>{props.children}</span>
      {props.action}
      {props.onDismiss === undefined ? null : (
        <Button label="Dismiss" onPress={props.onDismiss} size="small" variant="quiet">
          <CrossIcon />
        </Button>
      )}
    </output>
  );
}
