import { assertNever } from "../result/result.ts";
import { facetNames, type FacetName } from "./facet-names.ts";
import { facets } from "./facets.ts";
import { printValue } from "./print.ts";

/** What can be written at the caret. `insert` replaces the text from `from` to `to`; the caret then stands behind it. */
export type QueryOption = {
  readonly insert: string;
  readonly label: string;
  readonly detail: string;
};

export type QueryCompletion = {
  readonly from: number;
  readonly to: number;
  /** What of it is typed already, in lower case. */
  readonly typed: string;
  /** Whose values are asked for; null where the name of a facet is. */
  readonly facet: FacetName | null;
  /** What the language itself offers; values of history are the caller's to add with `withValues`. */
  readonly options: readonly QueryOption[];
};

/** Names of facets at the start of a term, and values behind a colon or a comma; null inside of other text. */
export function completeQuery(text: string, caret: number): QueryCompletion | null {
  const before = text.slice(0, caret);
  const word = /(?:^|\s)-?((?:[^\s"]|"(?:[^"\\]|\\.)*"?)*)$/.exec(before)?.[1] ?? "";
  const start = caret - word.length;
  const colon = word.indexOf(":");
  if (colon === -1) return word.includes('"') ? null : completeName(word, start, text, caret);
  const name = word.slice(0, colon).toLowerCase();
  const facet = facetNames.find((known) => known === name);
  if (facet === undefined) return null;
  const last = /(?:[^,"]|"(?:[^"\\]|\\.)*"?)*$/.exec(word.slice(colon + 1))?.[0] ?? "";
  return completeValue(facet, last, caret, text);
}

function completeName(word: string, from: number, text: string, caret: number): QueryCompletion {
  const typed = word.toLowerCase();
  const rest = /^[A-Za-z]*:?/.exec(text.slice(caret))?.[0] ?? "";
  const options = facetNames
    .filter((name) => name.startsWith(typed))
    .map((name) => ({
      insert: `${name}:`,
      label: `${name}:`,
      detail: `${facets[name].description}, e.g. ${name}:${facets[name].example}`,
    }));
  return { from, to: caret + rest.length, typed, facet: null, options };
}

function completeValue(facet: FacetName, last: string, caret: number, text: string): QueryCompletion {
  const rest = last.startsWith('"') ? '"' : "";
  const to = rest !== "" && text.startsWith(rest, caret) ? caret + 1 : caret;
  const typed = last.replaceAll('"', "").toLowerCase();
  const options = offered(facet)
    .filter((value) => value.startsWith(typed))
    .map((value) => ({ insert: value, label: value, detail: "" }));
  return { from: caret - last.length, to, typed, facet, options };
}

function offered(facet: FacetName): readonly string[] {
  const { kind, choices } = facets[facet];
  switch (kind) {
    case "choice":
      return choices;
    case "status":
      return ["2xx", "4xx", "5xx", ">=500"];
    case "duration":
      return [">100ms", ">500ms", ">1s", ">5s"];
    case "time":
      return ["today", "yesterday", "1h", "24h", "7d"];
    case "day":
      return ["today", "yesterday"];
    case "pattern":
    case "contains":
      return [];
    default:
      return assertNever(kind);
  }
}

/** With the values of history, as `history.facets` answers them: those that begin as typed, then those that contain it. */
export function withValues(
  completion: QueryCompletion,
  values: readonly { readonly value: string; readonly label: string; readonly count: number }[],
): QueryCompletion {
  const fixed = new Set(completion.options.map(({ insert }) => insert));
  const fits = values.filter(
    ({ value, label }) => !fixed.has(value) && `${value}\n${label}`.toLowerCase().includes(completion.typed),
  );
  const isFirst = ({ value }: { readonly value: string }) => value.toLowerCase().startsWith(completion.typed);
  const sorted = [...fits.filter(isFirst), ...fits.filter((one) => !isFirst(one))];
  const options = sorted.map(({ value, label, count }) => ({
    insert: printValue(value),
    label,
    detail: count.toLocaleString("en-GB"),
  }));
  return { ...completion, options: [...completion.options, ...options] };
}
