import { useMemo, useState, type ReactNode } from "react";
import type { Parameter } from "../../../shared/domain/catalog.ts";
import { fillEffect, fillIn, readFill, type FillEntry, type FillProblem } from "../../../shared/form/fill.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { formatCount } from "../../ui/quantities.ts";
import { TextField } from "../../ui/text-field.tsx";
import styles from "./fill-dialog.module.css";

/** More are not listed one by one. */
const MOST_LISTED = 200;

/** Fills many parameters at once from a pasted object or lines: shown first, then one step of undo. */
export function FillDialog(props: {
  /** The draft's text, for what would change. */
  readonly text: string;
  readonly declared: readonly Parameter[];
  /** What was pasted already. */
  readonly initial: string;
  readonly onFill: (change: (text: string) => string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { text, declared, onFill, onClose } = props;
  const [pasted, setPasted] = useState(props.initial);
  const { entries, problems, notes } = useMemo(
    () => readFill(pasted, declared, text),
    [pasted, declared, text],
  );
  const changes = entries.filter((entry) => fillEffect(text, entry) !== "same");
  const fill = () => {
    onFill((of) => fillIn(of, entries));
    onClose();
  };
  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button isDisabled={changes.length === 0} onPress={fill} variant="primary">
            {changes.length === 0 ? "Fill" : `Fill ${formatCount(changes.length, "parameter", "parameters")}`}
          </Button>
        </>
      }
      isKept
      isBroad
      isOpen
      onClose={onClose}
      title="Fill parameters"
    >
      <div className={styles.content}>
        <TextField
          {...(problems.length === 0 ? {} : { errorText: <Problems problems={problems} /> })}
          description="A JSON object, or a line for each: name: value, name = value, two columns of a table, or names over values."
          hasFocus
          isMonospace
          isMultiline
          label="Values"
          onChange={setPasted}
          placeholder={'{"email": "johndoe@domain.com"}  or  email: johndoe@domain.com'}
          value={pasted}
        />
        {notes.map((note) => (
          <Notice key={note} severity="info">
            {note}
          </Notice>
        ))}
        {entries.length === 0 ? null : <Preview declared={declared} entries={entries} text={text} />}
      </div>
    </Dialog>
  );
}

/** More lines are only counted. */
const MOST_PROBLEMS = 3;

function Problems({ problems }: { readonly problems: readonly FillProblem[] }): ReactNode {
  const more = problems.length - MOST_PROBLEMS;
  return (
    <>
      {problems.slice(0, MOST_PROBLEMS).map(({ line, problem }) => (
        <div key={`${line} ${problem}`}>{line === null ? problem : `Line ${line}: ${problem}`}</div>
      ))}
      {more > 0 ? (
        <div>{`And ${formatCount(more, "more line", "more lines")} without a name and value.`}</div>
      ) : null}
    </>
  );
}

const EFFECTS = { new: "added", changed: "changed", same: "as it is" } as const;

function Preview(props: {
  readonly text: string;
  readonly declared: readonly Parameter[];
  readonly entries: readonly FillEntry[];
}): ReactNode {
  const { text, declared, entries } = props;
  const known = new Set(declared.map(({ name }) => name));
  return (
    <div className={styles.preview}>
      <table aria-label="What will be filled">
        <thead>
          <tr>
            <th scope="col">Parameter</th>
            <th scope="col">Value</th>
            <th scope="col">In the draft</th>
          </tr>
        </thead>
        <tbody>
          {entries.slice(0, MOST_LISTED).map((entry) => (
            <tr key={entry.name}>
              <th scope="row">
                {entry.name} {known.has(entry.name) ? null : <Badge tone="warning">not in the catalog</Badge>}
              </th>
              <td className={styles.value}>{entry.valueText}</td>
              <td>{EFFECTS[fillEffect(text, entry)]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {entries.length > MOST_LISTED ? (
        <p>{`And ${formatCount(entries.length - MOST_LISTED, "more", "more")}.`}</p>
      ) : null}
    </div>
  );
}
