import { failure, success, type Result } from "../result/result.ts";
import { evaluateNow } from "./now.ts";
import * as make from "./random-values.ts";
import type { Random } from "./random-values.ts";
import * as sample from "./sample-words.ts";

/** What a generated value may depend on. */
export type Moment = { readonly now: Date; readonly random: Random };

type DynamicName = { readonly description: string; readonly make: (moment: Moment) => string };

/** `{{$now}}` takes options and stands beside the table. */
const NOW = "$now";

const fromList = (description: string, values: readonly string[]): DynamicName => ({
  description,
  make: ({ random }) => make.pick(random, values),
});
const fromRandom = (description: string, made: (random: Random) => string): DynamicName => ({
  description,
  make: ({ random }) => made(random),
});

/** The names and their meanings follow Postman's, so that nobody has to learn them twice. */
const DYNAMIC_NAMES: Readonly<Record<string, DynamicName>> = {
  $guid: fromRandom("A UUID, version 4", make.uuid),
  $timestamp: {
    description: "Now, in whole seconds since 1970",
    make: ({ now }) => String(Math.floor(now.getTime() / 1000)),
  },
  $isoTimestamp: { description: "Now, in ISO-8601 UTC", make: ({ now }) => now.toISOString() },
  $randomUUID: fromRandom("A UUID, version 4", make.uuid),
  $randomAlphaNumeric: fromRandom("One letter or digit", make.alphanumeric),
  $randomBoolean: fromList("true or false", ["true", "false"]),
  $randomInt: fromRandom("A whole number from 0 to 1000", (random) => String(make.integer(random, 0, 1000))),
  $randomPrice: fromRandom("An amount from 0.00 to 1000.00", make.price),
  $randomColor: fromList("A colour by name", sample.colors),
  $randomHexColor: fromRandom("A colour as #rrggbb", make.hexColor),
  $randomFirstName: fromList("A first name", sample.firstNames),
  $randomLastName: fromList("A last name", sample.lastNames),
  $randomFullName: fromRandom("A first and a last name", make.fullName),
  $randomUserName: fromRandom("A user name", make.userName),
  $randomEmail: fromRandom("An email address of an example domain", make.email),
  $randomExampleEmail: fromRandom("An email address of an example domain", make.email),
  $randomPhoneNumber: fromRandom("A telephone number that is nobody's", make.phoneNumber),
  $randomCompanyName: fromRandom("A company's name", make.companyName),
  $randomCity: fromList("A city", sample.cities),
  $randomCountry: fromList("A country", sample.countries),
  $randomCountryCode: fromList("A country as two letters", sample.countryCodes),
  $randomCurrencyCode: fromList("A currency as three letters", sample.currencyCodes),
  $randomLocale: fromList("A language as two letters", sample.locales),
  $randomProduct: fromList("A product", sample.products),
  $randomProductName: fromRandom("A product's name", make.productName),
  $randomDomainName: fromList("An example domain", sample.exampleDomains),
  $randomUrl: fromRandom("An https address of an example domain", make.webAddress),
  $randomIP: fromRandom("An IPv4 address that is nobody's", make.ipAddress),
  $randomWord: fromList("A word", sample.words),
  $randomWords: fromRandom("Two to five words", make.severalWords),
};

/** Every dynamic name with its `$`, and what it gives, for lists to choose from. */
export const dynamicNames: readonly { readonly name: string; readonly description: string }[] = [
  { name: NOW, description: "Now, with an offset (-2h, +1d) and a format (seed, micro, iso)" },
  ...Object.entries(DYNAMIC_NAMES).map(([name, { description }]) => ({ name, description })),
];

/**
 * The text that a dynamic name stands for; `expression` is what stands between the braces, e.g. `$now:-2h:iso`.
 * Codes: `placeholder.unknown`, `placeholder.options`.
 */
export function evaluateDynamicName(expression: string, moment: Moment): Result<string> {
  const [name = "", ...options] = expression.split(":").map((part) => part.trim());
  if (name === NOW) return evaluateNow(options, moment.now);
  const known = Object.hasOwn(DYNAMIC_NAMES, name) ? DYNAMIC_NAMES[name] : undefined;
  if (known === undefined)
    return failure("placeholder.unknown", `There is no dynamic name ${name}.${suggest(name)}`);
  if (options.length > 0) return failure("placeholder.options", `${name} takes no options.`);
  return success(known.make(moment));
}

function suggest(name: string): string {
  const lowered = name.toLowerCase();
  const similar = dynamicNames.find((known) => known.name.toLowerCase() === lowered);
  return similar === undefined ? "" : ` Did you mean ${similar.name}?`;
}
