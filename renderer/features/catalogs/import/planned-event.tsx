import { useState, type ReactNode } from "react";
import { eventFacts } from "../../../../shared/catalog/item-facts.ts";
import type { PlanKind, PlannedEvent } from "../../../../shared/catalog-import/plan.ts";
import { ChevronDownIcon } from "../../../ui/icons.tsx";
import { formatCount } from "../../../ui/quantities.ts";
import { TickBox } from "../../../ui/tick-box.tsx";
import { decide, differingParameters, eventId, isTaken, lacksParametersOnly } from "./import-choices.ts";
import type { PlanProps } from "./import-plan.tsx";
import styles from "./import.module.css";
import { FieldLines } from "./planned-fields.tsx";
import { Facts, Guessed } from "./planned-facts.tsx";
import { PlannedParameters } from "./planned-parameters.tsx";

export type PlannedEventProps = PlanProps & { readonly event: PlannedEvent };

/** An event of the plan. What is in it is made when it is opened: there may be thousands of them. */
export function PlannedEventRow(props: PlannedEventProps & { readonly isOpenAtFirst: boolean }): ReactNode {
  const { event, decisions, onDecide } = props;
  const [isOpen, setOpen] = useState(props.isOpenAtFirst);
  const id = eventId(event);
  const isOn = isTaken(event.choice, decisions.get(id));
  return (
    <li className={styles.event}>
      <div className={styles.item}>
        {lacksParametersOnly(event) ? null : (
          <TickBox
            isTicked={isOn}
            label={`${event.kind === "missing" ? "Delete" : "Take"} ${event.key}`}
            onTick={() => onDecide(decide(decisions, id, !isOn))}
          />
        )}
        <Opener isOpen={isOpen} name={event.key} onToggle={() => setOpen(!isOpen)} />
        <EventSummary {...props} />
      </div>
      <FieldLines fields={event.fields} guesses={props.guesses.of(event.key, null)} />
      {isOpen ? <PlannedParameters {...props} isOn={isOn || event.kind === "same"} /> : null}
    </li>
  );
}

function Opener(props: {
  readonly name: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}): ReactNode {
  return (
    <button
      aria-expanded={props.isOpen}
      aria-label={`Details of ${props.name}`}
      className={styles.opener}
      onClick={props.onToggle}
      type="button"
    >
      <ChevronDownIcon />
      <code>{props.name}</code>
    </button>
  );
}

/** What one sees of an event before it is opened. */
function EventSummary({ event, guesses, source }: PlannedEventProps): ReactNode {
  const own = guesses.of(event.key, null);
  if (event.kind !== "added" && event.kind !== "missing") {
    return (
      <>
        <Guessed guesses={own.filter(({ field }) => field === "key")} />
        <span className={styles.muted}>{countsOf(event, source)}</span>
      </>
    );
  }
  const facts = eventFacts(event.event);
  const inParameters = guesses.count(event.key) - own.length;
  return (
    <>
      <Guessed guesses={own.filter((guess) => !facts.some(({ field }) => field === guess.field))} />
      <Facts facts={facts} guesses={own} />
      <span className={styles.muted}>
        {formatCount(event.event.parameters.length, "parameter", "parameters")}
      </span>
      {event.kind === "missing" || inParameters === 0 ? null : (
        <span className={styles.guess}>{formatCount(inParameters, "value guessed", "values guessed")}</span>
      )}
    </>
  );
}

function countsOf(event: PlannedEvent, source: string): string {
  const count = (of: PlanKind) => differingParameters(event).filter(({ kind }) => kind === of).length;
  const counts = [
    { number: count("added"), word: "new" },
    { number: count("changed"), word: "different" },
    { number: count("missing"), word: `not in the ${source}` },
  ].filter(({ number }) => number > 0);
  const [first, ...others] = counts;
  if (first === undefined) return "";
  const named = `${formatCount(first.number, "parameter", "parameters")} ${first.word}`;
  return [named, ...others.map(({ number, word }) => `${number} ${word}`)].join(", ");
}
