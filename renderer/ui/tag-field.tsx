import { useId, useState, type KeyboardEvent, type ReactNode } from "react";
import fieldStyles from "./field.module.css";
import { CrossIcon } from "./icons.tsx";
import styles from "./tag-field.module.css";

const LONGEST_TAG = 60;

/** Short words about something. Enter or a comma adds what is typed, Backspace in the empty field takes the last one away. */
export function TagField(props: {
  readonly label: string;
  readonly tags: readonly string[];
  readonly onChange: (tags: readonly string[]) => void;
  /** Tags that are in use elsewhere, to choose from. */
  readonly known: readonly string[];
}): ReactNode {
  const { tags } = props;
  const [typed, setTyped] = useState("");
  const inputId = useId();
  const listId = useId();
  const add = (text: string) => {
    const fresh = freshTags(text, tags);
    setTyped("");
    if (fresh.length > 0) props.onChange([...tags, ...fresh]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" || event.key === ",") {
      if (typed.trim() === "") return;
      event.preventDefault();
      add(typed);
    } else if (event.key === "Backspace" && typed === "" && tags.length > 0) {
      props.onChange(tags.slice(0, -1));
    }
  };
  return (
    <div className={fieldStyles.field}>
      <label className={fieldStyles.label} htmlFor={inputId}>
        {props.label}
      </label>
      <div className={styles.box}>
        {tags.map((tag) => (
          <Tag key={tag} onRemove={() => props.onChange(tags.filter((other) => other !== tag))} tag={tag} />
        ))}
        <input
          autoComplete="off"
          className={styles.input}
          id={inputId}
          list={listId}
          maxLength={LONGEST_TAG}
          onBlur={() => add(typed)}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onKeyDown}
          placeholder={tags.length === 0 ? "Add a tag" : ""}
          spellCheck={false}
          value={typed}
        />
        <datalist id={listId}>
          {props.known
            .filter((tag) => !hasTag(tags, tag))
            .map((tag) => (
              <option key={tag} value={tag}>
                {tag}
              </option>
            ))}
        </datalist>
      </div>
    </div>
  );
}

function Tag(props: { readonly tag: string; readonly onRemove: () => void }): ReactNode {
  return (
    <span className={styles.tag}>
      {props.tag}
      <button
        aria-label={`Remove the tag ${props.tag}`}
        className={styles.remove}
        onClick={props.onRemove}
        type="button"
      >
        <CrossIcon />
      </button>
    </span>
  );
}

function freshTags(text: string, tags: readonly string[]): readonly string[] {
  const typed = text.split(",").map((part) => part.trim());
  return typed.filter((part) => part !== "" && !hasTag(tags, part));
}

/** Case means nothing in a tag. */
function hasTag(tags: readonly string[], tag: string): boolean {
  return tags.some((other) => other.toLowerCase() === tag.toLowerCase());
}
