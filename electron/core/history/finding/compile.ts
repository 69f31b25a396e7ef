import { expectedChoices, hasChoices } from "../../../../shared/history-query/facets.ts";
import type {
  Condition,
  ChoiceFacet,
  PatternFacet,
  Test,
} from "../../../../shared/history-query/conditions.ts";
import type { TextPattern } from "../../../../shared/history-query/pattern.ts";
import { isInRange, type NumberRange } from "../../../../shared/history-query/ranges.ts";
import type { TimeSpan } from "../../../../shared/history-query/times.ts";
import { assertNever } from "../../../../shared/result/result.ts";
import { bitOf } from "../exchange-facts.ts";
import type { Annotation } from "../../../../shared/domain/history.ts";
import type { Beside } from "./beside.ts";
import type { Columns, TextColumn } from "./columns.ts";
import { APIS, FLAG, hashText, KINDS, OUTCOMES } from "./facts.ts";
import type { Texts } from "./texts.ts";

/** Whether the exchange at this place of the columns fulfils something. */
export type IndexTest = (index: number) => boolean;

/** A condition as a test. `isSlow`: it looks into the evidence. */
export type CompiledTest = {
  readonly test: IndexTest;
  readonly isSlow: boolean;
  /** Of a slow one: false for most of those that do not fulfil it, by the columns alone. */
  readonly first?: IndexTest;
};

export type TestContext = {
  readonly columns: Columns;
  readonly beside: Beside;
  readonly texts: Texts;
  /** The trigrams that narrow a search the most. */
  readonly rarest: (trigrams: readonly string[]) => string[];
  /** What is known already of looks into the evidence, which never changes; by sequence. */
  readonly memory: (key: string) => Map<number, boolean>;
};

export function compileCondition(condition: Condition, context: TestContext): CompiledTest {
  const compiled = compileTest(condition.test, context);
  if (!condition.negated) return compiled;
  const { test, isSlow } = compiled;
  return { isSlow, test: (index) => !test(index) };
}

const fast = (test: IndexTest): CompiledTest => ({ test, isSlow: false });
const slow = (test: IndexTest): CompiledTest => ({ test, isSlow: true });

function compileTest(test: Test, context: TestContext): CompiledTest {
  const { of } = context.columns;
  switch (test.kind) {
    case "choice":
      return compileChoice(test.facet, test.values, context);
    case "pattern":
      return compilePattern(test.facet, test.patterns, context);
    case "status": {
      const { status } = of;
      const isMeant = inOneOf(test.ranges);
      return fast((index) => status[index] !== 0 && isMeant(status[index] ?? 0));
    }
    case "took": {
      const { took } = of;
      const isMeant = inOneOf(test.ranges);
      return fast((index) => isMeant(took[index] ?? 0));
    }
    case "time":
      return compileTime(test.spans, context);
    case "text":
      return compileText(test.where, test.texts, context);
    default:
      return assertNever(test);
  }
}

/** Asked of every exchange, and mostly there is one range. */
function inOneOf(ranges: readonly NumberRange[]): (value: number) => boolean {
  const [only] = ranges;
  if (ranges.length === 1 && only !== undefined) return (value) => isInRange(value, only);
  return (value) => ranges.some((range) => isInRange(value, range));
}

function compileTime(spans: readonly TimeSpan[], { columns }: TestContext): CompiledTest {
  const { sentAt } = columns.of;
  const [only] = spans;
  if (spans.length === 1 && only !== undefined) {
    const { from, until } = only;
    return fast((index) => (sentAt[index] ?? 0) >= from && (sentAt[index] ?? 0) < until);
  }
  return fast((index) => {
    const moment = sentAt[index] ?? 0;
    return spans.some(({ from, until }) => moment >= from && moment < until);
  });
}

