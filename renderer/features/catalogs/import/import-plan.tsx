import { useMemo, useState, type ReactNode } from "react";
import type { ImportGuess } from "../../../../shared/catalog-import/types.ts";
import type {
  ImportPlan,
  PlanKind,
  PlannedEvent,
  PlannedParameter,
} from "../../../../shared/catalog-import/plan.ts";
import { valueLine } from "../../../../shared/catalog/catalog-text.ts";
import type { FieldChange } from "../../../../shared/catalog/compare.ts";
import { Badge } from "../../../ui/badge.tsx";
import { Button } from "../../../ui/button.tsx";
import { formatCount } from "../../../ui/quantities.ts";
import { TickBox } from "../../../ui/tick-box.tsx";
import { decide, decideAll, eventId, isTaken, parameterId, type Decisions } from "./import-choices.ts";
import { guessesBySubject, type GuessesOf } from "./guesses.ts";
import styles from "./import.module.css";

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

type PlanProps = {
  /** What is compared with, in a word. */
  readonly source: "source" | "file";
  readonly plan: ImportPlan;
  readonly guessesOf: GuessesOf;
  readonly decisions: Decisions;
  readonly onDecide: (decisions: Decisions) => void;
};

/** What taking the source would add, change and take away, each to be chosen. What is the same is counted only. */
export function ImportPlanView({
  guesses,
  ...props
}: Omit<PlanProps, "guessesOf"> & { readonly guesses: readonly ImportGuess[] }): ReactNode {
  const guessesOf = useMemo(() => guessesBySubject(guesses), [guesses]);
  return (
    <div className={styles.plan}>
      {KINDS.map((group) => (
        <KindGroup
          {...props}
          {...group}
          guessesOf={guessesOf}
          key={group.kind}
          title={group.title ?? `Not in the ${props.source}`}
        />
      ))}
      {props.plan.counts.same === 0 ? null : (
        <p className={styles.muted}>{`${props.plan.counts.same.toLocaleString("en-GB")} are the same.`}</p>
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
    (event) => event.kind === kind || (kind === "changed" && isToLookAt(event)),
  );
  const taken = events.filter((event) => isTaken(event.choice, decisions.get(eventId(event)))).length;
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
        <Badge>{`${taken} of ${events.length}`}</Badge>
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
          <EventRow {...props} event={event} key={event.id} />
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

/** An event that would not change but lacks parameters in the source. */
function isToLookAt(event: PlannedEvent): boolean {
  return event.kind === "same" && event.parameters.some(({ kind }) => kind === "missing");
}

function EventRow(props: PlanProps & { readonly event: PlannedEvent }): ReactNode {
  const { event, decisions, onDecide } = props;
  const id = eventId(event);
  const isOn = isTaken(event.choice, decisions.get(id));
  const differing = event.parameters.filter(({ kind }) => kind !== "same");
  return (
    <li className={styles.event}>
      <div className={styles.item}>
        <TickBox
          isTicked={isOn}
          label={`${verbOf(event.kind)} ${event.key}`}
          onTick={() => onDecide(decide(decisions, id, !isOn))}
        />
        <code>{event.key}</code>
        <Guessed guesses={props.guessesOf(event.key, null)} />
        <span className={styles.muted}>{summaryOf(event, props.source)}</span>
      </div>
      {event.fields.map((field) => (
        <FieldLine field={field} key={field.field} />
      ))}
      {isOn && differing.length > 0 ? (
        <ul className={styles.planned}>
          {differing.map((parameter) => (
            <ParameterRow {...props} key={parameter.id} parameter={parameter} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}

function ParameterRow(
  props: PlanProps & { readonly event: PlannedEvent; readonly parameter: PlannedParameter },
): ReactNode {
  const { event, parameter, decisions, onDecide } = props;
  const id = parameterId(event, parameter);
  const isOn = isTaken(parameter.choice, decisions.get(id));
  return (
    <li>
      <div className={styles.item} data-kind={parameter.kind}>
        <TickBox
          isTicked={isOn}
          label={`${verbOf(parameter.kind)} ${event.key} ${parameter.name}`}
          onTick={() => onDecide(decide(decisions, id, !isOn))}
        />
        <code>{parameter.name}</code>
        <Badge>{WORDS[parameter.kind] ?? `not in the ${props.source}`}</Badge>
        <Guessed guesses={props.guessesOf(event.key, parameter.name)} />
      </div>
      {parameter.fields.map((field) => (
        <FieldLine field={field} key={field.field} />
      ))}
    </li>
  );
}

function FieldLine({ field }: { readonly field: FieldChange }): ReactNode {
  return (
    <p className={styles.field}>
      {field.field}: <del>{shown(field.before, field.texts?.before)}</del>{" "}
      <ins>{shown(field.after, field.texts?.after)}</ins>
    </p>
  );
}

/** What the source does not say and was inferred, and why. */
function Guessed({ guesses }: { readonly guesses: readonly ImportGuess[] }): ReactNode {
  if (guesses.length === 0) return null;
  const reasons = guesses.map(({ field, reason }) => `${field}: ${reason}`).join("\n");
  return (
    <span className={styles.guess} title={reasons}>
      guessed: {guesses.map(({ field }) => field).join(", ")}
    </span>
  );
}

const WORDS = { added: "new", changed: "different", same: "same", missing: null } as const;

function verbOf(kind: PlanKind): string {
  return kind === "missing" ? "Delete" : "Take";
}

function summaryOf({ kind, event, parameters }: PlannedEvent, source: string): string {
  if (kind === "added" || kind === "missing") {
    return formatCount(event.parameters.length, "parameter", "parameters");
  }
  const count = (of: PlanKind) => parameters.filter((parameter) => parameter.kind === of).length;
  return [
    [count("added"), "new"],
    [count("changed"), "different"],
    [count("missing"), `not in the ${source}`],
  ]
    .filter(([number]) => number !== 0)
    .map(([number, word]) => `${number} ${word}`)
    .join(", ");
}

function shown(value: unknown, texts: readonly string[] | null = null): string {
  if (value === undefined) return "nothing";
  const text = typeof value === "string" ? value : valueLine(value, texts);
  return text.length <= 80 ? text : `${text.slice(0, 80)}...`;
}
