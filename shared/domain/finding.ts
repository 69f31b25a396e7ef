import { z } from "zod";

export const severitySchema = z.enum(["error", "warning", "info"]);
export type Severity = z.infer<typeof severitySchema>;

/** Where in the text a finding points: offsets count UTF-16 units from 0, line and column count from 1. */
export const positionSchema = z.object({
  offset: z.number().int().nonnegative(),
  length: z.number().int().nonnegative(),
  line: z.number().int().positive(),
  column: z.number().int().positive(),
});
export type Position = z.infer<typeof positionSchema>;

/**
 * A change of the draft's text that certainly mends the finding. `label` is what the button says. The edits are applied
 * together, to the text the finding was made from.
 */
export const fixSchema = z.object({
  label: z.string(),
  edits: z.array(
    z.object({
      offset: z.number().int().nonnegative(),
      length: z.number().int().nonnegative(),
      text: z.string(),
    }),
  ),
});
export type Fix = z.infer<typeof fixSchema>;

/**
 * One result of validating a payload.
 * `rule` is our stable name (docs/rules.md), `code` the vendor's number where there is one, `path` a JSON pointer
 * (`/context/email`, empty for the whole document), `source` the document the rule was taken from.
 */
export const findingSchema = z.object({
  rule: z.string(),
  code: z.number().int().nullable(),
  severity: severitySchema,
  path: z.string(),
  message: z.string(),
  source: z.string(),
  position: positionSchema.optional(),
  fix: fixSchema.optional(),
});
export type Finding = z.infer<typeof findingSchema>;
