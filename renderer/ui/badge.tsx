import type { ReactNode } from "react";
import type { Outcome } from "../../shared/domain/exchange.ts";
import type { TenantColour, TenantKind } from "../../shared/domain/tenant.ts";
import styles from "./badge.module.css";
import { classNames } from "./class-names.ts";

const OUTCOME_LABELS = {
  accepted: "Accepted",
  rejected: "Rejected",
  unrecognised: "Unrecognised",
  failed: "Failed",
  cancelled: "Cancelled",
} as const satisfies Record<Outcome, string>;

/** The outcome's name as people read it. */
export function outcomeLabel(outcome: Outcome): string {
  return OUTCOME_LABELS[outcome];
}

/** What came of an exchange: the word, coloured; `hasDot` for the one in focus. */
export function OutcomeBadge(props: { readonly outcome: Outcome; readonly hasDot?: boolean }): ReactNode {
  return (
    <span className={classNames(styles.badge, styles[props.outcome])}>
      {props.hasDot === true ? <span aria-hidden className={styles.dot} /> : null}
      {outcomeLabel(props.outcome)}
    </span>
  );
}

/** A small fact about the thing beside it: a type, a count, an API. */
export function Badge(props: {
  readonly children: ReactNode;
  readonly tone?: "plain" | "danger" | "warning" | "info";
}): ReactNode {
  return <span className={classNames(styles.tag, styles[props.tone ?? "plain"])}>{props.children}</span>;
}

/** The colour of a state, beside the words that say it. */
export function Dot(props: { readonly tone: Outcome | TenantKind }): ReactNode {
  return <span aria-hidden className={classNames(styles.dot, styles[`dot-${props.tone}`])} />;
}

/** A tenant's own colour, else that of its kind; production is red and nothing else. */
export function TenantDot(props: {
  readonly kind: TenantKind;
  readonly colour: TenantColour | null;
}): ReactNode {
  const tone = props.kind === "production" ? props.kind : (props.colour ?? props.kind);
  return <span aria-hidden className={classNames(styles.dot, styles[`dot-${tone}`])} />;
}
