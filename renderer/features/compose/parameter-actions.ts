import { jsonTexts } from "../../../shared/catalog/number-texts.ts";
import type { ParameterType } from "../../../shared/domain/catalog.ts";
import type { RuleProfile } from "../../../shared/domain/tenant.ts";
import type { FormRow } from "../../../shared/form/form.ts";
import { overLongText, wrongTypeText } from "../../../shared/form/on-purpose.ts";
import { valueSource, valueText } from "../../../shared/form/read-form.ts";
import { quoteJson } from "../../../shared/json/value.ts";
import { controlKind } from "./control-kind.ts";
import type { MenuEntry } from "../../ui/menu-button.tsx";

/** What a parameter's menu does. `value` puts in JSON text, `unpin` takes the pin away. */
export type ParameterAction =
  | { readonly kind: "value"; readonly valueText: string }
  | { readonly kind: "convert"; readonly type: ParameterType }
  | {
      readonly kind:
        | "notSent"
        | "rename"
        | "lines"
        | "lastSent"
        | "placeholder"
        | "example"
        | "pin"
        | "unpin";
    };

export type ParameterMenuEntry = MenuEntry<string> & { readonly action: ParameterAction };

export type MenuSubject = {
  readonly row: FormRow;
  readonly type: ParameterType;
  readonly ruleProfile: RuleProfile;
  /** JSON text; null where nothing is pinned for the name. */
  readonly pinned: string | null;
  readonly isSeveralLines: boolean;
};

/** Every way to set a parameter beside typing its value, in groups: what is sent, where a value comes from, wrong on purpose, pins. */
export function parameterEntries(subject: MenuSubject): readonly ParameterMenuEntry[] {
  return [
    ...grouped(shapeEntries(subject), false),
    ...grouped(sourceEntries(subject), true),
    ...grouped(purposeEntries(subject), true),
    ...grouped(pinEntries(subject), true),
  ];
}

function grouped(entries: readonly ParameterMenuEntry[], isSeparated: boolean): ParameterMenuEntry[] {
  return entries.map((entry, index) =>
    isSeparated && index === 0 ? { ...entry, startsGroup: true } : entry,
  );
}

function entry(label: string, action: ParameterAction, description?: string): ParameterMenuEntry {
  return { id: label, label, action, ...(description === undefined ? {} : { description }) };
}

function shapeEntries({ row, type, isSeveralLines }: MenuSubject): ParameterMenuEntry[] {
  const { declared, value } = row;
  const isExtra = declared === null;
  return [
    ...(value.state === "notSent" ? [] : [entry(isExtra ? "Remove" : "Do not send", { kind: "notSent" })]),
    ...(value.state === "null" ? [] : [entry("Send null", { kind: "value", valueText: "null" })]),
    ...(value.state === "text" && value.text === ""
      ? []
      : [entry("Send an empty text", { kind: "value", valueText: '""' })]),
    ...(controlKind(row, type) === "text" && type === "string" && !isSeveralLines
      ? [entry("Write several lines", { kind: "lines" })]
      : []),
    ...(isExtra ? extraEntries() : []),
  ];
}

function extraEntries(): ParameterMenuEntry[] {
  return [
    entry("Rename", { kind: "rename" }),
    entry("Send as String", { kind: "convert", type: "string" }),
    entry("Send as Number", { kind: "convert", type: "number" }),
    entry("Send as Boolean", { kind: "convert", type: "boolean" }),
  ];
}

function sourceEntries({ row: { declared } }: MenuSubject): ParameterMenuEntry[] {
  const example = declared === null ? null : (jsonTexts(declared, "example")[0] ?? null);
  return [
    ...(example === null ? [] : [entry(`Use the example ${example}`, { kind: "value", valueText: example })]),
    entry("Generate an example", { kind: "example" }),
    entry("Use the last value sent", { kind: "lastSent" }),
    entry("Choose a placeholder...", { kind: "placeholder" }),
  ];
}

function purposeEntries({ row, type, ruleProfile }: MenuSubject): ParameterMenuEntry[] {
  // What the catalog says nothing of has no type that would be wrong.
  const wrong = row.declared === null ? null : wrongTypeText(row.value, type);
  return [
    ...(wrong === null ? [] : [entry("Wrong type on purpose", { kind: "value", valueText: wrong }, wrong)]),
    ...(type === "string" && row.declared?.enum === undefined ? lengthEntries(row, ruleProfile) : []),
  ];
}

function lengthEntries({ declared, value }: FormRow, profile: RuleProfile): ParameterMenuEntry[] {
  const limits = [...new Set([declared?.maxLength ?? profile.textWarningLength, profile.textErrorLength])];
  const text = value.state === "text" ? valueText(value) : "";
  return limits.map((limit) =>
    entry(`Too long on purpose: ${(limit + 1).toLocaleString("en-GB")} characters`, {
      kind: "value",
      valueText: quoteJson(overLongText(text, limit)),
    }),
  );
}

function pinEntries({ row, pinned }: MenuSubject): ParameterMenuEntry[] {
  const source = valueSource(row.value);
  const isPinned = pinned === source;
  return [
    ...(source === "" || isPinned
      ? []
      : [entry("Pin for all events", { kind: "pin" }, "In every new draft of the tenant")]),
    ...(pinned === null || isPinned
      ? []
      : [entry("Use the pinned value", { kind: "value", valueText: pinned }, shortened(pinned))]),
    ...(pinned === null ? [] : [entry("Unpin", { kind: "unpin" })]),
  ];
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}
