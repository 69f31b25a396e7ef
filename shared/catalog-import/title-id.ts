import type { CatalogBuilder } from "./builder.ts";
import type { Place, Report } from "./report.ts";

/** The name of an event as people write it, and the number that stands behind it. */
export type NamedEvent = {
  readonly name: string;
  readonly id: number | null;
  /** The text says that the number is an id. */
  readonly isCertain: boolean;
};

const LONGEST_NAME = 200;
const STATED = /^(.*\S)\s*[([]\s*(?:event\s*)?id\s*[:#=.]?\s*(\d{1,15})\s*[)\]]$/is;
const BARE = /^(\S+)\s*[([]\s*#?(\d{1,15})\s*[)\]]$/s;

/** `checkout_started (id 1301)`, `wishlist_add (1302)`. A bare number is taken behind one word only. */
export function nameAndId(text: string): NamedEvent {
  if (text.length > LONGEST_NAME) return { name: text, id: null, isCertain: false };
  const stated = STATED.exec(text);
  const found = stated ?? BARE.exec(text);
  const [, name = text, digits] = found ?? [];
  return { name, id: digits === undefined ? null : Number(digits), isCertain: stated !== null };
}

/** Gives the event the id from behind its name, as a guess where nothing says that it is one. */
export function addId(
  event: string,
  { id, isCertain }: Pick<NamedEvent, "id" | "isCertain">,
  place: Place,
  builder: CatalogBuilder,
  report: Report,
): void {
  if (id === null) return;
  builder.addEvent(event, { id }, place);
  if (isCertain) return;
  const reason = "The number behind the name was taken for it.";
  report.guess({ event, parameter: null, field: "id", reason });
}
