import { useState, type ReactNode } from "react";
import { variableNameProblem, type Variable } from "../../../shared/domain/variable.ts";
import { Button } from "../../ui/button.tsx";
import { CrossIcon, PlusIcon } from "../../ui/icons.tsx";
import { TextField } from "../../ui/text-field.tsx";
import styles from "./values.module.css";

/** Why a list cannot be saved, by the index of the variable; empty where it can. */
function problemsOf(variables: readonly Variable[]): ReadonlyMap<number, string> {
  const problems = new Map<number, string>();
  const names = new Set<string>();
  for (const [index, { name }] of variables.entries()) {
    const problem =
      variableNameProblem(name) ?? (names.has(name) ? "There is one of this name already." : null);
    if (problem !== null) problems.set(index, problem);
    names.add(name);
  }
  return problems;
}

/** Names and what they stand for, each in a line. Told of lists that can be saved only; the rest waits here until it is right. */
export function VariableTable(props: {
  /** The accessible name, e.g. "Variables of Local sandbox". */
  readonly label: string;
  readonly variables: readonly Variable[];
  readonly onChange: (variables: readonly Variable[]) => void;
  readonly empty: string;
}): ReactNode {
  const { label, onChange } = props;
  // A name that is being typed is none yet, and must neither be lost nor be saved.
  const [shown, setShown] = useState(props.variables);
  const problems = problemsOf(shown);
  const change = (variables: readonly Variable[]) => {
    setShown(variables);
    if (problemsOf(variables).size === 0) onChange(variables);
  };
  const set = (index: number, changed: Partial<Variable>) =>
    change(shown.map((variable, at) => (at === index ? { ...variable, ...changed } : variable)));
  return (
    <section aria-label={label} className={styles.table}>
      {shown.length === 0 ? <p className={styles.quiet}>{props.empty}</p> : null}
      {shown.map((variable, index) => (
        // Lines have no identity but their place while names are typed.
        // oxlint-disable-next-line react/no-array-index-key
        <div className={styles.line} key={index}>
          <TextField
            {...(problems.has(index) ? { errorText: problems.get(index) } : {})}
            hasFocus={variable.name === ""}
            isLabelHidden
            isMonospace
            label={`Name of variable ${index + 1}`}
            onChange={(name) => set(index, { name })}
            placeholder="name"
            value={variable.name}
          />
          <TextField
            isLabelHidden
            isMonospace
            label={`Value of ${variable.name === "" ? `variable ${index + 1}` : variable.name}`}
            onChange={(value) => set(index, { value })}
            placeholder="empty text"
            value={variable.value}
          />
          <Button
            label={`Remove ${variable.name === "" ? `variable ${index + 1}` : variable.name}`}
            onPress={() => change(shown.toSpliced(index, 1))}
            size="small"
            variant="quiet"
          >
            <CrossIcon />
          </Button>
        </div>
      ))}
      <div>
        <Button onPress={() => setShown([...shown, { name: "", value: "" }])} size="small" variant="quiet">
          <PlusIcon />
          Add a variable
        </Button>
      </div>
    </section>
  );
}
