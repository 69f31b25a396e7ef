import { useMemo, useState, type ReactNode } from "react";
import type { ImportGuess } from "../../../../shared/catalog-import/types.ts";
import type { ImportPlan, PlanKind, PlannedEvent } from "../../../../shared/catalog-import/plan.ts";
import { Badge } from "../../../ui/badge.tsx";
import { Button } from "../../../ui/button.tsx";
import { formatCount } from "../../../ui/quantities.ts";
import { TickBox } from "../../../ui/tick-box.tsx";
import { guessesBySubject, type Guesses } from "./guesses.ts";
import {
  decideAll,
  differingParameters,
  isEventTaken,
  lacksParametersOnly,
  type Decisions,
} from "./import-choices.ts";
import styles from "./import.module.css";
import { PlannedEventRow } from "./planned-event.tsx";

const KINDS = [
  { kind: "added", title: "New", deed: "Take all" },
  { kind: "changed", title: "Different", deed: "Take all" },
  { kind: "missing", title: null, deed: "Delete all" },
] as const satisfies readonly {
  readonly kind: PlanKind;
  readonly title: string | null;
  readonly deed: string;
}[];

/** Events of a kind that are shown before more are asked for. */
const FIRST_SHOWN = 200;

/** Up to so many parameters are in view at once; of more, one event after another is opened. */
const MOST_OPEN = { added: 40, changed: 200 } as const;

export type PlanProps = {
  /** What is compared with, in a word. */
  readonly source: "source" | "file";
  readonly plan: ImportPlan;
  readonly guesses: Guesses;
  readonly decisions: Decisions;
  readonly onDecide: (decisions: Decisions) => void;
};

/** What taking the source would add, change and take away, each to be chosen. What is the same is counted only. */
export function ImportPlanView(
  props: Omit<PlanProps, "guesses"> & { readonly guesses: readonly ImportGuess[] },
): ReactNode {
  const guesses = useMemo(() => guessesBySubject(props.guesses), [props.guesses]);
  const { same } = props.plan.counts;
  return (
    <div className={styles.plan}>
      {props.guesses.length === 0 ? null : (
        <p className={styles.guess}>What is underlined was guessed. The pointer over it shows why.</p>
      )}
      {KINDS.map((group) => (
        <KindGroup
          {...props}
          {...group}
          guesses={guesses}
          key={group.kind}
          title={group.title ?? `Not in the ${props.source}`}
        />
      ))}
      {same === 0 ? null : (
        <p className={styles.muted}>{formatCount(same, "event is the same.", "events are the same.")}</p>
      )}
    </div>
  );
}

function KindGroup(
  props: PlanProps & { readonly kind: PlanKind; readonly title: string; readonly deed: string },
): ReactNode {
  const { plan, kind, decisions, onDecide } = props;
  const [most, setMost] = useState(FIRST_SHOWN);
  const events = plan.events.filter(
    (event) => event.kind === kind || (kind === "missing" && lacksParametersOnly(event)),
  );
  const taken = events.filter((event) => isEventTaken(event, decisions)).length;
  // What the source says nothing of is seldom what one looks for, unless it is to be deleted.
  const [isOpen, setOpen] = useState(kind !== "missing" || taken > 0);
  if (events.length === 0) return null;
  return (
    <section aria-label={props.title} className={styles.kind}>
      <h3 className={styles.kindTitle}>
        <TickBox
          isPartly={taken > 0}
          isTicked={taken === events.length}
          label={`${props.deed}: ${props.title}`}
          onTick={() => onDecide(decideAll(plan, decisions, kind, taken < events.length))}
        />
        {props.title}
        <Badge>{`${taken.toLocaleString("en-GB")} of ${events.length.toLocaleString("en-GB")}`}</Badge>
        {kind === "missing" ? <span className={styles.deed}>what is ticked is deleted</span> : null}
        <Button
          label={`${isOpen ? "Hide" : "Show"}: ${props.title}`}
          onPress={() => setOpen(!isOpen)}
          size="small"
          variant="quiet"
        >
          {isOpen ? "Hide" : "Show"}
        </Button>
      </h3>
      <ul hidden={!isOpen}>
        {(isOpen ? events : []).slice(0, most).map((event) => (
          <PlannedEventRow {...props} event={event} isOpenAtFirst={isFew(kind, events)} key={event.id} />
        ))}
      </ul>
      {isOpen && events.length > most ? (
        <Button onPress={() => setMost(Infinity)} size="small">
          {`Show ${(events.length - most).toLocaleString("en-GB")} more`}
        </Button>
      ) : null}
    </section>
  );
}

/** Whether all that is in these events can be looked at as it is. What is missing is known already. */
function isFew(kind: PlanKind, events: readonly PlannedEvent[]): boolean {
  if (kind !== "added" && kind !== "changed") return events.every(lacksParametersOnly);
  const count = (event: PlannedEvent): number =>
    kind === "added" ? event.event.parameters.length : differingParameters(event).length;
  return events.length === 1 || events.reduce((sum, event) => sum + count(event), 0) <= MOST_OPEN[kind];
}
