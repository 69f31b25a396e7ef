import { useEffect, useRef, useState, type ReactNode } from "react";
import { renameParameter } from "../../../shared/form/edit-form.ts";
import { TextField } from "../../ui/text-field.tsx";

/** A parameter's name while it is being changed: Enter or leaving keeps the new one, Escape the old one. */
export function RenameField(props: {
  readonly name: string;
  readonly isTaken: (name: string) => boolean;
  readonly onEdit: (group: string | null, change: (text: string) => string) => void;
  readonly onDone: () => void;
  /** Puts the keyboard back to a parameter's value. */
  readonly onFocus: (name: string) => void;
}): ReactNode {
  const [name, setName] = useState(props.name);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // After the menu that led here has given the focus back to its button.
    const frame = requestAnimationFrame(() => input.current?.select());
    return () => cancelAnimationFrame(frame);
  }, []);
  const isRefused = name !== props.name && props.isTaken(name);
  const keep = () => {
    props.onDone();
    if (!isRefused) props.onEdit(null, (text) => renameParameter(text, props.name, name));
  };
  return (
    // Escape closes from any of the controls inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        props.onDone();
        props.onFocus(props.name);
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (isRefused) return;
        keep();
        props.onFocus(name);
      }}
    >
      <TextField
        {...(isRefused ? { errorText: "There is a parameter of this name already." } : {})}
        inputRef={input}
        isLabelHidden
        isMonospace
        label={`New name of ${props.name}`}
        onBlur={keep}
        onChange={setName}
        value={name}
      />
    </form>
  );
}
