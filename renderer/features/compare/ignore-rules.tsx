import { useState, type FormEvent, type ReactNode } from "react";
import { DEFAULT_IGNORE_RULES, type IgnoreRules } from "../../../shared/compare/ignore.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { CrossIcon } from "../../ui/icons.tsx";
import { TextField } from "../../ui/text-field.tsx";
import styles from "./comparison.module.css";

/** What does not count as a difference. It is remembered for every comparison. */
export function IgnoreRulesSheet(props: {
  readonly rules: IgnoreRules;
  readonly onChange: (rules: IgnoreRules) => void;
}): ReactNode {
  const { rules, onChange } = props;
  return (
    <div className={styles.rules}>
      <Checkbox isTicked={rules.timestamps} onChange={(timestamps) => onChange({ ...rules, timestamps })}>
        Two times, and what follows from them
      </Checkbox>
      <Checkbox isTicked={rules.ids} onChange={(ids) => onChange({ ...rules, ids })}>
        Two references or UUIDs
      </Checkbox>
      <Checkbox isTicked={rules.timings} onChange={(timings) => onChange({ ...rules, timings })}>
        How long it took
      </Checkbox>
      <Patterns {...props} />
    </div>
  );
}

function Patterns(props: {
  readonly rules: IgnoreRules;
  readonly onChange: (rules: IgnoreRules) => void;
}): ReactNode {
  const { rules, onChange } = props;
  const [typed, setTyped] = useState("");
  const pattern = typed.trim();
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (pattern === "" || rules.patterns.includes(pattern)) return;
    onChange({ ...rules, patterns: [...rules.patterns, pattern] });
    setTyped("");
  };
  const remove = (ignored: string) =>
    onChange({ ...rules, patterns: rules.patterns.filter((other) => other !== ignored) });
  return (
    <form className={styles.rules} onSubmit={add}>
      <ul aria-label="Ignored places">
        {rules.patterns.map((ignored) => (
          <li className={styles.pattern} key={ignored}>
            <code className={styles.patternText}>{ignored}</code>
            <Button
              label={`Count ${ignored} again`}
              onPress={() => remove(ignored)}
              size="small"
              variant="quiet"
            >
              <CrossIcon />
            </Button>
          </li>
        ))}
      </ul>
      <TextField
        description="* is one step, ** any number: /context/*_at, response.headers/*"
        isMonospace
        label="Ignore a place"
        onChange={setTyped}
        placeholder="/context/session_id"
        value={typed}
      />
      <div className={styles.ruleActions}>
        <Button isDisabled={pattern === ""} size="small" type="submit">
          Add
        </Button>
        <Button onPress={() => onChange(DEFAULT_IGNORE_RULES)} size="small" variant="quiet">
          As they come
        </Button>
      </div>
    </form>
  );
}
