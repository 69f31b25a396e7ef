import { UNITS, type Step } from "./step.ts";

/** How a spelling begins, and whose it is. */
export type Beginning = { readonly steps: readonly Step[]; readonly owner: number };

/** As much of a beginning as was read: whole steps, and of the next one what has begun. */
type Part = {
  readonly beginning: number;
  readonly step: number;
  readonly begun: string;
  readonly length: number;
};

/** All the parts that the units read last can be. */
export type Parts = {
  /** Says which they are. */
  readonly name: string;
  readonly open: readonly Part[];
  /** Whose the unit just read has completed, and how many units ago they began. */
  readonly complete: readonly { readonly owner: number; readonly length: number }[];
  /** How many units ago the earliest of them began. */
  readonly depth: number;
};

/** Steps that are compared: more tell hardly anything new. */
const COMPARED = 6;
/** Of what is longer nothing more is compared: an escape may have any number of backslashes. */
const LONGEST_STEP = 16;

/** No beginning is longer, in units. */
export const LONGEST_BEGINNING = COMPARED + LONGEST_STEP;

export function createParts(beginnings: readonly Beginning[]) {
  const steps = beginnings.map((beginning) => beginning.steps.slice(0, COMPARED));
  const byFirst = Array.from({ length: UNITS }, (_, unit) =>
    [...steps.keys()].filter(
      (beginning) => readUnit(unread(beginning), steps[beginning] ?? [], unit).length > 0,
    ),
  );
  const describe = (parts: readonly Part[]): Parts => {
    const isComplete = (part: Part) => part.step === steps[part.beginning]?.length;
    return {
      name: JSON.stringify(parts),
      open: parts.filter((part) => !isComplete(part)),
      complete: parts
        .filter(isComplete)
        .map(({ beginning, length }) => ({ owner: beginnings[beginning]?.owner ?? 0, length })),
      depth: Math.max(0, ...parts.map(({ length }) => length)),
    };
  };
  return {
    none: describe([]),
    after({ open }: Parts, unit: number): Parts {
      const all = [...open, ...(byFirst[unit] ?? []).map(unread)];
      return describe(all.flatMap((part) => readUnit(part, steps[part.beginning] ?? [], unit)));
    },
  };
}

function unread(beginning: number): Part {
  return { beginning, step: 0, begun: "", length: 0 };
}

/** What a part can have become with one more unit; nothing where that goes on in no beginning. */
function readUnit(part: Part, steps: readonly Step[], unit: number): readonly Part[] {
  const { alone = [], longer = [] } = steps[part.step] ?? {};
  const character = String.fromCharCode(unit);
  const length = part.length + 1;
  const isWhole = part.begun === "" && alone.includes(character);
  const whole = isWhole ? [{ ...part, length, step: part.step + 1 }] : [];
  const begun = part.begun + (character === "\\" && part.begun === "\\" ? "" : character.toLowerCase());
  if (!longer.some((one) => one.startsWith(begun))) return whole;
  const isEnough = longer.includes(begun) || length - part.step >= LONGEST_STEP;
  return [
    ...whole,
    isEnough ? { ...part, length, step: steps.length, begun: "" } : { ...part, length, begun },
  ];
}
