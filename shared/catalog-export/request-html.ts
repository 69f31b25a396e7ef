import type { CatalogRequest, RequestedEvent } from "./request.ts";
import { noteOfEvent, requestSentences, typeOfRequest } from "./request-words.ts";

const STYLE =
  "body{font:14px/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem;color:#1c1c1c}" +
  "h1{font-size:1.4rem}h2{font-size:1.05rem;margin-top:2rem}code{font-family:ui-monospace,monospace;white-space:pre-wrap}" +
  "table{border-collapse:collapse;width:100%}th,td{border:1px solid #c8c8c8;padding:.3rem .6rem;text-align:left;vertical-align:top}th{background:#f2f2f2}";

/** The request document as a page on its own: it loads nothing and has no script, and its policy forbids both. */
export function requestHtml(request: CatalogRequest): string {
  const sentences = requestSentences(request, code).map((sentence) => `<p>${sentence}</p>`);
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>Events &amp; Parameter request: ${escapeHtml(request.catalogName)}</title>`,
    `<style>${STYLE}</style>`,
    "</head>",
    "<body>",
    `<h1>Events &amp; Parameter request: ${code(request.catalogName)}</h1>`,
    ...sentences,
    ...request.events.flatMap(eventLines),
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function eventLines(event: RequestedEvent): string[] {
  const note = noteOfEvent(event);
  const rows = event.parameters.map(
    (parameter) => `<tr><td>${code(parameter.name)}</td><td>${typeOfRequest(parameter)}</td></tr>`,
  );
  return [
    `<h2>Event Name: ${code(event.key)}</h2>`,
    ...(note === null ? [] : [`<p>${note}</p>`]),
    ...(rows.length === 0
      ? ["<p>No parameters.</p>"]
      : ["<table>", "<tr><th>Parameter Name</th><th>Parameter Type</th></tr>", ...rows, "</table>"]),
  ];
}

function code(text: string): string {
  return `<code>${escapeHtml(text)}</code>`;
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

function escapeHtml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(UNSHOWN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
