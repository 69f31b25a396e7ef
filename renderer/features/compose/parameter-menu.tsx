import type { ReactNode } from "react";
import type { ParameterType } from "../../../shared/domain/catalog.ts";
import { convertParameter, setNotSent, setParameter } from "../../../shared/form/edit-form.ts";
import type { FormRow } from "../../../shared/form/form.ts";
import { MoreIcon } from "../../ui/icons.tsx";
import { MenuButton, type MenuEntry } from "../../ui/menu-button.tsx";
import { exampleInput } from "./text-control.tsx";

type Action = "example" | "notSent" | "rename" | ParameterType;

type ParameterMenuProps = {
  readonly row: FormRow;
  readonly onEdit: (group: string | null, change: (text: string) => string) => void;
  readonly onRename: () => void;
  readonly onType: (type: ParameterType) => void;
};

/** What can be done with a parameter beside setting its value. */
export function ParameterMenu(props: ParameterMenuProps): ReactNode {
  const entries = entriesOf(props.row);
  if (entries.length === 0) return null;
  return (
    <MenuButton
      entries={entries}
      label={`${props.row.name}: more`}
      onAction={(action) => act(action, props)}
      size="small"
      variant="quiet"
    >
      <MoreIcon />
    </MenuButton>
  );
}

function entriesOf({ declared, value }: FormRow): MenuEntry<Action>[] {
  if (declared === null) {
    return [
      { id: "rename", label: "Rename" },
      { id: "string", label: "Send as String" },
      { id: "number", label: "Send as Number" },
      { id: "boolean", label: "Send as Boolean" },
      { id: "notSent", label: "Remove" },
    ];
  }
  return [
    ...(declared.example === undefined
      ? []
      : [
          {
            id: "example" as const,
            label: `Use the example ${JSON.stringify(declared.example)}`,
          },
        ]),
    ...(value.state === "notSent" ? [] : [{ id: "notSent" as const, label: "Do not send" }]),
  ];
}

function act(action: Action, { row, onEdit, onRename, onType }: ParameterMenuProps): void {
  switch (action) {
    case "rename":
      onRename();
      return;
    case "notSent":
      onEdit(null, (text) => setNotSent(text, row.name));
      return;
    case "example": {
      const example = exampleInput(row.declared?.example);
      if (example !== null) onEdit(null, (text) => setParameter(text, row.name, example));
      return;
    }
    case "string":
    case "number":
    case "boolean":
      onType(action);
      onEdit(null, (text) => convertParameter(text, row.name, row.value, action));
      return;
  }
  action satisfies never;
}
