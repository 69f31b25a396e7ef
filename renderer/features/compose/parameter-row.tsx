import { memo, useState, type ReactNode } from "react";
import type { ParameterType } from "../../../shared/domain/catalog.ts";
import { setParameter, type ParameterInput } from "../../../shared/form/edit-form.ts";
import type { FormRow as Row } from "../../../shared/form/form.ts";
import { valueSource } from "../../../shared/form/read-form.ts";
import { assertNever } from "../../../shared/result/result.ts";
import { Badge } from "../../ui/badge.tsx";
import { InfoIcon } from "../../ui/icons.tsx";
import { TooltipButton } from "../../ui/tooltip-button.tsx";
import { shownFindings, type OnFix } from "./field-findings.tsx";
import { parameterField } from "./field-of-path.ts";
import { FormRow } from "./form-row.tsx";
import { ParameterControl } from "./parameter-control.tsx";
import { ParameterMenu } from "./parameter-menu.tsx";
import { useParameterTools } from "./parameter-tools.tsx";
import styles from "./parameter-row.module.css";
import { RenameField } from "./rename-field.tsx";

type ParameterRowProps = {
  readonly row: Row;
  readonly longestText: number;
  readonly currency: string | null;
  /** What its placeholders stand for, in words, and the text of its only one; empty where it has none. */
  readonly standing: { readonly words: string; readonly text: string };
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
  const [isSeveralLines, setIsSeveralLines] = useState(false);
  const type = row.declared?.type ?? extraType;
  const onInput = (input: ParameterInput) =>
    onEdit(`parameter:${row.name}`, (text) => setParameter(text, row.name, input));
  return (
    <FormRow
      about={<About {...row} />}
      badge={<RowBadges row={row} type={type} />}
      field={parameterField(row.name)}
      isRequired={row.declared?.required ?? false}
      menu={
        <ParameterMenu
          isSeveralLines={isSeveralLines}
          onEdit={onEdit}
          onRename={() => setIsRenaming(true)}
          onSeveralLines={() => {
            setIsSeveralLines(true);
            props.onFocus(row.name);
          }}
          onType={setExtraType}
          row={row}
          type={type}
        />
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
        isSeveralLines={isSeveralLines}
        longestText={row.declared?.maxLength ?? props.longestText}
        onFix={props.onFix}
        onFocus={() => props.onFocus(row.name)}
        onInput={onInput}
        row={row}
        sentText={props.standing.text}
        type={type}
      />
      {props.standing.words === "" ? null : <p className={styles.standing}>{props.standing.words}</p>}
    </FormRow>
  );
}, isSameRow);

function RowBadges({ row, type }: { readonly row: Row; readonly type: ParameterType }): ReactNode {
  return (
    <>
      <Badge>{row.declared === null ? valueTypeName(row) : TYPE_NAMES[type]}</Badge>
      <PinnedBadge row={row} />
    </>
  );
}

/** Its value is the one that every new draft of the tenant gets. */
function PinnedBadge({ row }: { readonly row: Row }): ReactNode {
  const pinned = useParameterTools().pinned.get(row.name);
  if (pinned === undefined || pinned !== valueSource(row.value)) return null;
  return <Badge tone="info">pinned</Badge>;
}

/** What the catalog says of the parameter, where it says anything. */
function About({ name, declared }: Row): ReactNode {
  if (declared?.description === undefined || declared.description === "") return null;
  return (
    <TooltipButton label={`About ${name}`} text={declared.description}>
      <InfoIcon />
    </TooltipButton>
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
    before.standing.words === after.standing.words &&
    before.standing.text === after.standing.text &&
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
