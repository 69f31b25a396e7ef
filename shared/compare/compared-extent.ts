import { bodyExtent } from "../answers/body-extent.ts";
import type { Exchange } from "../domain/exchange.ts";

/** In words, of which answers not the whole body is compared. Empty where all of both is. */
export function extentNotes(left: Exchange, right: Exchange): readonly string[] {
  return [...notesOf("left", left), ...notesOf("right", right)];
}

function notesOf(side: "left" | "right", { response }: Exchange): string[] {
  if (response === null) return [];
  const { here, whole } = bodyExtent(response);
  const cut =
    response.omittedBytes === undefined
      ? []
      : [
          `Of the answer on the ${side} only the first ${count(here)} of ${count(whole)} bytes are compared. What follows may differ.`,
        ];
  const truncated = response.truncated
    ? [
        `The answer on the ${side} was longer than what is kept, ${count(whole)} bytes. What followed may differ.`,
      ]
    : [];
  return [...cut, ...truncated];
}

function count(bytes: number): string {
  return bytes.toLocaleString("en-GB");
}
