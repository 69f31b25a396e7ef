import type { ReactNode } from "react";
import { estimateStrength, type PassphraseStrength } from "../../../shared/passphrase/strength.ts";
import { classNames } from "../../ui/class-names.ts";
import { TextField } from "../../ui/text-field.tsx";
import styles from "./new-passphrase.module.css";

/** A new passphrase as typed, twice. */
export type NewPassphrase = { readonly text: string; readonly repeated: string };
export const NO_PASSPHRASE: NewPassphrase = { text: "", repeated: "" };

/** Whether it may be used: long enough, and typed the same way twice. */
export function isUsable({ text, repeated }: NewPassphrase): boolean {
  return text === repeated && estimateStrength(text).level !== "too-short";
}

/** Asks for a new passphrase and says how good it is. */
export function NewPassphraseFields(props: {
  readonly label: string;
  readonly value: NewPassphrase;
  readonly onChange: (value: NewPassphrase) => void;
  readonly hasFocus?: boolean;
  readonly description?: string;
}): ReactNode {
  const { value, onChange } = props;
  const differs = value.repeated !== "" && !value.text.startsWith(value.repeated);
  return (
    <>
      <TextField
        description={
          value.text === "" ? props.description : <Strength strength={estimateStrength(value.text)} />
        }
        hasFocus={props.hasFocus ?? false}
        isSecret
        label={props.label}
        onChange={(text) => onChange({ ...value, text })}
        value={value.text}
      />
      <TextField
        {...(differs ? { errorText: "The two are not the same." } : {})}
        isSecret
        label="The same again"
        onChange={(repeated) => onChange({ ...value, repeated })}
        value={value.repeated}
      />
    </>
  );
}

const LEVEL_TEXTS = {
  "too-short": "Too short",
  weak: "Weak",
  fair: "Fair",
  strong: "Strong",
} as const satisfies Record<PassphraseStrength["level"], string>;

const FULL_BITS = 80;

function Strength({ strength }: { readonly strength: PassphraseStrength }): ReactNode {
  const { level, bits, advice } = strength;
  const share = Math.max(6, Math.min(100, Math.round((bits / FULL_BITS) * 100)));
  return (
    <span className={styles.strength}>
      <span aria-hidden className={styles.meter}>
        <div className={classNames(styles.fill, styles[level])} style={{ width: `${share}%` }} />
      </span>
      <span>{`${LEVEL_TEXTS[level]}. ${advice}`}</span>
    </span>
  );
}
