type Option<Value extends string> = { readonly value: Value; readonly label: string };

/**
 * What a key on the closed button of a choice leads to, as with the browser's own: up and down open it, left and right take the
 * option beside, a letter the next one that begins with it. null for a key that means nothing here.
 */
export function optionAfterKey<Value extends string>(
  key: string,
  options: readonly Option<Value>[],
  value: Value | null,
): Option<Value> | "open" | null {
  if (key === "ArrowDown" || key === "ArrowUp") return "open";
  const here = options.findIndex((option) => option.value === value);
  if (key === "ArrowRight") return options[here + 1] ?? null;
  if (key === "ArrowLeft") return options[here - 1] ?? null;
  if (!/^\S$/u.test(key)) return null;
  const after = [...options.slice(here + 1), ...options.slice(0, here + 1)];
  return after.find(({ label }) => label.toLowerCase().startsWith(key.toLowerCase())) ?? null;
}
