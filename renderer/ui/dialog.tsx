import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { classNames } from "./class-names.ts";
import styles from "./dialog.module.css";

/** A question or a sheet over the window. Escape and a press outside close it; focus goes back where it was. */
export function Dialog(props: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** The buttons at the end, the one to be expected last. */
  readonly actions: ReactNode;
  /** A press outside does not close it: what it shows or holds would be lost. */
  readonly isKept?: boolean;
  /** As wide as the window allows, for two things side by side. */
  readonly isWide?: boolean;
  /** Somewhat wider than usual, for a table or a list in columns. */
  readonly isBroad?: boolean;
  /** It is only read, without a control that takes the keyboard, which scrolls it. */
  readonly isReading?: boolean;
}): ReactNode {
  return (
    <ModalOverlay
      className={classNames(styles.overlay, props.isWide === true && styles.high)}
      isDismissable={props.isKept !== true}
      isOpen={props.isOpen}
      onOpenChange={(isOpen) => {
        if (!isOpen) props.onClose();
      }}
    >
      <Modal
        className={classNames(
          styles.modal,
          props.isBroad === true && styles.broad,
          props.isWide === true && styles.wide,
        )}
      >
        <AriaDialog className={classNames(styles.dialog, props.isWide === true && styles.tall)}>
          <Heading className={classNames(styles.title)} level={2} slot="title">
            {props.title}
          </Heading>
          {/* A scrolling region is a stop of the Tab key where nothing in it is one. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div className={styles.content} {...(props.isReading === true ? { tabIndex: 0 } : {})}>
            {props.children}
          </div>
          <div className={styles.actions}>{props.actions}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
