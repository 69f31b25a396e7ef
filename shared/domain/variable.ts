import { z } from "zod";

/**
 * What a variable may be called: it stands between the braces of a placeholder, beside dynamic names, which start with `$`, and
 * references to secrets, which have a colon.
 */
const VARIABLE_NAME = /^[\p{L}_][\p{L}\p{N}_.-]{0,99}$/u;

/** Why a text cannot be a variable's name, as a sentence; null where it can. */
export function variableNameProblem(name: string): string | null {
  if (VARIABLE_NAME.test(name)) return null;
  if (name === "") return "A variable needs a name.";
  if (name.length > 100) return "A variable's name has at most 100 characters.";
  return "A variable's name starts with a letter or _ and goes on with letters, digits, _ . or -.";
}

/** A name that drafts refer to as `{{name}}`, and the text it stands for. Not for secrets: values are shown and stored in clear. */
export const variableSchema = z.object({
  name: z.string().regex(VARIABLE_NAME, "A variable's name starts with a letter or _."),
  value: z.string().max(10_000),
});
export type Variable = z.infer<typeof variableSchema>;

/** Each name once, in the order they are listed in. */
export const variablesSchema = z
  .array(variableSchema)
  .max(500)
  .refine((variables) => new Set(variables.map(({ name }) => name)).size === variables.length, {
    message: "Two variables have the same name",
  });

/** What names stand for, from the layers given: of a name in several the last counts. */
export function variableScope(...layers: readonly (readonly Variable[])[]): Readonly<Record<string, string>> {
  return Object.fromEntries(layers.flat().map(({ name, value }) => [name, value]));
}
