const STYLE =
  "body{font:14px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1c1c1c}" +
  "h1{font-size:1.4rem}h2{font-size:1.05rem;margin-top:2rem}code{font-family:ui-monospace,monospace;white-space:pre-wrap}" +
  "table{border-collapse:collapse;width:100%}th,td{border:1px solid #c8c8c8;padding:.3rem .6rem;text-align:left;vertical-align:top}th{background:#f2f2f2}";

/**
 * A page on its own, to be handed on: it loads nothing and has no script, and its policy forbids both. `title` is plain text;
 * the lines are markup.
 */
export function htmlDocument(title: string, lines: readonly string[]): string {
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escapeHtml(title)}</title>`,
    `<style>${STYLE}</style>`,
    "</head>",
    "<body>",
    ...lines,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

/** A name, as markup that is nothing but text. */
export function htmlCode(text: string): string {
  return `<code>${escapeHtml(text)}</code>`;
}

/** The heads are markup, the cells too. */
export function htmlTable(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const cells = (row: readonly string[], tag: string) =>
    row.map((cell) => `<${tag}>${cell}</${tag}>`).join("");
  return [
    "<table>",
    `<tr>${cells(heads, "th")}</tr>`,
    ...rows.map((row) => `<tr>${cells(row, "td")}</tr>`),
    "</table>",
  ];
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
// What HTML cannot carry, and the marks that turn the direction of text around.
const UNSHOWN = /(?![\t\n])[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;

export function escapeHtml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(UNSHOWN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
