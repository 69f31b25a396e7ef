import { useState, type ReactNode } from "react";
import { valueSource } from "../../../shared/form/read-form.ts";
import { parseJson } from "../../../shared/json/parse.ts";
import { TextField } from "../../ui/text-field.tsx";
import { useOnceTrue } from "../../ui/use-once-true.ts";
import { describeFindings } from "./field-findings.tsx";
import type { ControlProps } from "./parameter-control.tsx";

/** A value as its JSON source: null, nested values, and values of a type that the declared control cannot show. */
export function SourceControl({ row, onInput, onFix }: ControlProps): ReactNode {
  const source = valueSource(row.value);
  // What is typed is kept here while it is not JSON yet; the draft has the last value that was.
  const [typed, setTyped] = useState<{ readonly text: string; readonly from: string } | null>(null);
  const isTyping = typed !== null && typed.from === source;
  const shown = isTyping ? typed.text : source;
  const isMultiline = useOnceTrue(shown.includes("\n"));
  const described = describeFindings(row.findings, onFix);
  const change = (text: string) => {
    if (parseJson(text).ok) {
      setTyped(null);
      onInput({ kind: "json", text });
    } else {
      setTyped({ text, from: source });
    }
  };
  return (
    <TextField
      {...described}
      {...(isTyping ? { errorText: "This is not JSON yet; the draft keeps the last value that was." } : {})}
      adornment="JSON"
      isLabelHidden
      isMonospace
      isMultiline={isMultiline}
      label={row.name}
      onBlur={() => setTyped(null)}
      onChange={change}
      value={shown}
    />
  );
}
