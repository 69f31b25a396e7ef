import type { Severity } from "../domain/finding.ts";

/** What is fixed about a rule of the lint; a finding adds the place, the sentence and perhaps a fix. */
export type CatalogRule = {
  readonly severity: Severity;
  /** What the rule asks for, in one line. */
  readonly summary: string;
  /** The document the rule was taken from. */
  readonly source: string;
  /** Whether a finding of this rule can carry a fix. */
  readonly hasFix: boolean;
};

const API = "OPTIMOVE-API.md";
const NAMES = `${API} section 2, Parameter values; READMEs, Important Notes (names are case sensitive, snake_case)`;
const VALUES = `${API} section 2, Parameter values; Realtime README, Important Notes`;
const IDS = `${API} section 5, Catalogs in the wild; section 2, realtime`;
const FILE = "The catalog file (optievent-catalog/1)";
const PRACTICE = `${API} section 6 (real integrations)`;

function rule(severity: Severity, summary: string, source: string, hasFix = false): CatalogRule {
  return { severity, summary, source, hasFix };
}

const nameRules = {
  "name.spaces": rule("warning", "A name has no white space.", NAMES, true),
  "name.capitals": rule("warning", "A name has no capitals.", NAMES, true),
  "name.double-underscore": rule(
    "warning",
    "A name has one underscore between words and none at its ends.",
    NAMES,
    true,
  ),
  "name.characters": rule("warning", "A name has letters of a to z, digits and underscores only.", NAMES),
  "event.differs-by-case": rule("error", "No two events have keys that differ by capitals alone.", NAMES),
  "parameter.differs-by-case": rule(
    "error",
    "No two parameters of an event differ by capitals alone.",
    NAMES,
  ),
  "parameter.case-across-events": rule(
    "warning",
    "A parameter is written with the same capitals in every event.",
    `${NAMES}; ${PRACTICE}`,
    true,
  ),
} as const;

const eventRules = {
  "event.duplicate-key": rule("error", "No two events have one key.", FILE, true),
  "event.duplicate-id": rule("error", "No two events have one id.", IDS),
  "event.id-missing": rule("warning", "An event that is sent to Realtime has an id.", IDS),
  "event.id-core": rule("error", "An id is none of the vendor's core events, 1000 to 1099.", IDS),
  "event.id-range": rule("warning", "Ids of custom events start at 1101.", IDS),
  "event.no-api": rule("warning", "An event is for at least one API.", FILE, true),
  "event.too-many-parameters": rule(
    "warning",
    "An event has at most 50 parameters.",
    `${API} section 2 (the sources say 25, 50 and 56)`,
  ),
  "event.no-description": rule("info", "Events and parameters say what they mean.", FILE),
} as const;

const parameterRules = {
  "parameter.duplicate-name": rule("error", "No two parameters of an event have one name.", FILE, true),
  "parameter.system": rule(
    "warning",
    "The vendor's system parameters are not configured anew.",
    VALUES,
    true,
  ),
  "parameter.type-differs": rule("warning", "A parameter has the same type in every event.", PRACTICE),
  "money.no-currency": rule("warning", "A catalog with amounts of money says in which currency.", VALUES),
  "money.not-number": rule(
    "warning",
    "An amount of money is a Number.",
    `${API} section 5 (real catalogs type money as String)`,
  ),
  "enum.empty": rule("error", "A list of allowed values has at least one.", FILE),
  "enum.duplicate": rule("warning", "A list of allowed values has each of them once.", FILE, true),
  "enum.wrong-type": rule("error", "Allowed values have the type of the parameter.", FILE, true),
  "enum.invalid": rule(
    "error",
    "Allowed values keep the parameter's other rules: length, format, limits. What sending would only warn of is a warning.",
    FILE,
  ),
  "example.invalid": rule("warning", "The example keeps the rules of its parameter.", FILE, true),
  "limits.impossible": rule("error", "The least is not more than the most.", FILE),
  "limits.without-effect": rule(
    "warning",
    "Length and format are of a String, least and most of a Number.",
    FILE,
    true,
  ),
} as const;

/**
 * The one table of the lint's rules. The names are stable; docs/catalog-rules.md is generated from the table. Rules of a
 * payload are another table, that of shared/validation/rules.ts.
 */
export const CATALOG_RULES = { ...nameRules, ...eventRules, ...parameterRules } satisfies Record<
  string,
  CatalogRule
>;
export type CatalogRuleName = keyof typeof CATALOG_RULES;

/** Every rule under the headings of docs/catalog-rules.md. */
export const CATALOG_RULES_BY_SUBJECT = {
  Names: nameRules,
  Events: eventRules,
  Parameters: parameterRules,
} satisfies Record<string, Record<string, CatalogRule>>;
