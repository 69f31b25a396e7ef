// The style sheet is read as the file it is; vitest would hand out an empty one.
// oxlint-disable-next-line no-restricted-imports
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("tokens.css", import.meta.url), "utf8");

type Colours = ReadonlyMap<string, { readonly light: string; readonly dark: string }>;

/** The colours of a part of the style sheet, each as its light and its dark one. */
function coloursIn(part: string): Colours {
  return new Map(
    [...part.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/gu)].map(
      ([, name = "", light = "", dark = ""]) => [name, { light, dark }],
    ),
  );
}

const [usualPart = "", chosenPart = "", systemPart = ""] = css.split(
  /:root\[data-contrast="high"\]|@media \(prefers-contrast: more\)/u,
);
const usual = coloursIn(usualPart);
const high = coloursIn(chosenPart);

const BACKGROUNDS = ["surface", "surface-raised", "accent-soft"];
const TEXTS_ANYWHERE = ["text", "text-faint", "text-muted", "accent-text"];
const TEXTS_ON_SURFACES = ["failed", "rejected", "json-key", "json-string", "json-number", "json-literal"];
const OUTCOMES = ["accepted", "rejected", "failed", "unrecognised", "cancelled"];

const pairs = [
  ...TEXTS_ANYWHERE.flatMap((text) => BACKGROUNDS.map((background) => [text, background])),
  ...TEXTS_ON_SURFACES.flatMap((text) =>
    ["surface", "surface-raised"].map((background) => [text, background]),
  ),
  ...OUTCOMES.map((outcome) => [outcome, `${outcome}-soft`]),
  ["on-accent", "accent"],
  ["text", "rejected-soft"],
  ["text", "failed-soft"],
];

describe.each(["light", "dark"] as const)("colours of the %s theme", (theme) => {
  it.each(pairs)("%s can be read on %s (WCAG AA, 4.5 to 1)", (text, background) => {
    expect(contrast(colour(usual, text, theme), colour(usual, background, theme))).toBeGreaterThanOrEqual(
      4.5,
    );
  });

  const highColours = new Map([...usual, ...high]);
  it.each(pairs)("%s can be read on %s in high contrast (WCAG AAA, 7 to 1)", (text, background) => {
    const [one, other] = [colour(highColours, text, theme), colour(highColours, background, theme)];
    expect(contrast(one, other)).toBeGreaterThanOrEqual(7);
  });

  it.each(["border", "border-soft", "border-field"])("%s can be seen in high contrast (3 to 1)", (border) => {
    const [one, other] = [colour(highColours, border, theme), colour(highColours, "surface", theme)];
    expect(contrast(one, other)).toBeGreaterThanOrEqual(3);
  });
});

it("has the same colours for high contrast chosen here and in the system", () => {
  expect([...coloursIn(systemPart)]).toEqual([...high]);
});

function colour(colours: Colours, name: string | undefined, theme: "light" | "dark"): string {
  const value = colours.get(name ?? "")?.[theme];
  if (value === undefined) throw new Error(`There is no token --${name}.`);
  return value;
}

/** WCAG 2's relative luminance and contrast. */
function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((index) => Number.parseInt(hex.slice(index, index + 2), 16) / 255)
    .map((channel) => (channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
