import { jsonTexts, plainTexts } from "../catalog/number-texts.ts";
import { checkValue, isValidValue } from "../validation/check-value.ts";
import { isJsonNumber } from "../validation/numbers.ts";
import type { Parameter } from "../domain/catalog.ts";
import type { RuleProfile } from "../domain/tenant.ts";
import type { Severity } from "../domain/finding.ts";
import { assertNever } from "../result/result.ts";
import type { RuleName } from "../validation/rules.ts";

/** A value that breaks a rule, as JSON text, and what it is in words that follow the parameter's name. */
export type WrongValue = {
  readonly rule: RuleName;
  readonly severity?: Severity;
  readonly valueText: string;
  readonly words: string;
};

/** Everything that can be wrong with the value of a parameter, `right` being one that is not. */
export function wrongValues(
  parameter: Parameter,
  right: string,
  profile: RuleProfile,
): readonly WrongValue[] {
  return [
    ...emptyValues(parameter),
    ...wrongTypes(parameter, right, profile),
    ...tooLong(parameter, profile),
    ...wrongFormats(parameter),
    ...outsideRange(parameter),
    ...notAllowed(parameter, profile),
  ];
}

function emptyValues({ required, type }: Parameter): WrongValue[] {
  if (required !== true) return [wrong("value.wrong-type", "null", "is null")];
  const isNull = wrong("parameter.missing", "null", "is null");
  return type === "string" ? [wrong("parameter.missing", '""', "is empty"), isNull] : [isNull];
}

/** The rules, but for mere remarks, that a value breaks. */
export function rulesBroken(
  parameter: Parameter,
  valueText: string,
  profile: RuleProfile,
): readonly string[] {
  const findings = checkValue(parameter, valueText, profile).filter(({ severity }) => severity !== "info");
  return [...new Set(findings.map(({ rule }) => rule))];
}

/** A number that would be right as a text where there is one, so that only its type is wrong. */
function wrongNumber(parameter: Parameter, profile: RuleProfile): string {
  const allowed = plainTexts(parameter, "enum").filter(isJsonNumber);
  const candidates = ["12345", "1", ...allowed];
  return candidates.find((text) => rulesBroken(parameter, text, profile).length === 1) ?? "12345";
}

function wrongTypes(parameter: Parameter, right: string, profile: RuleProfile): WrongValue[] {
  const { type } = parameter;
  const number = wrongNumber(parameter, profile);
  const nested = [
    wrong("value.nested", '{"value":1}', "is an object"),
    wrong("value.nested", '["a","b"]', "is an array"),
  ];
  switch (type) {
    case "string":
      return [
        wrong("value.wrong-type", number, `is the number ${number}`),
        wrong("value.wrong-type", "true", "is the Boolean true"),
        ...nested,
      ];
    case "number":
      return [
        wrong("value.wrong-type", JSON.stringify(right), `is the string ${JSON.stringify(right)}`),
        wrong("value.wrong-type", '"twelve"', 'is the string "twelve"'),
        wrong("value.wrong-type", "true", "is the Boolean true"),
        ...nested,
      ];
    case "boolean":
      return [
        wrong("value.wrong-type", '"true"', 'is the string "true"'),
        wrong("value.wrong-type", '"Yes"', 'is the string "Yes"'),
        wrong("value.wrong-type", "1", "is the number 1"),
        ...nested,
      ];
    default:
      return assertNever(type);
  }
}

/** Over the limit that refuses, and over the one that only warns where that is another. */
function tooLong({ type, maxLength }: Parameter, profile: RuleProfile): WrongValue[] {
  if (type !== "string") return [];
  const limit = Math.min(maxLength ?? Infinity, profile.textErrorLength);
  const over = (length: number, severity: Severity): WrongValue => ({
    rule: "value.too-long",
    severity,
    valueText: JSON.stringify("x".repeat(length)),
    words: `has ${length} characters`,
  });
  const warned = profile.textWarningLength + 1;
  return [...(warned <= limit ? [over(warned, "warning")] : []), over(limit + 1, "error")];
}

function wrongFormats({ type, format }: Parameter): WrongValue[] {
  if (type !== "string" || format === undefined) return [];
  switch (format) {
    case "email":
      return [
        wrong("email.invalid", '"johndoe@domain"', "is an email address without a whole domain"),
        wrong("email.invalid", '"johndoe.domain.com"', "is an email address without an @"),
      ];
    case "url":
      return [
        wrong("url.invalid", '"www.example.com"', "is a web address without https://"),
        wrong("url.invalid", '"https://example.com/a page"', "is a web address with a blank in it"),
      ];
    case "date-time":
      return [
        wrong("date-time.invalid", '"2026-02-30T10:00:00Z"', "is a day that does not exist"),
        wrong("date-time.invalid", '"23/11/2026"', "is a date as people write it"),
      ];
    default:
      return assertNever(format);
  }
}

/** Just outside; where doubles are so far apart that there is no "just", as far as it takes. */
function outsideRange({ type, minimum, maximum }: Parameter): WrongValue[] {
  if (type !== "number") return [];
  const values: WrongValue[] = [];
  const below = minimum === undefined ? null : neighbour(minimum, -1);
  const above = maximum === undefined ? null : neighbour(maximum, 1);
  if (below !== null) values.push(wrong("value.out-of-range", below, `is ${below}, less than the least`));
  if (above !== null) values.push(wrong("value.out-of-range", above, `is ${above}, more than the most`));
  return values;
}

function neighbour(number: number, step: 1 | -1): string | null {
  const next = [number + step, number + step * Math.abs(number)].find(
    (one) => Number.isFinite(one) && (step === 1 ? one > number : one < number),
  );
  return next === undefined ? null : JSON.stringify(next);
}

function notAllowed(parameter: Parameter, profile: RuleProfile): WrongValue[] {
  const { type, enum: allowed, ...rest } = parameter;
  if (allowed === undefined) return [];
  const candidates = {
    string: ['"none_of_them"', '"other"'],
    number: ["1", "2", "987654"],
    boolean: ["true", "false"],
  };
  const texts = new Set(jsonTexts(parameter, "enum"));
  const free = candidates[type].filter((text) => !texts.has(text));
  const best = free.find((text) => isValidValue({ ...rest, type }, text, profile)) ?? free[0];
  return best === undefined ? [] : [wrong("value.not-allowed", best, `is ${best}, which is not allowed`)];
}

function wrong(rule: RuleName, valueText: string, words: string): WrongValue {
  return { rule, valueText, words };
}
