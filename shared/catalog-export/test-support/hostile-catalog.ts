import type { Catalog } from "../../domain/catalog.ts";

/** Names and texts that would break out of what they are written into. */
export const HOSTILE_TEXTS = [
  `*/ export const injected = 1; /*`,
  "`whoami`${process.exit(1)}",
  `a | b \\| c`,
  `<script>alert(1)</script><img src=x onerror=alert(1)>`,
  `"quoted" 'single' \\ end\\`,
  "line one\n## line two\n| a | b |",
  `=HYPERLINK("http://x","y")`,
  "__proto__",
  "constructor",
  "\u202Egnp.exe",
  "@everyone #1 [link](http://x)",
  "--> ]]> </code></table>",
  "1e3",
];

export const HOSTILE_CATALOG: Catalog = {
  format: "optievent-catalog/1",
  name: `Shop */ <script> "x" \n # y`,
  conventions: { currency: `<b>USD</b>`, language: "*/" },
  events: HOSTILE_TEXTS.map((key, index) => ({
    key,
    id: 1101 + index,
    title: HOSTILE_TEXTS[(index + 1) % HOSTILE_TEXTS.length] ?? "",
    description: HOSTILE_TEXTS[(index + 2) % HOSTILE_TEXTS.length] ?? "",
    parameters: HOSTILE_TEXTS.map((name) => ({
      name,
      type: "string",
      enum: [name, "x"],
      description: name,
      example: name,
    })),
  })),
};
