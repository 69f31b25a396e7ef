import type { ReactNode } from "react";
import type { ControlProps } from "./parameter-control.tsx";
import { MomentField } from "./moment-field.tsx";

/** A text that the catalog says is a time. */
export function DateTimeControl({ row, sentText, onInput, onFix }: ControlProps): ReactNode {
  return (
    <MomentField
      defaultFormat="iso"
      findings={row.findings}
      label={row.name}
      onFix={onFix}
      onText={(_group, text) => onInput({ kind: "text", text })}
      sentText={sentText}
      text={row.value.state === "text" ? row.value.text : null}
    />
  );
}
