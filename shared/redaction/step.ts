/** How one character of a secret may be written. */
export type Step = {
  /** Characters of ASCII each of which stands for it. */
  readonly alone: readonly string[];
  /** How anything longer that stands for it begins, in small letters. A backslash is one or more of them. */
  readonly longer: readonly string[];
};

/** The UTF-16 units that are told apart: those of ASCII, and one for all beyond. */
export const UNITS = 0x81;

/** How what is beyond ASCII is written in a step. */
export const BEYOND_ASCII = String.fromCharCode(UNITS - 1);

/** Which of the units that are told apart one is. */
export function unitOf(unit: number): number {
  return unit < 0x80 ? unit : 0x80;
}
