/** A value in three parts: what both sides begin with, what differs, what both end with. */
export type ValueParts = { readonly start: string; readonly middle: string; readonly end: string };

/** Splits a value where it differs from the other. Without another all of it differs. */
export function splitValue(value: string, other: string | null): ValueParts {
  if (other === null || other === value) return { start: "", middle: value, end: "" };
  const most = Math.min(value.length, other.length);
  let start = 0;
  while (start < most && value[start] === other[start]) start += 1;
  let end = 0;
  while (end < most - start && value[value.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  // A pair of surrogates is one character and stays together.
  if (start > 0 && isHighSurrogate(value.charCodeAt(start - 1))) start -= 1;
  if (end > 0 && isLowSurrogate(value.charCodeAt(value.length - end))) end -= 1;
  return {
    start: value.slice(0, start),
    middle: value.slice(start, value.length - end),
    end: value.slice(value.length - end),
  };
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
