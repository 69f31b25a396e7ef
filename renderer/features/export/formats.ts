import type { ExportFormat, RedactionProfile } from "../../../shared/domain/history-export.ts";
import type { SelectOption } from "../../ui/select.tsx";

/** The formats in the order in which people look for them, each with what it is for. */
const FORMATS: Readonly<Record<ExportFormat, { readonly label: string; readonly purpose: string }>> = {
  bundle: {
    label: "Support bundle (zip)",
    purpose: "For a support ticket: HTML, HAR and NDJSON together, with a README and checksums.",
  },
  html: {
    label: "HTML page",
    purpose: "To read and search in any browser, without a network. Best below 10,000 exchanges.",
  },
  har: { label: "HAR 1.2", purpose: "For browsers' developer tools and whatever else reads HTTP archives." },
  md: { label: "Markdown", purpose: "To paste into a ticket." },
  csv: { label: "CSV", purpose: "For spreadsheets. Cells that would be formulas begin with an apostrophe." },
  sh: {
    label: "cURL script",
    purpose: "A shell script that sends the requests again. Secrets are read from the environment.",
  },
  postman: {
    label: "Postman collection 2.1",
    purpose: "Requests with their answers as examples. Secrets are variables.",
  },
  ndjson: {
    label: "NDJSON",
    purpose: "The whole records, one a line, to import into another console or to process.",
  },
  json: { label: "JSON", purpose: "The whole records as one document." },
};

export const FORMAT_OPTIONS: readonly SelectOption<ExportFormat>[] = Object.entries(FORMATS).map(
  ([value, { label }]) => ({
    value: value as ExportFormat,
    label,
  }),
);

export function purposeOf(format: ExportFormat): string {
  return FORMATS[format].purpose;
}

export const PROFILE_OPTIONS: readonly { readonly value: RedactionProfile; readonly label: string }[] = [
  { value: "none", label: "As it is" },
  { value: "pseudonymised", label: "Pseudonyms" },
  { value: "masked", label: "Masked" },
];

export const PROFILE_SENTENCES: Readonly<Record<RedactionProfile, string>> = {
  none: "Customers, visitors and email addresses are in the file. Secrets are not: references stand in their place.",
  pseudonymised:
    "Customers, visitors and email addresses get pseudonyms, the same one wherever they occur in this file. Secrets are references.",
  masked:
    "Besides pseudonyms for people, the value of every parameter is masked. Names, types and lengths can still be seen.",
};
