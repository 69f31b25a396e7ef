import type { Deviation } from "./deviation.ts";
import type { WritingStyle } from "./rewrite.ts";

/** Another way to write a document, and what is said of it. */
export type Rewrite = { readonly deviation: Deviation; readonly style: Partial<WritingStyle> };

function rewrite(id: string, phrase: string, style: Partial<WritingStyle>): Rewrite {
  return { deviation: { id, about: "message", phrase }, style };
}

/**
 * What JSON libraries are known to do when they write again what they have read (OPTIMOVE-API.md sections 1 and 6). One of
 * each axis can be at work; those of different axes come together.
 */
export const REWRITES: readonly (readonly Rewrite[])[] = [
  [
    rewrite("slashes.escaped", "with every slash written as \\/, as PHP's json_encode does", {
      slashes: "escaped",
    }),
    rewrite("slashes.plain", "with every \\/ written as a plain slash", { slashes: "plain" }),
  ],
  [
    rewrite("unicode.escaped", "with characters beyond ASCII written as \\uXXXX", { unicode: "lower" }),
    rewrite("unicode.escaped-upper", "with characters beyond ASCII written as \\uXXXX in capital letters", {
      unicode: "upper",
    }),
    rewrite("unicode.plain", "with \\uXXXX escapes written as the characters themselves", {
      unicode: "plain",
    }),
  ],
  [
    rewrite("numbers.shortest", "with numbers in their shortest form (100.00 as 100)", {
      numbers: "shortest",
    }),
    rewrite("numbers.floating", "with numbers as floating-point types write them (100.00 as 100.0)", {
      numbers: "floating",
    }),
  ],
  [
    rewrite("space.none", "without white space between its values", { layout: "compact" }),
    rewrite("space.single", "with one space after each comma and colon, as Python's json.dumps writes it", {
      layout: "spaced",
    }),
    rewrite("space.indent-2", "laid out with two spaces a level", { layout: "  " }),
    rewrite("space.indent-4", "laid out with four spaces a level", { layout: "    " }),
    rewrite("space.indent-tab", "laid out with a tab a level", { layout: "\t" }),
  ],
  [
    rewrite(
      "markup.go",
      "with <, > and & written as \\u003c, \\u003e and \\u0026, as Go's encoding/json does",
      {
        markup: "go",
      },
    ),
    rewrite(
      "markup.dotnet",
      "with quotes and signs of HTML written as \\uXXXX, as .NET's System.Text.Json does",
      {
        markup: "dotnet",
      },
    ),
  ],
  [rewrite("names.sorted", "with its fields sorted by name", { isSorted: true })],
];
