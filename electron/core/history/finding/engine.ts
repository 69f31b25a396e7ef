import { DatabaseSync } from "node:sqlite";
import type { ExchangeSummary } from "../../../../shared/domain/exchange.ts";
import type {
  FacetCounts,
  HistoryPage,
  HistoryQueryText,
  HistorySeries,
  HistorySort,
  Retention,
} from "../../../../shared/domain/history.ts";
import { resolveTerms, type Condition } from "../../../../shared/history-query/conditions.ts";
import type { CountedFacet } from "../../../../shared/history-query/facet-names.ts";
import { parseQuery } from "../../../../shared/history-query/parse.ts";
import { isTimeZone } from "../../../../shared/history-query/zone.ts";
import { failure, success, type Result } from "../../../../shared/result/result.ts";
import { expiredSequences } from "./expired.ts";
import { openFinder, type Finder } from "./finder.ts";
import { findPage } from "./pages.ts";
import { makePlan, type Bounds, type Plan } from "./plan.ts";
import { countFacet, seriesOf } from "./summaries.ts";
import { beginning, walk, type WalkContext } from "./walk.ts";

export type Question = Bounds & { readonly query: HistoryQueryText };
export type Stop = () => void;

/**
 * Answers questions about history. Everything is synchronous, so it belongs into a thread of its own, or into a program that
 * has nothing else to do. `stop` is called now and then and may throw `Superseded`. Code of all: `history.query-invalid`.
 */
export type Engine = {
  page(question: Question & PageQuestion, stop?: Stop): Result<Omit<HistoryPage, "total">>;
  count(question: Question & { readonly exact: boolean }, stop?: Stop): Result<Count>;
  facets(question: Question & FacetsQuestion, stop?: Stop): Result<FacetCounts[]>;
  series(question: Question & { readonly buckets: number }, stop?: Stop): Result<HistorySeries>;
  /** The sequences of all that is found, oldest first. */
  select(question: Question, stop?: Stop): Result<number[]>;
  /** The sequences that a retention would remove, oldest first. */
  expired(retention: Retention, now: number): Result<number[]>;
  /** Takes the next stretch of history into the index; false where there is none to take. */
  improve(): boolean;
  close(): void;
};

export type PageQuestion = {
  readonly sort: HistorySort;
  readonly cursor: string | null;
  readonly limit: number;
};
export type FacetsQuestion = { readonly facets: readonly CountedFacet[]; readonly limit: number };
export type Count = { readonly count: number; readonly isExact: boolean };

/** Looking into the evidence for a count ends after so many milliseconds, unless the count has to be exact. */
const COUNT_PATIENCE_MS = 60;

export function openEngine(historyPath: string, now: () => number = Date.now): Engine {
  const evidence = new DatabaseSync(historyPath, { readOnly: true, timeout: 5000 });
  const finder = openFinder(evidence, historyPath);
  /** Brings what is known up to date and asks; `use` gets the plan of the question. */
  const ask = <Value>(question: Question, stop: Stop, use: (asked: Asked) => Value): Result<Value> => {
    const conditions = readQuery(question.query, now());
    if (!conditions.ok) return conditions;
    finder.catchUp();
    const context = finder.context(stop);
    return success(
      use({ context, conditions: conditions.value, plan: makePlan(conditions.value, question, context) }),
    );
  };
  const noStop = () => {};
  return {
    page: (question, stop = noStop) => ask(question, stop, (asked) => answerPage(finder, asked, question)),
    count: (question, stop = noStop) =>
      ask(question, stop, ({ context, plan }) =>
        countPlaces(context, plan, question.exact ? Infinity : COUNT_PATIENCE_MS),
      ),
    facets: (question, stop = noStop) => ask(question, stop, (asked) => answerFacets(asked, question)),
    series: (question, stop = noStop) =>
      ask(question, stop, ({ context, plan }) =>
        seriesOf(context, allPlaces(context, plan), question.buckets),
      ),
    select: (question, stop = noStop) =>
      ask(question, stop, ({ context, plan }) =>
        Array.from(allPlaces(context, plan), (index) => context.columns.of.sequence[index] ?? 0).sort(
          (a, b) => a - b,
        ),
      ),
    expired(retention, at) {
      finder.catchUp();
      const { columns, beside } = finder.context(noStop);
      return success(expiredSequences(evidence, columns, beside, retention, at));
    },
    improve() {
      finder.catchUp();
      return finder.improve();
    },
    close() {
      finder.close();
      evidence.close();
    },
  };
}

type Asked = {
  readonly context: WalkContext;
  readonly plan: Plan;
  readonly conditions: readonly Condition[];
};

/** Code: `history.query-invalid`. */
export function readQuery({ text, timeZone }: HistoryQueryText, now: number): Result<Condition[]> {
  const { terms, problems } = parseQuery(text);
  const [problem] = problems;
  if (problem !== undefined) return failure("history.query-invalid", problem.message, { problems });
  const context = { now, timeZone: isTimeZone(timeZone) ? timeZone : "UTC" };
  return success(
    resolveTerms(
      terms.map(({ term }) => term),
      context,
    ),
  );
}

function answerPage(
  finder: Finder,
  { context, plan }: Asked,
  { sort, cursor, limit }: PageQuestion,
): Omit<HistoryPage, "total"> {
  const { of } = context.columns;
  const { places, next } = findPage(context, plan, sort, cursor, limit);
  const rows = places
    .map((index) => finder.summary(of.sequence[index] ?? 0))
    .filter((row): row is ExchangeSummary => row !== null);
  return { rows, next, newest: of.sequence[context.columns.length() - 1] ?? 0 };
}

function answerFacets(
  { context, conditions, plan }: Asked,
  { facets, limit }: FacetsQuestion,
): FacetCounts[] {
  const all = allPlaces(context, plan);
  return facets.map((facet) => {
    const others = conditions.filter((condition) => condition.facet !== facet);
    if (others.length === conditions.length) return countFacet(context, facet, all, limit);
    const open = {
      ...makePlan(others, { newerThan: null, upTo: null }, context),
      start: plan.start,
      end: plan.end,
    };
    return countFacet(context, facet, allPlaces(context, open), limit);
  });
}

function allPlaces(context: WalkContext, plan: Plan): Uint32Array {
  const places = new Uint32Array(plan.end - plan.start);
  let count = 0;
  walk(context, plan, "descending", beginning(plan, "descending"), (index) => {
    if (plan.passesSlow === null || plan.passesSlow(index)) {
      places[count] = index;
      count += 1;
    }
    return true;
  });
  return places.subarray(0, count);
}

function countPlaces(context: WalkContext, plan: Plan, patience: number): Count {
  const deadline = performance.now() + patience;
  let count = 0;
  let visited = 0;
  const isExact = walk(context, plan, "descending", beginning(plan, "descending"), (index) => {
    visited += 1;
    if (plan.passesSlow === null || plan.passesSlow(index)) count += 1;
    return plan.passesSlow === null || visited % 32 !== 0 || performance.now() < deadline;
  });
  return { count, isExact };
}
