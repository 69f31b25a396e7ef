import { useEffect, useRef, useState, type ReactNode } from "react";
import { renameParameter } from "../../../shared/form/edit-form.ts";
import { TextField } from "../../ui/text-field.tsx";

/** A parameter's name while it is being changed: Enter or leaving keeps the new one, Escape the old one. */
export function RenameField(props: {
  readonly name: string;
  readonly onEdit: (group: string | null, change: (text: string) => string) => void;
  readonly onDone: () => void;
}): ReactNode {
  const [name, setName] = useState(props.name);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // After the menu that led here has given the focus back to its button.
    const frame = requestAnimationFrame(() => input.current?.select());
    return () => cancelAnimationFrame(frame);
  }, []);
  const finish = () => {
    props.onDone();
    props.onEdit(null, (text) => renameParameter(text, props.name, name));
  };
  return (
    // Escape closes from any of the controls inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      onKeyDown={(event) => {
        if (event.key === "Escape") props.onDone();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        finish();
      }}
    >
      <TextField
        inputRef={input}
        isLabelHidden
        isMonospace
        label={`New name of ${props.name}`}
        onBlur={finish}
        onChange={setName}
        value={name}
      />
    </form>
  );
}
