import { useMemo, useState, type ReactNode } from "react";
import { evaluatePlaceholder } from "../../../shared/compose/evaluate.ts";
import { placeholderNames, type Vocabulary } from "../../../shared/completion/words.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import styles from "./placeholder-dialog.module.css";

/** Chooses the placeholder that becomes a parameter's value: variables first, then what is made when it is sent. */
export function PlaceholderDialog(props: {
  readonly parameter: string;
  readonly words: Vocabulary;
  readonly onChoose: (placeholder: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { words, onChoose, onClose } = props;
  const [query, setQuery] = useState("");
  const entries = useMemo(() => entriesOf(words), [words]);
  const lowered = query.trim().toLowerCase();
  const found = entries.filter(({ name, description }) =>
    `${name} ${description}`.toLowerCase().includes(lowered),
  );
  const choose = (name: string) => {
    onChoose(`{{${name}}}`);
    onClose();
  };
  return (
    <Dialog
      actions={<Button onPress={onClose}>Cancel</Button>}
      isBroad
      isOpen
      onClose={onClose}
      title={`Placeholder for ${props.parameter}`}
    >
      <div className={styles.content}>
        <SearchField
          label="Find a placeholder"
          onChange={setQuery}
          onKeyDown={(event) => {
            const [first] = found;
            if (event.key === "Enter" && first !== undefined) choose(first.name);
          }}
          placeholder="Find a placeholder"
          value={query}
        />
        <ul aria-label="Placeholders" className={styles.list}>
          {found.map(({ name, description, example }) => (
            <li key={name}>
              <button className={styles.entry} onClick={() => choose(name)} type="button">
                <code className={styles.name}>{`{{${name}}}`}</code>
                <span className={styles.description}>{description}</span>
                <code className={styles.example}>{example}</code>
              </button>
            </li>
          ))}
        </ul>
        {found.length === 0 ? <output>{`No placeholder matches "${query}".`}</output> : null}
      </div>
    </Dialog>
  );
}

/** The secret is no value of a parameter. */
function entriesOf(words: Vocabulary) {
  const scope = { now: new Date(), random: Math.random, variables: words.variables };
  return placeholderNames(words)
    .filter(({ name }) => !name.startsWith("secret:"))
    .map(({ name, description }) => {
      const evaluated = evaluatePlaceholder(`{{${name}}}`, name, scope);
      const isVariable = !name.startsWith("$");
      return {
        name,
        description: isVariable ? "A variable" : description,
        example: evaluated.kind === "value" ? evaluated.value : "",
        isVariable,
      };
    })
    .toSorted((a, b) => Number(b.isVariable) - Number(a.isVariable));
}
