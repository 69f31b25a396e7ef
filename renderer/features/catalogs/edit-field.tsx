import { useState, type ReactNode, type Ref } from "react";
import type { Result } from "../../../shared/result/result.ts";
import { TextField } from "../../ui/text-field.tsx";

/** What cannot stand, and in which subject's field. */
type Refused = { readonly subject: number | undefined; readonly text: string; readonly message: string };

/**
 * A text of the catalog that is written as it is typed. What cannot stand there, such as an empty key, stays in the field with
 * the reason until it is mended or the field is left; the catalog keeps the last text that could.
 */
export function EditField(props: {
  readonly label: string;
  readonly value: string;
  /** Failures are shown at the field. */
  readonly onWrite: (text: string) => Result<unknown>;
  readonly onLeave: () => void;
  /** The row whose field it is, where the same field is used for one after the other. */
  readonly subject?: number;
  readonly isMonospace?: boolean;
  readonly isMultiline?: boolean;
  readonly placeholder?: string;
  readonly hasFocus?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
}): ReactNode {
  const [last, setRefused] = useState<Refused | null>(null);
  const refused = last?.subject === props.subject ? last : null;
  return (
    <TextField
      {...(refused === null ? {} : { errorText: refused.message })}
      {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
      {...(props.inputRef === undefined ? {} : { inputRef: props.inputRef })}
      hasFocus={props.hasFocus ?? false}
      isMonospace={props.isMonospace ?? false}
      isMultiline={props.isMultiline ?? false}
      label={props.label}
      onBlur={() => {
        setRefused(null);
        props.onLeave();
      }}
      onChange={(text) => {
        const written = props.onWrite(text);
        setRefused(written.ok ? null : { subject: props.subject, text, message: written.error.message });
      }}
      value={refused?.text ?? props.value}
    />
  );
}
