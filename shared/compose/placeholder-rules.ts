import { rule } from "../validation/rules/rule.ts";

const SOURCE = "The console's own rule for placeholders";

/** Rules on the placeholders of a draft, beside those on the payload. */
export const placeholderRules = {
  "placeholder.unresolved": rule("error", null, "Every placeholder stands for a value.", SOURCE),
  "placeholder.unclosed": rule("info", null, "Where {{ opens a placeholder, }} closes it.", SOURCE),
  "placeholder.wrong-type": rule(
    "error",
    null,
    "What a placeholder stands for can be written in the declared type of its parameter.",
    SOURCE,
  ),
} as const;

export type PlaceholderRuleName = keyof typeof placeholderRules;
