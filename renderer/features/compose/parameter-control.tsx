import type { ReactNode } from "react";
import type { ParameterType } from "../../../shared/domain/catalog.ts";
import type { ParameterInput } from "../../../shared/form/edit-form.ts";
import type { FormRow } from "../../../shared/form/form.ts";
import { BooleanControl } from "./boolean-control.tsx";
import { ChoiceControl } from "./choice-control.tsx";
import { controlKind, type ControlKind } from "./control-kind.ts";
import { DateTimeControl } from "./date-time-control.tsx";
import type { OnFix } from "./field-findings.tsx";
import { SourceControl } from "./source-control.tsx";
import { TextControl } from "./text-control.tsx";

/** What every control of a parameter is given. It shows the row and reports what was put in; it keeps no value itself. */
export type ControlProps = {
  readonly row: FormRow;
  /** How what is typed is understood: the declared type, or the one chosen for an extra parameter. */
  readonly type: ParameterType;
  readonly longestText: number;
  /** What its only placeholder stands for as the request stands; empty where it has none. */
  readonly sentText: string;
  /** A text is written in several lines even where it has only one yet. */
  readonly isSeveralLines: boolean;
  /** For monetary numbers. */
  readonly currency: string | null;
  readonly onInput: (input: ParameterInput) => void;
  readonly onFix: OnFix;
  /** Puts the keyboard to the value. */
  readonly onFocus: () => void;
};

/** The control of each kind; a new kind does not compile until it has one. */
const CONTROLS = {
  text: TextControl,
  moment: DateTimeControl,
  boolean: BooleanControl,
  choice: ChoiceControl,
  source: SourceControl,
} as const satisfies Record<ControlKind, (props: ControlProps) => ReactNode>;

export function ParameterControl(props: ControlProps): ReactNode {
  const Control = CONTROLS[controlKind(props.row, props.type)];
  return <Control {...props} />;
}
