import { useCallback, useRef, useState, type ReactNode } from "react";
import type { ParameterType } from "../../../shared/domain/catalog.ts";
import { Button } from "../../ui/button.tsx";
import { PlusIcon } from "../../ui/icons.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { TextField } from "../../ui/text-field.tsx";
import styles from "./add-parameter.module.css";

const TYPES = [
  { value: "string", label: "String" },
  { value: "number", label: "Number" },
  { value: "boolean", label: "Boolean" },
] as const satisfies readonly { value: ParameterType; label: string }[];

const TAKEN = "There is a parameter of this name already.";

/** Sends a parameter that the form does not list yet: a name and a type. */
export function AddParameter(props: {
  readonly isTaken: (name: string) => boolean;
  readonly onAdd: (name: string, type: ParameterType) => void;
}): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  if (!isOpen) {
    return (
      <Button onPress={() => setIsOpen(true)} variant="quiet">
        <PlusIcon />
        Add a parameter
      </Button>
    );
  }
  return <NewParameter {...props} onClose={() => setIsOpen(false)} />;
}

/** All of the line is shown, not the field alone. */
function focusInView(input: HTMLInputElement | null): void {
  input?.focus();
  input?.form?.scrollIntoView({ block: "nearest" });
}

function NewParameter(props: {
  readonly isTaken: (name: string) => boolean;
  readonly onAdd: (name: string, type: ParameterType) => void;
  readonly onClose: () => void;
}): ReactNode {
  const [name, setName] = useState("");
  const [type, setType] = useState<ParameterType>("string");
  const isTaken = props.isTaken(name);
  const [isNameMissing, setIsNameMissing] = useState(false);
  const problem = isNameMissing ? "A name is needed." : isTaken ? TAKEN : null;
  const input = useRef<HTMLInputElement>(null);
  // The same each time: another one would be given the field, and take the focus, with every key.
  const takeInput = useCallback((element: HTMLInputElement | null) => {
    input.current = element;
    focusInView(element);
  }, []);
  const add = () => {
    setIsNameMissing(name === "");
    if (name === "") input.current?.focus();
    if (name === "" || isTaken) return;
    props.onClose();
    props.onAdd(name, type);
  };
  return (
    // Escape closes from any of the controls inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      aria-label="Add a parameter"
      className={styles.form}
      onKeyDown={(event) => {
        if (event.key === "Escape") props.onClose();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <div className={styles.name}>
        <TextField
          errorText={problem}
          inputRef={takeInput}
          isLabelHidden
          isMonospace
          label="Name of the parameter"
          onChange={(next) => {
            setName(next);
            setIsNameMissing(false);
          }}
          placeholder="name"
          value={name}
        />
      </div>
      <SegmentedControl label="Type of the parameter" onChange={setType} options={TYPES} value={type} />
      <Button isDisabled={isTaken} onPress={add}>
        Add
      </Button>
      <Button onPress={props.onClose} variant="quiet">
        Cancel
      </Button>
    </form>
  );
}
