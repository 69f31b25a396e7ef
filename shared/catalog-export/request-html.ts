import { htmlCode, htmlDocument, htmlTable } from "./html-document.ts";
import type { CatalogRequest, RequestedEvent } from "./request.ts";
import { noteOfEvent, requestSentences, typeOfRequest } from "./request-words.ts";

/** The request document as a page on its own. */
export function requestHtml(request: CatalogRequest): string {
  const sentences = requestSentences(request, htmlCode).map((sentence) => `<p>${sentence}</p>`);
  return htmlDocument(`Events & Parameter request: ${request.catalogName}`, [
    `<h1>Events &amp; Parameter request: ${htmlCode(request.catalogName)}</h1>`,
    ...sentences,
    ...request.events.flatMap(eventLines),
  ]);
}

function eventLines(event: RequestedEvent): string[] {
  const note = noteOfEvent(event);
  const rows = event.parameters.map((parameter) => [htmlCode(parameter.name), typeOfRequest(parameter)]);
  return [
    `<h2>Event Name: ${htmlCode(event.key)}</h2>`,
    ...(note === null ? [] : [`<p>${note}</p>`]),
    ...(rows.length === 0
      ? ["<p>No parameters.</p>"]
      : htmlTable(["Parameter Name", "Parameter Type"], rows)),
  ];
}
