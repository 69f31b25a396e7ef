import type { ReactNode } from "react";

/** A sentence in which names stand between backticks, as findings write them; the names are set in bold. */
export function Sentence({ text }: { readonly text: string }): ReactNode {
  const parts = text.split("`");
  // An odd one out is no pair of backticks, but text.
  if (parts.length % 2 === 0) return text;
  return parts.map((part, index) =>
    // The parts of one sentence never change their places.
    // oxlint-disable-next-line react/no-array-index-key
    index % 2 === 0 ? part : <strong key={index}>{part}</strong>,
  );
}
