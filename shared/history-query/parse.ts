import { facetNames, type FacetName } from "./facet-names.ts";
import { problemOfValue } from "./facets.ts";
import type { ParsedQuery, Place, PlacedTerm, QueryProblem } from "./types.ts";

/**
 * Reads a query: words, "phrases" and `facet:value` terms, each with `-` before it for the opposite; values are alternatives
 * separated by commas, in quotes where they hold spaces, commas or quotes (`\"`). Any text can be read; what is wrong with
 * it is among the problems.
 */
export function parseQuery(text: string): ParsedQuery {
  const reader = createReader(text);
  for (;;) {
    reader.skipSpace();
    if (reader.isAtEnd()) break;
    readTerm(reader);
  }
  return { text, terms: reader.terms, problems: reader.problems };
}

type Reader = ReturnType<typeof createReader>;

function createReader(text: string) {
  const terms: PlacedTerm[] = [];
  const problems: QueryProblem[] = [];
  let position = 0;
  const reader = {
    terms,
    problems,
    position: () => position,
    isAtEnd: () => position >= text.length,
    skipSpace: () => void reader.take(/\s*/y),
    /** What the sticky pattern matches here, taken; null where it does not. */
    take(pattern: RegExp): RegExpExecArray | null {
      pattern.lastIndex = position;
      const match = pattern.exec(text);
      if (match !== null) position += match[0].length;
      return match;
    },
    complain(code: string, message: string, from: number, to = position): void {
      problems.push({ code, message, from, to });
    },
  };
  return reader;
}

function readTerm(reader: Reader): void {
  const from = reader.position();
  const negated = reader.take(/-(?=\S)/y) !== null;
  if (takeUnknownFacet(reader, from)) return;
  const facet = takeFacet(reader);
  if (facet !== null) {
    const { values, places } = readValues(reader, facet);
    if (values.length > 0) {
      const term = { kind: "facet", negated, facet, values } as const;
      reader.terms.push({ term, from, to: reader.position(), valuePlaces: places });
    }
    return;
  }
  const text = readQuoted(reader) ?? reader.take(/\S+/y)?.[0] ?? "";
  if (text === "") return;
  const term = { kind: "text", negated, text } as const;
  reader.terms.push({ term, from, to: reader.position(), valuePlaces: [] });
}

function takeFacet(reader: Reader): FacetName | null {
  const name = reader.take(FACET)?.[1]?.toLowerCase();
  return facetNames.find((known) => known === name) ?? null;
}

const FACET = new RegExp(`(${facetNames.join("|")}):`, "iy");

/** A word before a colon that is no facet is a slip, unless it begins an address: it is searched for all the same. */
function takeUnknownFacet(reader: Reader, from: number): boolean {
  const [whole = "", name = "", rest = ""] = reader.take(UNKNOWN_FACET) ?? [];
  if (whole === "") return false;
  const like = facetNames.find((known) => isLike(known, name.toLowerCase()));
  const meant = like === undefined ? "" : ` Did you mean ${like}:?`;
  reader.complain(
    "unknown-facet",
    `There is no "${name}:".${meant} Put quotes around it to look for the text.`,
    from,
    reader.position() - rest.length,
  );
  const term = { kind: "text", negated: whole.length < reader.position() - from, text: whole } as const;
  reader.terms.push({ term, from, to: reader.position(), valuePlaces: [] });
  return true;
}

const UNKNOWN_FACET = new RegExp(String.raw`(?!(?:${facetNames.join("|")}):)([A-Za-z]+):(?!\/\/)(\S*)`, "iy");

function isLike(known: string, typed: string): boolean {
  if (typed.length < 2) return false;
  return known.startsWith(typed) || typed.startsWith(known) || differByOne(known, typed);
}

/** One letter more, less or other. */
function differByOne(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  return short.slice(same + (short.length === long.length ? 1 : 0)) === long.slice(same + 1);
}

function readValues(reader: Reader, facet: FacetName): { values: string[]; places: Place[] } {
  const values: string[] = [];
  const places: Place[] = [];
  do {
    const from = reader.position();
    const value = readValue(reader);
    const place = { from, to: reader.position() };
    const problem =
      value === "" ? `${facet}: needs a value, such as ${facet}:…` : problemOfValue(facet, value);
    if (problem === null) {
      values.push(value);
      places.push(place);
    } else {
      reader.complain(value === "" ? "missing-value" : "invalid-value", problem, from);
    }
  } while (reader.take(/,/y) !== null);
  return { values, places };
}

function readValue(reader: Reader): string {
  const operator = reader.take(/(?:>=|<=|>|<|=)(?=")/y)?.[0] ?? "";
  const quoted = readQuoted(reader);
  return quoted === null ? operator + (reader.take(/[^\s,]+/y)?.[0] ?? "") : operator + quoted;
}

/** A text in quotes, without them; null where there are none. */
function readQuoted(reader: Reader): string | null {
  const from = reader.position();
  const match = reader.take(/"((?:[^"\\]|\\.?)*)("?)/sy);
  if (match === null) return null;
  if (match[2] === "")
    reader.complain("unclosed-quote", 'The quote is not closed. Add a " at its end.', from);
  return (match[1] ?? "").replaceAll(/\\(["\\])/g, "$1");
}