function compileText(where: "all" | "note", texts: readonly string[], context: TestContext): CompiledTest {
  const { columns, beside, texts: evidence } = context;
  const inNote = (sequence: number): boolean => {
    const note = beside.of(sequence)?.note.toLowerCase() ?? "";
    return texts.some((text) => note.includes(text));
  };
  if (where === "note") return fast((index) => inNote(columns.of.sequence[index] ?? 0));
  const known = context.memory(`text ${JSON.stringify(texts)}`);
  return slow((index) => {
    const sequence = columns.of.sequence[index] ?? 0;
    if (inNote(sequence)) return true;
    const remembered = known.get(sequence);
    if (remembered !== undefined) return remembered;
    const searched = evidence.searched(sequence).toLowerCase();
    const found = texts.some((text) => searched.includes(text));
    known.set(sequence, found);
    return found;
  });
}

function compileChoice(facet: ChoiceFacet, values: readonly string[], context: TestContext): CompiledTest {
  const { of } = context.columns;
  const among = (column: { readonly [index: number]: number }, choices: readonly string[]): CompiledTest => {
    // By the code itself: a set would be asked a million times.
    const wanted = new Uint8Array(choices.length + 1);
    for (const value of values) wanted[choices.indexOf(value) + 1] = 1;
    return fast((index) => wanted[column[index] ?? 0] === 1);
  };
  const flag = (bit: number): CompiledTest => {
    const { flags } = of;
    const withIt = wantsYesNo(values, true);
    const withoutIt = wantsYesNo(values, false);
    return fast((index) => (((flags[index] ?? 0) & bit) !== 0 ? withIt : withoutIt));
  };
  switch (facet) {
    case "outcome":
      return among(liveColumn(context, "outcome"), OUTCOMES);
    case "api":
      return among(liveColumn(context, "api"), APIS);
    case "kind":
      return among(liveColumn(context, "kind"), KINDS);
    case "negative":
      return flag(FLAG.negative);
    case "imported":
      return flag(FLAG.imported);
    case "pinned":
      return besideTest(context, (annotation) => wantsYesNo(values, annotation?.pinned === true));
    case "expected":
      return compileExpected(values, context);
    case "has":
      return compileHas(values, context);
    default:
      return assertNever(facet);
  }
}

/** The arrays are replaced when they grow, which they do not while a question is answered. */
function liveColumn({ columns }: TestContext, name: "outcome" | "api" | "kind") {
  return columns.of[name];
}

function wantsYesNo(values: readonly string[], is: boolean): boolean {
  return values.includes(is ? "yes" : "no");
}

/** Answered once for each pair of an expectation and an outcome. */
function compileExpected(values: readonly string[], { columns }: TestContext): CompiledTest {
  const { expected, outcome } = columns.of;
  const width = OUTCOMES.length + 1;
  const answers = new Uint8Array(width * width);
  for (let pair = 0; pair < answers.length; pair += 1) {
    const isMeant = values.some((value) => isExpected(value, Math.floor(pair / width), pair % width));
    answers[pair] = isMeant ? 1 : 0;
  }
  return fast((index) => answers[(expected[index] ?? 0) * width + (outcome[index] ?? 0)] === 1);
}

function isExpected(value: string, expected: number, outcome: number): boolean {
  const choice = expectedChoices.find((one) => one === value);
  if (choice === "met") return expected !== 0 && expected === outcome;
  if (choice === "missed") return expected !== 0 && expected !== outcome;
  return expected !== 0 && OUTCOMES[expected - 1] === value;
}

function compileHas(values: readonly string[], context: TestContext): CompiledTest {
  const choices = hasChoices.filter((choice) => values.includes(choice));
  const bits = choices.reduce((sum, choice) => sum | bitOf(choice), 0);
  const wantsNote = choices.includes("note");
  const wantsTag = choices.includes("tag");
  return fast((index) => {
    if (((context.columns.of.has[index] ?? 0) & bits) !== 0) return true;
    if (!wantsNote && !wantsTag) return false;
    const beside = annotationAt(context, index);
    return (
      (wantsNote && beside?.note !== undefined && beside.note !== "") ||
      (wantsTag && (beside?.tags.length ?? 0) > 0)
    );
  });
}

