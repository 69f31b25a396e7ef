import * as make from "../compose/random-values.ts";
import type { Random } from "../compose/random-values.ts";
import * as sample from "../compose/sample-words.ts";

type Hint = readonly [words: RegExp, make: (random: Random) => string];

const any =
  (values: readonly string[]) =>
  (random: Random): string =>
    make.pick(random, values);

/** What a text is by the words of its parameter's name; the first that fits counts. */
const TEXT_HINTS: readonly Hint[] = [
  [/\be ?mail\b/, make.email],
  [/\b(?:phone|mobile|telephone|msisdn)\b/, make.phoneNumber],
  [/\b(?:url|uri|link|referrer)\b/, make.webAddress],
  [/\bfirst ?name\b/, any(sample.firstNames)],
  [/\b(?:last|family) ?name\b|\bsurname\b/, any(sample.lastNames)],
  [/\buser ?name\b|\blogin\b/, make.userName],
  [/\b(?:product|item|sku) (?:name|title)\b/, make.productName],
  [/\b(?:full|customer|contact) ?name\b/, make.fullName],
  [/\bcompany\b/, make.companyName],
  [/\bcity\b/, any(sample.cities)],
  [/\bcountry code\b/, any(sample.countryCodes)],
  [/\bcountry\b/, any(sample.countries)],
  [/\bcurrency\b/, any(sample.currencyCodes)],
  [/\b(?:language|locale|lang)\b/, any(sample.locales)],
  [/\bcolou?r\b/, any(sample.colors)],
  [/\bip\b/, make.ipAddress],
  [/\b(?:guid|uuid)\b/, make.uuid],
];

/** A text such as the name of its parameter promises; null where the name says nothing. */
export function hintedText(name: string, random: Random): string | null {
  const words = wordsOf(name);
  return TEXT_HINTS.find(([pattern]) => pattern.test(words))?.[1](random) ?? null;
}

/** Numbers by the words of a name: from, to, digits after the point. */
const NUMBER_HINTS: readonly (readonly [RegExp, readonly [number, number, number]])[] = [
  [/\b(?:price|amount|total|value|revenue|cost|balance|discount|deposit|bet|win)\b/, [5, 500, 2]],
  [/\b(?:quantity|count|items?|number of)\b/, [1, 9, 0]],
  [/\bage\b/, [18, 80, 0]],
  [/\b(?:rating|stars|score)\b/, [1, 5, 0]],
  [/\b(?:percent|percentage|rate)\b/, [1, 100, 0]],
  [/\byear\b/, [1960, 2005, 0]],
  [/\bid\b/, [10_000, 99_999, 0]],
];

/** The range that the name of a number's parameter promises. */
export function hintedRange(name: string): readonly [number, number, number] {
  const words = wordsOf(name);
  return NUMBER_HINTS.find(([pattern]) => pattern.test(words))?.[1] ?? [1, 100, 0];
}

/** `itemCount`, `item_count` and `Item-Count` are the words `item count`. */
function wordsOf(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll(/[\s_.-]+/g, " ")
    .toLowerCase();
}
