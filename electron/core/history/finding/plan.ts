import type { Condition } from "../../../../shared/history-query/conditions.ts";
import { FLAG } from "./facts.ts";
import { compileCondition, type IndexTest, type TestContext } from "./compile.ts";
import { trigramsOf } from "./texts.ts";

/** Thrown out of a walk when nobody waits for its end any more. */
export class Superseded extends Error {}

/** A query made ready to be asked of every exchange. */
export type Plan = {
  /** Looks at the columns only. */
  readonly passesFast: IndexTest;
  /** Looks into the evidence; null where nothing of the query needs that. */
  readonly passesSlow: IndexTest | null;
  /** Those of the text that every exchange that is found has; empty where the query asks for none. */
  readonly trigrams: readonly string[];
  /** Places of the columns, `end` exclusive. */
  readonly start: number;
  readonly end: number;
};

export type Bounds = { readonly newerThan: number | null; readonly upTo: number | null };

export function makePlan(conditions: readonly Condition[], bounds: Bounds, context: TestContext): Plan {
  const compiled = conditions.map((condition) => compileCondition(condition, context));
  const fast = compiled.flatMap(({ isSlow, test, first }) =>
    isSlow ? (first === undefined ? [] : [first]) : [test],
  );
  const slow = compiled.filter(({ isSlow }) => isSlow).map(({ test }) => test);
  const { columns } = context;
  const { flags } = columns.of;
  return {
    passesFast: allOf([...fast, (index) => ((flags[index] ?? 0) & FLAG.removed) === 0]),
    passesSlow: slow.length === 0 ? null : (index) => slow.every((test) => test(index)),
    trigrams: context.rarest([...new Set(conditions.flatMap(trigramsOfCondition))]),
    start: bounds.newerThan === null ? 0 : columns.countUpTo(bounds.newerThan),
    end: bounds.upTo === null ? columns.length() : columns.countUpTo(bounds.upTo),
  };
}

/** Asked of every exchange: a loop over so few tests would cost more than they do. */
function allOf([first, second, third, ...others]: readonly IndexTest[]): IndexTest {
  if (first === undefined) return () => true;
  if (second === undefined) return first;
  if (third === undefined) return (index) => first(index) && second(index);
  if (others.length === 0) return (index) => first(index) && second(index) && third(index);
  const rest = allOf(others);
  return (index) => first(index) && second(index) && third(index) && rest(index);
}

/** Only of what has to be there: a negated text, or one of several, leads nowhere. */
function trigramsOfCondition({ negated, test }: Condition): string[] {
  if (negated || test.kind !== "text" || test.where !== "all" || test.texts.length !== 1) return [];
  return trigramsOf(test.texts[0] ?? "");
}
