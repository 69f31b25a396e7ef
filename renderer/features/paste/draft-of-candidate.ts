import type { CatalogEvent } from "../../../shared/domain/catalog.ts";
import type { PasteCandidate } from "../../../shared/paste/types.ts";

/** A name that is longer is no key, whatever it is. */
const LONGEST_KEY = 200;

/**
 * The event whose draft a candidate becomes: the catalog's, where validation found out which one it means; else the one it
 * names itself, in the catalog or not; else, where it names none, the one that is being written.
 */
export function eventKeyOf(
  candidate: Pick<PasteCandidate, "event">,
  meant: CatalogEvent | null,
  currentKey: string,
): string {
  const named = candidate.event ?? "";
  if (meant !== null) return meant.key;
  return named === "" || named.length > LONGEST_KEY ? currentKey : named;
}
