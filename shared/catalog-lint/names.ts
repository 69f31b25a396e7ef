const SNAKE_CASE = /^[a-z0-9]+(?:_[a-z0-9]+)*$/;

/** Which rule of style a name breaks first; null for one in the vendor's style. */
export function styleRuleOf(
  name: string,
): "name.spaces" | "name.capitals" | "name.double-underscore" | "name.characters" | null {
  if (SNAKE_CASE.test(name)) return null;
  if (/\s/u.test(name)) return "name.spaces";
  if (!/^\w+$/.test(name)) return "name.characters";
  return /[A-Z]/.test(name) ? "name.capitals" : "name.double-underscore";
}

/** What is wrong, as the end of "`Total Amount` ...". */
export const STYLE_WORDS = {
  "name.spaces": "has white space in it",
  "name.capitals": "has capitals",
  "name.double-underscore": "has an underscore too many",
  "name.characters": "has characters other than letters, digits and underscores",
} as const;

/** The name in the vendor's style: `Total Amount` and `totalAmount` as `total_amount`; null where nothing certain comes of it. */
export function snakeCased(name: string): string | null {
  if (!/^[\w\s.-]+$/u.test(name)) return null;
  const snake = name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, "$1_$2")
    .toLowerCase()
    .replaceAll(/[\s_.-]+/gu, "_")
    .replaceAll(/^_+|_+$/g, "");
  return SNAKE_CASE.test(snake) ? snake : null;
}
