import type { ReactNode } from "react";
import { jsonTexts } from "../../../shared/catalog/number-texts.ts";
import type { Parameter } from "../../../shared/domain/catalog.ts";
import { plainestInput } from "../../../shared/form/edit-form.ts";
import { valueText } from "../../../shared/form/read-form.ts";
import { Button } from "../../ui/button.tsx";
import { PlusIcon } from "../../ui/icons.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useOnceTrue } from "../../ui/use-once-true.ts";
import { describeFindings } from "./field-findings.tsx";
import type { ControlProps } from "./parameter-control.tsx";
import styles from "./parameter-row.module.css";

const INPUT_MODES = { email: "email", url: "url", "date-time": "text" } as const;

/** A text, or a number with the digits as typed. Typing sends a parameter that was not sent; emptying it sends "". */
export function TextControl(props: ControlProps): ReactNode {
  const { row, type } = props;
  const text = valueText(row.value);
  const format = row.declared?.format;
  // A one-line input would drop the line breaks of a text that has some.
  const isMultiline = useOnceTrue(props.isSeveralLines || /[\r\n]/u.test(text));
  const pasteLines = (lines: string) => {
    props.onInput({ kind: "text", text: lines });
    props.onFocus();
  };
  return (
    <TextField
      {...describeFindings(row.findings, props.onFix)}
      adornment={<Adornment {...props} />}
      inputMode={type === "number" ? "decimal" : format === undefined ? "text" : INPUT_MODES[format]}
      isLabelHidden
      isMonospace
      isMultiline={isMultiline}
      isRequired={row.declared?.required ?? false}
      label={row.name}
      onChange={(typed) => props.onInput({ kind: type === "number" ? "number" : "text", text: typed })}
      {...(type === "string" ? { onPasteLines: pasteLines } : {})}
      placeholder={row.value.state === "notSent" ? "not sent" : "empty text"}
      value={text}
    />
  );
}

function Adornment({ row, type, longestText, currency, onInput, onFocus }: ControlProps): ReactNode {
  if (row.value.state === "notSent") {
    return (
      <Button
        label={`Include ${row.name}`}
        onPress={() => {
          onInput(exampleInput(row.declared) ?? plainestInput(type));
          onFocus();
        }}
        size="small"
        variant="quiet"
      >
        <PlusIcon />
      </Button>
    );
  }
  if (type === "number") return currency;
  const length = valueText(row.value).length;
  return (
    <>
      {row.declared?.format === undefined ? null : (
        <span className={styles.format}>{row.declared.format}</span>
      )}
      <span className={length > longestText ? styles.over : undefined}>
        {length} / {longestText}
      </span>
    </>
  );
}

/** The catalog's example as something put in; null where it has none. */
export function exampleInput(declared: Parameter | null) {
  const [text] = declared === null ? [] : jsonTexts(declared, "example");
  return text === undefined ? null : { kind: "json" as const, text };
}
