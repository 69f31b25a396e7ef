import { z } from "zod";

/** What history can be exported to. `bundle` is the support bundle, a zip with HTML, HAR and NDJSON. */
export const exportFormatSchema = z.enum([
  "har",
  "ndjson",
  "json",
  "csv",
  "md",
  "html",
  "sh",
  "postman",
  "bundle",
]);
export type ExportFormat = z.infer<typeof exportFormatSchema>;

/**
 * How personal data leaves. Secrets never do. `pseudonymised`: identities and email addresses are replaced, the same one always by
 * the same; `masked`: the values of all parameters too.
 */
export const redactionProfileSchema = z.enum(["none", "pseudonymised", "masked"]);
export type RedactionProfile = z.infer<typeof redactionProfileSchema>;