/** Most exchanges have nothing beside them, and are not looked up one by one. */
function besideTest(
  context: TestContext,
  passes: (annotation: Annotation | undefined) => boolean,
): CompiledTest {
  const { columns, beside } = context;
  const marks = new Uint8Array(columns.length());
  for (const sequence of beside.sequences()) {
    const index = columns.indexOf(sequence);
    if (index !== -1) marks[index] = 1;
  }
  const passesWithout = passes(undefined);
  return fast((index) => (marks[index] === 1 ? passes(annotationAt(context, index)) : passesWithout));
}

function annotationAt({ columns, beside }: TestContext, index: number) {
  return beside.of(columns.of.sequence[index] ?? 0);
}

function compilePattern(
  facet: PatternFacet,
  patterns: readonly TextPattern[],
  context: TestContext,
): CompiledTest {
  const matches = (text: string): boolean => patterns.some((pattern) => pattern.matches(text));
  switch (facet) {
    case "event":
    case "run":
    case "preset":
      return overDictionary(context, facet, matches);
    case "tenant":
      return overDictionary(context, "tenant", (text) => text.split("\n").some(matches));
    case "rule":
    case "code":
      return overDictionary(context, "rules", (text) =>
        text
          .split("\n")
          .some((line) => line.startsWith(`${facet} `) && matches(line.slice(facet.length + 1))),
      );
    case "tag":
      return besideTest(context, (annotation) => annotation?.tags.some(matches) ?? false);
    case "identity":
      return hashed(context, "identity", patterns, FLAG.customer | FLAG.visitor);
    case "customer":
      return hashed(context, "identity", patterns, FLAG.customer);
    case "visitor":
      return hashed(context, "identity", patterns, FLAG.visitor);
    case "reference":
      return hashed(context, "reference", patterns, 0);
    default:
      return assertNever(facet);
  }
}

/** Asks once for each text of the dictionary, not once for each exchange. */
function overDictionary(
  { columns }: TestContext,
  name: TextColumn,
  matches: (text: string) => boolean,
): CompiledTest {
  const dictionary = columns.texts[name];
  const column = columns.of[name];
  const answers = new Uint8Array(dictionary.size());
  for (let code = 1; code < answers.length; code += 1)
    answers[code] = matches(dictionary.text(code) ?? "") ? 1 : 0;
  return fast((index) => answers[column[index] ?? 0] === 1);
}

/**
 * Of texts that hardly repeat the columns have a hash only: it says of most exchanges that they are not meant, and the
 * evidence says it of the others. A pattern with a star has no hash, so that there the evidence is asked.
 */
function hashed(
  { columns, texts, memory }: TestContext,
  name: "identity" | "reference",
  patterns: readonly TextPattern[],
  flags: number,
): CompiledTest {
  const hashes = columns.of[name === "identity" ? "identityHash" : "referenceHash"];
  const isExact = patterns.every((pattern) => pattern.isExact);
  const wanted = new Set(patterns.map(({ prefix }) => hashText(prefix)));
  const known = memory(`${name} ${JSON.stringify(patterns.map(({ text }) => text))}`);
  const test: IndexTest = (index) => {
    const hash = hashes[index] ?? 0;
    if (hash === 0 || (isExact && !wanted.has(hash))) return false;
    if (flags !== 0 && ((columns.of.flags[index] ?? 0) & flags) === 0) return false;
    const sequence = columns.of.sequence[index] ?? 0;
    const remembered = known.get(sequence);
    if (remembered !== undefined) return remembered;
    const text = texts[name](sequence);
    const found = text !== null && patterns.some((pattern) => pattern.matches(text));
    known.set(sequence, found);
    return found;
  };
  const first: IndexTest = (index) => {
    const hash = hashes[index] ?? 0;
    return hash !== 0 && (!isExact || wanted.has(hash));
  };
  return { test, first, isSlow: true };
}
