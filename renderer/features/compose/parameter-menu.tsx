import type { ReactNode } from "react";
import type { ParameterType } from "../../../shared/domain/catalog.ts";
import { convertParameter, setNotSent, setParameter } from "../../../shared/form/edit-form.ts";
import type { FormRow } from "../../../shared/form/form.ts";
import { valueSource } from "../../../shared/form/read-form.ts";
import { assertNever } from "../../../shared/result/result.ts";
import { MoreIcon } from "../../ui/icons.tsx";
import { MenuButton } from "../../ui/menu-button.tsx";
import { parameterEntries, type ParameterAction } from "./parameter-actions.ts";
import { useParameterTools, type ParameterTools } from "./parameter-tools.tsx";

type ParameterMenuProps = {
  readonly row: FormRow;
  readonly type: ParameterType;
  readonly isSeveralLines: boolean;
  readonly onEdit: (group: string | null, change: (text: string) => string) => void;
  readonly onRename: () => void;
  readonly onType: (type: ParameterType) => void;
  readonly onSeveralLines: () => void;
};

/** What can be done with a parameter beside setting its value. */
export function ParameterMenu(props: ParameterMenuProps): ReactNode {
  const { row, type, isSeveralLines } = props;
  const tools = useParameterTools();
  const pinned = tools.pinned.get(row.name) ?? null;
  const { ruleProfile } = tools;
  const entries = () => parameterEntries({ row, type, ruleProfile, pinned, isSeveralLines });
  return (
    <MenuButton
      entries={entries}
      label={`${row.name}: more`}
      onAction={(id) => {
        const chosen = entries().find((entry) => entry.id === id);
        if (chosen !== undefined) act(chosen.action, props, tools);
      }}
      size="small"
      variant="quiet"
    >
      <MoreIcon />
    </MenuButton>
  );
}

function act(action: ParameterAction, props: ParameterMenuProps, tools: ParameterTools): void {
  const { row, onEdit } = props;
  const { name } = row;
  const put = (text: string) => onEdit(null, (of) => setParameter(of, name, { kind: "json", text }));
  switch (action.kind) {
    case "value":
      put(action.valueText);
      return;
    case "convert":
      props.onType(action.type);
      onEdit(null, (text) => convertParameter(text, name, row.value, action.type));
      return;
    case "notSent":
      onEdit(null, (text) => setNotSent(text, name));
      return;
    case "rename":
      props.onRename();
      return;
    case "lines":
      props.onSeveralLines();
      return;
    case "lastSent":
      tools.takeLastSent(name);
      return;
    case "placeholder":
      tools.choosePlaceholder(name);
      return;
    case "example": {
      const example = tools.example(row.declared ?? { name, type: props.type });
      if (example !== null) put(example);
      return;
    }
    case "pin":
      tools.pin(name, valueSource(row.value));
      return;
    case "unpin":
      tools.pin(name, null);
      return;
    default:
      assertNever(action);
  }
}
