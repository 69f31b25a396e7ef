/** A number's significant digits, without sign, and the power of ten of the last of them: one form for each value. */
function decimalForm(text: string): string {
  const match = /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text);
  if (match === null) return text;
  const fraction = match[2] ?? "";
  const digits = `${match[1] ?? ""}${fraction}`.replace(/^0+/, "");
  const significant = digits.replace(/0+$/, "");
  if (significant === "") return "0";
  const exponent = Number(match[3] ?? "0") - fraction.length + (digits.length - significant.length);
  return `${significant}e${exponent}`;
}

/** Of up to 15 digits, which every double holds. */
const SHORT_WHOLE_NUMBER = /^-?\d{1,15}$/;

/**
 * Whether a reader that keeps numbers as doubles, as JavaScript and many servers do, has the same number afterwards:
 * `100.00` and `0.1` survive, `12345678901234567890` and `1e400` do not.
 */
export function survivesDouble(text: string): boolean {
  if (SHORT_WHOLE_NUMBER.test(text)) return true;
  const value = Number(text);
  return Number.isFinite(value) && decimalForm(text) === decimalForm(String(value));
}

/** Whether two JSON numbers stand for one value, however many digits they have: `100.00`, `100` and `1e2` do. */
export function isSameNumber(one: string, other: string): boolean {
  const form = decimalForm(one);
  return form === decimalForm(other) && (form === "0" || one.startsWith("-") === other.startsWith("-"));
}

/** The whole number that a JSON number stands for (`999`, `999.0`), null when it is none or too large to be exact. */
export function wholeNumber(text: string): number | null {
  const value = Number(text);
  return Number.isSafeInteger(value) && survivesDouble(text) ? value : null;
}

/** Whether a text is a number as JSON writes it. */
export function isJsonNumber(text: string): boolean {
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text);
}
