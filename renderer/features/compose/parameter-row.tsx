import { memo, useState, type ReactNode } from "react";
import type { ParameterType } from "../../../shared/domain/catalog.ts";
import { setParameter, type ParameterInput } from "../../../shared/form/edit-form.ts";
import type { FormRow as Row } from "../../../shared/form/form.ts";
import { assertNever } from "../../../shared/result/result.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { InfoIcon } from "../../ui/icons.tsx";
import { Tooltip } from "../../ui/tooltip.tsx";
import { shownFindings, type OnFix } from "./field-findings.tsx";
import { parameterField } from "./field-of-path.ts";
import { FormRow } from "./form-row.tsx";
import { ParameterControl } from "./parameter-control.tsx";
import { ParameterMenu } from "./parameter-menu.tsx";
import { RenameField } from "./rename-field.tsx";

type ParameterRowProps = {
  readonly row: Row;
  readonly longestText: number;
  readonly currency: string | null;
  readonly onEdit: (group: string | null, change: (text: string) => string) => void;
  readonly onFix: OnFix;
  /** Whether the form has a parameter of this name. */
  readonly isTaken: (name: string) => boolean;
  /** Puts the keyboard to a parameter's value, once it is drawn. */
  readonly onFocus: (name: string) => void;
};

const TYPE_NAMES = { string: "String", number: "Number", boolean: "Boolean" } as const satisfies Record<
  ParameterType,
  string
>;

/** One parameter. Drawn again only when something of it changed: a keystroke concerns one row of fifty. */
export const ParameterRow = memo(function ParameterRow(props: ParameterRowProps): ReactNode {
  const { row, onEdit } = props;
  const [extraType, setExtraType] = useState(() => typeOfValue(row));
  const [isRenaming, setIsRenaming] = useState(false);
  const type = row.declared?.type ?? extraType;
  const onInput = (input: ParameterInput) =>
    onEdit(`parameter:${row.name}`, (text) => setParameter(text, row.name, input));
  return (
    <FormRow
      about={<About {...row} />}
      badge={<Badge>{row.declared === null ? valueTypeName(row) : TYPE_NAMES[type]}</Badge>}
      field={parameterField(row.name)}
      isRequired={row.declared?.required ?? false}
      menu={
        <ParameterMenu onEdit={onEdit} onRename={() => setIsRenaming(true)} onType={setExtraType} row={row} />
      }
      name={
        isRenaming ? (
          <RenameField
            isTaken={props.isTaken}
            name={row.name}
            onDone={() => setIsRenaming(false)}
            onEdit={onEdit}
            onFocus={props.onFocus}
          />
        ) : (
          row.name || '""'
        )
      }
    >
      <ParameterControl
        currency={props.currency}
        longestText={row.declared?.maxLength ?? props.longestText}
        onFix={props.onFix}
        onFocus={() => props.onFocus(row.name)}
        onInput={onInput}
        row={row}
        type={type}
      />
    </FormRow>
  );
}, isSameRow);

/** What the catalog says of the parameter, where it says anything. */
function About({ name, declared }: Row): ReactNode {
  if (declared?.description === undefined || declared.description === "") return null;
  return (
    <Tooltip text={declared.description}>
      <Button label={`About ${name}`} size="small" variant="quiet">
        <InfoIcon />
      </Button>
    </Tooltip>
  );
}

/** What typing into an extra parameter makes: what its value is when the row appears. */
function typeOfValue(row: Row): ParameterType {
  if (row.value.state === "number") return "number";
  return row.value.state === "boolean" ? "boolean" : "string";
}

function valueTypeName({ value }: Row): string {
  switch (value.state) {
    case "notSent":
    case "text":
      return "String";
    case "number":
      return "Number";
    case "boolean":
      return "Boolean";
    case "null":
      return "null";
    case "other":
      return value.text.startsWith("[") ? "Array" : "Object";
    default:
      return assertNever(value);
  }
}

function isSameRow(before: ParameterRowProps, after: ParameterRowProps): boolean {
  return (
    before.longestText === after.longestText &&
    before.currency === after.currency &&
    before.onEdit === after.onEdit &&
    before.onFix === after.onFix &&
    before.isTaken === after.isTaken &&
    before.onFocus === after.onFocus &&
    before.row.declared === after.row.declared &&
    shownOf(before.row) === shownOf(after.row)
  );
}

function shownOf({ name, value, findings }: Row): string {
  return JSON.stringify([name, value]) + shownFindings(findings);
}
