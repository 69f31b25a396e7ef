import type { JsonNode } from "../json/types.ts";
import type { Finds, Origin } from "./finds.ts";
import type { Layer } from "./layer.ts";

/** A text to read: what it is, what is known of it, and how often text was unescaped to get at it. */
export type Source = { readonly layer: Layer; readonly origin: Origin; readonly depth: number };

/**
 * The three ways to read a text. They call each other, because documents hold strings that hold documents; each gets the
 * others from here.
 */
export type Reading = {
  readonly finds: Finds;
  /** Reads a parsed document. With `isBody` it is known to be a body, so that one field of an event is enough. */
  readonly document: (source: Source, root: JsonNode, isBody: boolean) => void;
  /** Reads the whole text as a body; false when it is none. */
  readonly body: (source: Source) => boolean;
  /** Looks for objects anywhere in the text. */
  readonly search: (source: Source) => void;
};

/** Strings in strings in strings: deeper ones are no accident that is worth unescaping. */
export const MAXIMUM_LAYERS = 8;

export function withNote(origin: Origin, note: string): Origin {
  return origin.notes.includes(note) ? origin : { ...origin, notes: [...origin.notes, note] };
}
