/** From `minimum` to `maximum`; whether the ends themselves belong to it. */
export type NumberRange = {
  readonly minimum: number;
  readonly maximum: number;
  readonly withMinimum: boolean;
  readonly withMaximum: boolean;
};

/**
 * The range that `>5`, `>=5`, `<5`, `<=5`, `=5`, `5` or `1..5` names, both ends of the last included; null where a side is no
 * number. `read` reads one side.
 */
export function parseRange(text: string, read: (side: string) => number | null): NumberRange | null {
  const [low, high, ...rest] = text.split("..");
  if (low !== undefined && high !== undefined) {
    if (rest.length > 0) return null;
    return between(read(low), read(high));
  }
  const match = /^(>=|<=|>|<|=)?(.*)$/s.exec(text);
  const value = read(match?.[2] ?? "");
  if (value === null) return null;
  switch (match?.[1]) {
    case ">":
      return { minimum: value, maximum: Infinity, withMinimum: false, withMaximum: true };
    case ">=":
      return { minimum: value, maximum: Infinity, withMinimum: true, withMaximum: true };
    case "<":
      return { minimum: -Infinity, maximum: value, withMinimum: true, withMaximum: false };
    case "<=":
      return { minimum: -Infinity, maximum: value, withMinimum: true, withMaximum: true };
    default:
      return between(value, value);
  }
}

function between(minimum: number | null, maximum: number | null): NumberRange | null {
  if (minimum === null || maximum === null) return null;
  return { minimum, maximum, withMinimum: true, withMaximum: true };
}

export function isInRange(value: number, range: NumberRange): boolean {
  if (value < range.minimum || value > range.maximum) return false;
  if (value === range.minimum && !range.withMinimum) return false;
  return value !== range.maximum || range.withMaximum;
}

const STATUS = /^\d{3}$/;

/** The statuses of `400`, `4xx`, `>=500`, `400..499`; null for anything else. */
export function parseStatus(text: string): NumberRange | null {
  const hundred = /^([1-5])xx$/i.exec(text)?.[1];
  if (hundred !== undefined) return between(Number(hundred) * 100, Number(hundred) * 100 + 99);
  return parseRange(text, (side) => (STATUS.test(side) ? Number(side) : null));
}
