import type { Exchange, Header } from "../domain/exchange.ts";
import { PAGE_SCRIPT, PAGE_STYLE } from "./html-page.ts";
import type { ExportContext, ExportItem } from "./types.ts";
import { factsOf, milliseconds, OUTCOME_WORDS, phaseLines, TRUNCATION_NOTE } from "./words.ts";

/**
 * One page that holds everything it needs: it opens from disk without a network, can be searched, and can be printed. Whatever the
 * exchanges hold is text; the page's policy allows its own style and script by their hashes, and no request at all. The inside of an
 * exchange stands in a comment, of which elements are made when it is opened: those of ten thousand exchanges would be a million.
 * Nothing in it can end the comment, because every > of an exchange is escaped.
 */
export async function* exportHtml(
  items: AsyncIterable<ExportItem>,
  context: ExportContext,
): AsyncGenerator<string> {
  yield pageHead(context);
  for await (const item of items) yield exchangeMarkup(item);
  yield `</main>\n<script>${PAGE_SCRIPT}</script>\n</body>\n</html>\n`;
}

function pageHead({ exportedAt, app, redaction, sha256 }: ExportContext): string {
  const policy = `default-src 'none'; style-src 'sha256-${sha256(PAGE_STYLE)}'; script-src 'sha256-${sha256(PAGE_SCRIPT)}'; base-uri 'none'; form-action 'none'`;
  const outcomes = Object.entries(OUTCOME_WORDS).map(
    ([value, word]) => `<option value="${value}">${word}</option>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Exchanges with Optimove, ${escapeHtml(exportedAt)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<header>
<h1>Exchanges with Optimove</h1>
<p>Exported ${escapeHtml(exportedAt)} by ${escapeHtml(`${app.name} ${app.version}`)}.</p>
${redaction.length === 0 ? "" : `<ul>${redaction.map((sentence) => `<li>${escapeHtml(sentence)}</li>`).join("")}</ul>`}
<form id="tools" hidden>
<label>Search <input id="search" type="search" autocomplete="off" spellcheck="false"></label>
<label>Outcome <select id="outcome"><option value="">Any</option>${outcomes.join("")}</select></label>
<output id="found"></output>
</form>
<noscript><p>This page needs its script to show what is within an exchange and to search. It asks nobody for anything.</p></noscript>
</header>
<main>
`;
}

function exchangeMarkup({ exchange, note, tags }: ExportItem): string {
  const { outcome, event, identity, response, timings, sentAt } = exchange;
  return `<details class="${outcome}">
<summary><span class="outcome">${OUTCOME_WORDS[outcome]}</span><span class="event">${escapeHtml(event ?? "\u2013")}</span><span class="whose">${escapeHtml(identity?.value ?? "\u2013")}</span><span class="number">${response?.status ?? "\u2013"}</span><span class="number">${milliseconds(timings.total)}</span><time>${escapeHtml(sentAt)}</time></summary>
<!--
<p>${escapeHtml([exchange.message, exchange.failure?.nextStep ?? ""].join(" ").trim())}</p>
${definitions([...factsOf(exchange), ...(tags.length === 0 ? [] : [["Tags", tags.join(", ")] as const])])}
${note === null || note === "" ? "" : `<h2>Note</h2>\n${block(note)}`}
<h2>Request</h2>
${block(`${exchange.request.method} ${exchange.request.url}\n${headerLines(exchange.request.headers)}`)}
${block(exchange.request.text)}
<h2>Answer</h2>
${answerMarkup(exchange)}
${list("Findings before sending", findingLines(exchange))}
${list("Remarks", exchange.remarks)}
<h2>Timing</h2>
${definitions(phaseLines(exchange))}
-->
</details>
`;
}

function answerMarkup({ response }: Exchange): string {
  if (response === null) return "<p>There was none.</p>";
  const { httpVersion, status, statusText, headers, body, bodyEncoding, byteLength, truncated } = response;
  const size = `${byteLength} bytes${bodyEncoding === "base64" ? ", in base64" : ""}. ${truncated ? TRUNCATION_NOTE : ""}`;
  return `${block(`HTTP/${httpVersion} ${status} ${statusText}\n${headerLines(headers)}`)}
<p>${escapeHtml(size.trim())}</p>
${block(body)}`;
}

function findingLines({ findings }: Exchange): string[] {
  return findings.map(({ severity, rule, code, path, message }) =>
    [severity, rule, code === null ? "" : `(${code})`, path, message].filter((part) => part !== "").join(" "),
  );
}

function headerLines(headers: readonly Header[]): string {
  return headers.map(([name, value]) => `${name}: ${value}`).join("\n");
}

function definitions(facts: readonly (readonly [string, string])[]): string {
  return `<dl>${facts.map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`).join("")}</dl>`;
}

function list(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  return `<h2>${title}</h2>\n<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join("")}</ul>`;
}

/** A line break right after the tag would be swallowed, so there is always one of ours. */
function block(text: string): string {
  return `<pre>\n${escapeHtml(text)}</pre>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  // Readers of HTML make a line feed of it.
  "\r": "&#13;",
};

const SPECIAL = /[&<>"'\r]|[^\P{Cc}\t\n]/gu;

/** Text for between tags and in quoted attributes. Control characters that HTML does not allow are shown as `\u0000`. */
function escapeHtml(text: string): string {
  return text.replaceAll(SPECIAL, (character) => {
    return ENTITIES[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
