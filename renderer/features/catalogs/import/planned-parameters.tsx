import { useState, type ReactNode } from "react";
import { parameterFacts } from "../../../../shared/catalog/item-facts.ts";
import type { PlannedParameter } from "../../../../shared/catalog-import/plan.ts";
import type { Parameter } from "../../../../shared/domain/catalog.ts";
import { Badge } from "../../../ui/badge.tsx";
import { Button } from "../../../ui/button.tsx";
import { TickBox } from "../../../ui/tick-box.tsx";
import { decideParameter, differingParameters, isParameterTaken } from "./import-choices.ts";
import styles from "./import.module.css";
import { Facts } from "./planned-facts.tsx";
import type { PlannedEventProps } from "./planned-event.tsx";
import { FieldLines } from "./planned-fields.tsx";

/** Parameters that are shown before more are asked for. */
const FIRST_SHOWN = 100;

/** What is in an event: all parameters of one that is taken or deleted whole, else those that differ. */
export function PlannedParameters(props: PlannedEventProps & { readonly isOn: boolean }): ReactNode {
  const { event } = props;
  const [most, setMost] = useState(FIRST_SHOWN);
  const isWhole = event.kind === "added" || event.kind === "missing";
  const differing = differingParameters(event);
  const count = isWhole ? event.event.parameters.length : differing.length;
  return (
    <>
      <ul aria-label={`Parameters of ${event.key}`} className={styles.planned}>
        {isWhole
          ? event.event.parameters.slice(0, most).map((parameter, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- Names may be equal, and the list never moves.
              <WholeParameter {...props} key={index} parameter={parameter} />
            ))
          : differing
              .slice(0, most)
              .map((parameter) => <ParameterRow {...props} key={parameter.id} parameter={parameter} />)}
        {count === 0 ? <li className={styles.muted}>No parameters.</li> : null}
      </ul>
      {count > most ? (
        <Button onPress={() => setMost(Infinity)} size="small">
          {`Show ${(count - most).toLocaleString("en-GB")} more`}
        </Button>
      ) : null}
    </>
  );
}

function WholeParameter(props: PlannedEventProps & { readonly parameter: Parameter }): ReactNode {
  const { event, parameter } = props;
  const guesses = event.kind === "added" ? props.guesses.of(event.key, parameter.name) : [];
  return (
    <li className={styles.parameter}>
      <code>{parameter.name}</code>
      <Facts facts={parameterFacts(parameter)} guesses={guesses} />
    </li>
  );
}

function ParameterRow(
  props: PlannedEventProps & { readonly parameter: PlannedParameter; readonly isOn: boolean },
): ReactNode {
  const { event, parameter, decisions, onDecide } = props;
  const isTicked = isParameterTaken(event, parameter, decisions);
  const guesses = props.guesses.of(event.key, parameter.name);
  return (
    <li>
      <div className={styles.parameter} data-kind={parameter.kind}>
        <span className={styles.item}>
          <TickBox
            isDisabled={!props.isOn}
            isTicked={isTicked}
            label={`${parameter.kind === "missing" ? "Delete" : "Take"} ${event.key} ${parameter.name}`}
            onTick={() => onDecide(decideParameter(decisions, event, parameter, !isTicked))}
          />
          <code>{parameter.name}</code>
          <Badge>{WORDS[parameter.kind] ?? `not in the ${props.source}`}</Badge>
        </span>
        {parameter.kind === "changed" ? null : (
          <Facts
            facts={parameterFacts(parameter.parameter)}
            guesses={parameter.kind === "added" ? guesses : []}
          />
        )}
      </div>
      <FieldLines fields={parameter.fields} guesses={guesses} />
    </li>
  );
}

const WORDS = { added: "new", changed: "different", same: "same", missing: null } as const;
