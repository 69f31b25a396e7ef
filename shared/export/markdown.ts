import { bodyExtent } from "../answers/body-extent.ts";
import type { Exchange, Header, ResponseRecord } from "../domain/exchange.ts";
import { codeBlock, codeSpan, plainText } from "./markdown-text.ts";
import type { ExportContext, ExportItem } from "./types.ts";
import { factsOf, OUTCOME_WORDS, phaseLines } from "./words.ts";

/** Exchanges as Markdown, one after the other under headings, ready to be pasted into a ticket. */
export async function* exportMarkdown(
  items: AsyncIterable<ExportItem>,
  context: ExportContext,
): AsyncGenerator<string> {
  yield `# Exchanges with Optimove\n\nExported ${codeSpan(context.exportedAt)} by ${context.app.name} ${context.app.version}.\n`;
  for (const sentence of context.redaction) yield `\n- ${plainText(sentence)}`;
  if (context.redaction.length > 0) yield "\n";
  for await (const item of items) yield `\n${exchangeToMarkdown(item.exchange, item)}`;
}

/**
 * One exchange as Markdown for a ticket: what came of it, the facts, request and answer, what validation had said. Whatever the
 * exchange holds stands in code spans and fences only.
 */
export function exchangeToMarkdown(
  exchange: Exchange,
  beside: Pick<ExportItem, "note" | "tags"> = { note: null, tags: [] },
): string {
  return [
    `## ${OUTCOME_WORDS[exchange.outcome]}: ${codeSpan(exchange.event ?? "")}\n`,
    `${plainText(exchange.message)}\n`,
    ...(exchange.failure === null ? [] : [`${plainText(exchange.failure.nextStep)}\n`]),
    list(factsOf(exchange).map(([name, value]) => `${name}: ${codeSpan(value)}`)),
    ...besideParts(beside),
    "### Request\n",
    requestLine(exchange),
    codeBlock(headerLines(exchange.request.headers), "http"),
    codeBlock(exchange.request.text, "json"),
    "### Answer\n",
    ...(exchange.response === null ? ["There was none.\n"] : answerParts(exchange.response)),
    ...findingParts(exchange),
    ...(exchange.remarks.length === 0 ? [] : ["### Remarks\n", list(exchange.remarks.map(plainText))]),
    "### Timing\n",
    list(phaseLines(exchange).map(([name, time]) => `${name}: ${time}`)),
  ].join("\n");
}

function requestLine({ request }: Exchange): string {
  return `${codeSpan(`${request.method} ${request.url}`)}, ${request.byteLength} bytes\n`;
}

function answerParts(response: ResponseRecord): string[] {
  const { status, statusText, httpVersion, headers, byteLength, truncated, bodyEncoding } = response;
  const size = `${byteLength} bytes${truncated ? ", of which only the first were kept" : ""}`;
  const isBinary = bodyEncoding === "base64";
  const beginning = beginningWords(response);
  return [
    `${codeSpan(`HTTP/${httpVersion} ${status} ${statusText}`.trim())}, ${size}${isBinary ? ", in base64" : ""}\n`,
    codeBlock(headerLines(headers), "http"),
    ...(beginning === null ? [] : [`${beginning}\n`]),
    codeBlock(response.body, isBinary ? "text" : "json"),
  ];
}

/** That a long body does not stand here as a whole; null where it does. */
function beginningWords(response: ResponseRecord): string | null {
  const { here, whole } = bodyExtent(response);
  if (here === whole) return null;
  return `Only the beginning of the body stands here, ${here} of ${whole} bytes. The history can save the whole as a file.`;
}

function findingParts({ findings }: Exchange): string[] {
  if (findings.length === 0) return [];
  const lines = findings.map(({ severity, rule, code, path, message }) => {
    const number = code === null ? "" : ` (${code})`;
    return `${severity} ${codeSpan(rule)}${number} at ${codeSpan(path === "" ? "/" : path)}: ${plainText(message)}`;
  });
  return ["### Findings before sending\n", list(lines)];
}

function besideParts({ note, tags }: Pick<ExportItem, "note" | "tags">): string[] {
  return [
    ...(tags.length === 0 ? [] : [`Tags: ${tags.map(codeSpan).join(" ")}\n`]),
    ...(note === null || note === "" ? [] : ["### Note\n", codeBlock(note, "text")]),
  ];
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}\n`).join("");
}

function headerLines(headers: readonly Header[]): string {
  return headers.map(([name, value]) => `${name}: ${value}`).join("\n");
}
