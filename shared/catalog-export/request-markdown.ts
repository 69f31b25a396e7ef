import { codeSpan, plainText } from "../export/markdown-text.ts";
import type { CatalogRequest, RequestedEvent } from "./request.ts";
import { noteOfEvent, requestSentences, typeOfRequest } from "./request-words.ts";

/** The request document as Markdown. Names stand in code spans only, so that none of them means anything to Markdown. */
export function requestMarkdown(request: CatalogRequest): string {
  const head = [
    `# Events & Parameter request: ${codeSpan(request.catalogName)}`,
    requestSentences(request, codeSpan).join("\n"),
  ];
  return `${[...head, ...request.events.flatMap(eventLines)].join("\n\n")}\n`;
}

function eventLines(event: RequestedEvent): string[] {
  const note = noteOfEvent(event);
  const rows = event.parameters.map(
    (parameter) => `| ${cell(parameter.name)} | ${typeOfRequest(parameter)} |`,
  );
  const table = ["| Parameter Name | Parameter Type |", "| --- | --- |", ...rows].join("\n");
  return [
    `## Event Name: ${codeSpan(event.key)}`,
    ...(note === null ? [] : [note]),
    rows.length === 0 ? "No parameters." : table,
  ];
}

/**
 * In a table, a bar ends a cell even within code. Readers disagree about a backslash before an escaped one there, so that
 * such a name is no code.
 */
function cell(name: string): string {
  return name.includes("\\|") ? plainText(name) : codeSpan(name).replaceAll("|", "\\|");
}
