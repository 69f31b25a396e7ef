import { plural } from "../text/counts.ts";
import type { CatalogRequest, RequestedEvent, RequestedParameter } from "./request.ts";
import { TYPE_TITLES } from "./type-titles.ts";

/** The sentences of a request, the same in each format. `show` makes a name of the catalog safe for the format. */
export function requestSentences(request: CatalogRequest, show: (text: string) => string): string[] {
  const { events, isDifference, currency, language } = request;
  if (isDifference && events.length === 0) {
    return ["Nothing is new since our last request: there is nothing to configure."];
  }
  const count = plural(events.length, "event");
  const sentences = [
    isDifference
      ? `Please configure what is new since our last request: ${count} with new or changed parameters.`
      : `Please configure the following ${count} and their parameters.`,
    "Names are case-sensitive and are sent exactly as they are written here.",
  ];
  if (currency !== null) sentences.push(`All monetary values are in ${show(currency)}.`);
  if (language !== null) sentences.push(`All text parameters use one language: ${show(language)}.`);
  return sentences;
}

/** Said of an event whose name the vendor has. */
export function noteOfEvent({ isKnown }: RequestedEvent): string | null {
  return isKnown ? "The event is configured already; these parameters of it are new or changed." : null;
}

export function typeOfRequest({ type, previousType }: RequestedParameter): string {
  return previousType === null
    ? TYPE_TITLES[type]
    : `${TYPE_TITLES[type]} (was ${TYPE_TITLES[previousType]})`;
}
