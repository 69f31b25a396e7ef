import { rule, source } from "./rule.ts";

/** Rules on `context`, its parameters and the names in the body. */
export const contextRules = {
  "context.missing": rule("error", null, "`context` is there; it may be `{}`.", source.optievent),
  "context.not-object": rule("error", null, "`context` is an object.", source.optievent),
  "parameter.unknown": rule("warning", 1030, "The parameter is configured for the event.", source.codes),
  "parameter.missing": rule("error", 1040, "Every mandatory parameter is there and not empty.", source.codes),
  "value.too-long": rule(
    "warning",
    1050,
    "Text has at most 255 characters; over 4000, or over the catalog's own limit, is an error.",
    `${source.codes}; ${source.values}`,
    { profile: ["textWarningLength", "textErrorLength"] },
  ),
  "value.wrong-type": rule(
    "error",
    1060,
    "The value has the type that is configured: String, Number or Boolean.",
    `${source.codes}; ${source.values}`,
    { hasFix: true },
  ),
  "value.nested": rule("error", null, "A value is no object and no array.", source.values),
  "value.not-allowed": rule("error", null, "The value is one that the catalog lists.", source.catalog),
  "value.out-of-range": rule(
    "error",
    null,
    "The number is within the catalog's minimum and maximum.",
    source.catalog,
  ),
  "email.invalid": rule("error", 1080, "An email parameter holds an email address.", source.codes),
  "url.invalid": rule("error", 1090, "A URL parameter holds an http or https address.", source.codes),
  "date-time.invalid": rule(
    "error",
    null,
    "A date-time parameter holds a time in one of the three formats that are known.",
    `${source.catalog}; ${source.timestamp}`,
  ),
  "number.decimal": rule(
    "info",
    null,
    "A number has no decimals, which some triggers cannot use.",
    source.values,
  ),
  "name.case": rule(
    "error",
    null,
    "Names of events, parameters and fields have the configured capitals.",
    source.names,
    { hasFix: true },
  ),
  "name.style": rule("warning", null, "Names are lower-case snake_case.", source.names, {
    profile: ["nameStyle"],
  }),
} as const;
